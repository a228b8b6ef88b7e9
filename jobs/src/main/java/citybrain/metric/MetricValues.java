package citybrain.metric;

import java.util.List;

/**
 * Columns of gold/metric_value.
 *
 * <p>Grain: metric_id, measure, basis, area_code, industry_code, subject_id, period. The build adds
 * as_of and release_id when it writes.
 */
public final class MetricValues {
  public static final String METRIC_ID = "metric_id";
  public static final String MEASURE = "measure";
  public static final String BASIS = "basis";
  public static final String AREA_CODE = "area_code";
  public static final String INDUSTRY_CODE = "industry_code";
  public static final String SUBJECT_ID = "subject_id";
  public static final String PERIOD = "period";
  public static final String PERIOD_TYPE = "period_type";
  public static final String PERIOD_START = "period_start";
  public static final String PERIOD_END = "period_end";
  public static final String VALUE = "value";
  public static final String UNIT = "unit";
  public static final String IS_COMPARABLE = "is_comparable";
  public static final String STATUS = "status";
  public static final String KNOWN_AT = "known_at";
  public static final String PUBLISHED_VALUE = "published_value";
  public static final String PUBLISHED_GAP = "published_gap";
  public static final String REASON_ZH = "reason_zh";
  public static final String IS_SIMULATED = "is_simulated";
  public static final String EVIDENCE = "evidence";

  /** What makes a row one of its kind. */
  public static final List<String> KEY =
      List.of(METRIC_ID, MEASURE, BASIS, AREA_CODE, INDUSTRY_CODE, SUBJECT_ID, PERIOD);

  /** Industry of a figure for all industries together. */
  public static final String ALL_INDUSTRIES = "_T";

  /** Subject of a figure that is about an area, not about a firm or project. */
  public static final String NO_SUBJECT = "_Z";

  private MetricValues() {}
}
