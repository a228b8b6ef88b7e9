package citybrain.serving.feedback;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import citybrain.contract.Contract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables feedback is made of, all as one release shows them.
 *
 * @param deliveredRows bronze/delivered_row
 * @param quarantinedRows quality/quarantined_row: what held a record or file back
 * @param warnings quality/warning: what was taken and is doubtful
 * @param deliveries quality/delivery
 * @param reconciliation quality/reconciliation
 * @param silver tables with records of departments
 */
public record FeedbackTables(
    Dataset<Row> deliveredRows,
    Dataset<Row> quarantinedRows,
    Dataset<Row> warnings,
    Dataset<Row> deliveries,
    Dataset<Row> reconciliation,
    List<SilverTable> silver) {

  public FeedbackTables {
    silver = List.copyOf(silver);
  }

  /** One silver table with all its vintages. */
  public record SilverTable(Contract contract, Dataset<Row> vintages) {}

  /** Deliveries known on the day. */
  Dataset<Row> deliveries(LocalDate asOf) {
    return deliveries.where(col("delivered_at").leq(day(asOf)));
  }

  /** Errors and warnings together, told apart by their severity. */
  Dataset<Row> problems() {
    return told(quarantinedRows, ReportedProblem.ERROR)
        .unionByName(told(warnings, ReportedProblem.WARNING));
  }

  private static Dataset<Row> told(Dataset<Row> problems, String severity) {
    List<Column> columns = new ArrayList<>();
    for (String name :
        List.of("department", "extract", "file", "file_sha256", AcceptedRecords.RECORD_KEY)) {
      columns.add(col(name));
    }
    for (String name : ReportedProblem.COLUMNS) {
      columns.add(name.equals(ReportedProblem.SEVERITY) ? lit(severity).as(name) : col(name));
    }
    return problems.select(columns.toArray(Column[]::new));
  }

  /** One department's part of the tables that are given back; silver keeps all. */
  public FeedbackTables of(String department) {
    Column isTheirs = col("department").equalTo(department);
    return new FeedbackTables(
        deliveredRows.where(isTheirs),
        quarantinedRows.where(isTheirs),
        warnings.where(isTheirs),
        deliveries.where(isTheirs),
        reconciliation,
        silver.stream()
            .map(
                table ->
                    new SilverTable(
                        table.contract(),
                        table.vintages().where(col("file").startsWith(department + "/"))))
            .toList());
  }

  static Column day(LocalDate day) {
    return lit(java.sql.Date.valueOf(day));
  }
}
