package citybrain.rule;

import java.util.List;

/**
 * The columns every subject table has besides the ones its rules name: how long its facts have been
 * known, and where they are written.
 *
 * <p>Grain of a subject table: one row per thing that is judged, for example one relief case. The
 * columns a rule names as {@code subject_id} and {@code area_code} are never null in it, except the
 * area of a case that no file places.
 */
public final class SubjectColumns {
  /** DATE: the earliest delivery day among the rows the subject is made of. */
  public static final String KNOWN_FROM_FIRST = "known_from_first";

  /** DATE: the latest delivery day among the rows the subject is made of. */
  public static final String KNOWN_FROM_LAST = "known_from_last";

  /** BOOLEAN: whether any of those rows was simulated. */
  public static final String IS_SIMULATED = "is_simulated";

  /** ARRAY of (file_sha256, file, sheet, row, cell): those rows. */
  public static final String EVIDENCE = "evidence";

  static final List<String> REQUIRED =
      List.of(KNOWN_FROM_FIRST, KNOWN_FROM_LAST, IS_SIMULATED, EVIDENCE);

  private SubjectColumns() {}
}
