package citybrain.metric;

/** Columns of silver/statistical_observation that metrics read. */
final class ObservationColumns {
  static final String INDICATOR_CODE = "indicator_code";
  static final String AREA_CODE = "area_code";
  static final String PERIOD = "period";
  static final String PERIOD_TYPE = "period_type";
  static final String PERIOD_START = "period_start";
  static final String PERIOD_END = "period_end";
  static final String LEVEL = "level";
  static final String CUMULATIVE = "cumulative";
  static final String YOY_PUBLISHED = "yoy_published";
  static final String YTD_YOY_PUBLISHED = "ytd_yoy_published";
  static final String UNIT = "unit";
  static final String SOURCE_NAME = "source_name";
  static final String SOURCE_EXTRACT = "source_extract";
  static final String KNOWN_FROM = "known_from";
  static final String IS_SIMULATED = "is_simulated";
  static final String FILE_SHA256 = "file_sha256";
  static final String FILE = "file";
  static final String SHEET = "sheet";
  static final String ROW = "row";
  static final String CELL = "cell";

  private ObservationColumns() {}
}
