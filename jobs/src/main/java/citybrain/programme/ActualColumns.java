package citybrain.programme;

import java.util.List;

/**
 * What a programme is held against: the reported value of an indicator.
 *
 * <p>Grain: one row per indicator_code, breakdown ({@code _T} for the whole) and year.
 */
public final class ActualColumns {
  public static final String INDICATOR_CODE = "indicator_code";
  public static final String BREAKDOWN = "breakdown";

  /** INT: the calendar year the value is for. */
  public static final String YEAR = "year";

  /** DECIMAL(28,8) in {@code unit}; null where the cell was reported empty. */
  public static final String VALUE = "value";

  /** Code of the unit. */
  public static final String UNIT = "unit";

  /** DATE: delivery day. */
  public static final String KNOWN_FROM = "known_from";

  public static final String IS_SIMULATED = "is_simulated";

  /** ARRAY of (file_sha256, file, sheet, row, cell). */
  public static final String EVIDENCE = "evidence";

  static final List<String> REPORTED = List.of(YEAR, VALUE, UNIT, IS_SIMULATED, EVIDENCE);

  private ActualColumns() {}
}
