package citybrain.intake.reading;

import java.util.List;

/**
 * One delivered row and what was made of it.
 *
 * @param records in the order of the row's cells; empty unless the row holds data
 * @param warnings about the row that hold nothing back, beside those of its records
 */
public record ReadRow(DeliveredRow row, List<ConformedRow> records, List<CellProblem> warnings) {}
