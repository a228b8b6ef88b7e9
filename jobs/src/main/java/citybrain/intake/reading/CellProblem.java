package citybrain.intake.reading;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one delivered cell, as the department is told it.
 *
 * @param sheet empty for a CSV
 * @param row 1-based, as in {@link DeliveredRow}
 * @param cell spreadsheet address such as {@code C12}; null when the whole row is meant
 * @param column the header as the contract names it; of a figure below an across header that header
 *     as delivered, such as 2020年; of a key of several columns all of them
 * @param value the verbatim cell
 * @param checkId stable id of the failed check
 * @param reasonZh what is wrong and what was expected
 */
public record CellProblem(
    String sheet,
    int row,
    @Nullable String cell,
    String column,
    String value,
    String checkId,
    String reasonZh)
    implements Serializable {}
