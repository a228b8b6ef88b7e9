package citybrain.intake.anomaly;

import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.SeriesCheck;
import citybrain.intake.anomaly.Found.Tally;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Records in from Spark's rows, doubts out as them. */
final class FoundRows implements Serializable {
  private static final long serialVersionUID = 1L;

  static final String FAMILY = "anomaly_family";
  static final String KEY = "anomaly_key";
  static final String OF_BATCH = "anomaly_of_batch";

  /** Stands before the names of the columns that are looked at. */
  static final String VALUE = "value_";

  static final List<String> PLACE =
      List.of("file", "file_sha256", "sheet", "row", "cell", "is_simulated");

  private static final String WARNING_COLUMNS =
      "department STRING, extract STRING, file STRING, file_sha256 STRING, sheet STRING, row INT,"
          + " column STRING, value STRING, check_id STRING, reason_zh STRING, record_key STRING,"
          + " remedy_zh STRING, cell STRING, is_simulated BOOLEAN, batch_id STRING";

  /** The columns of {@code quality/warning}. */
  static final StructType WARNING = StructType.fromDDL(WARNING_COLUMNS);

  /** The same, and the counts of what may be copied. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          WARNING_COLUMNS
              + ", place STRING, least_share DECIMAL(9,6), least_records BIGINT, repeated BIGINT, compared BIGINT");

  /** Columns that are those of the first of several records counted together. */
  static final Set<String> FIRST = Set.of("sheet", "row", "cell", "value", "record_key");

  /** Columns that are the same for all of them. */
  static final Set<String> SAME =
      Set.of("department", "extract", "remedy_zh", "is_simulated", "batch_id");

  private final Contract table;
  private final HashMap<String, String> headers;
  private final String batchId;

  /**
   * @param headers by {@link #headerKey}
   */
  FoundRows(Contract table, Map<String, String> headers, String batchId) {
    this.table = table;
    this.headers = new HashMap<>(headers);
    this.batchId = batchId;
  }

  static String headerKey(String extract, String column) {
    return extract + "#" + column;
  }

  SeriesRecord record(Row row) {
    Map<String, String> values = new HashMap<>();
    for (String name : row.schema().fieldNames()) {
      if (name.startsWith(VALUE)) {
        String value = row.getAs(name);
        if (value != null) {
          values.put(name.substring(VALUE.length()), value);
        }
      }
    }
    return new SeriesRecord(
        values,
        row.getAs(KEY),
        row.getAs("file"),
        row.getAs("file_sha256"),
        row.getAs("sheet"),
        row.getAs("row"),
        row.getAs("cell"),
        row.getAs("is_simulated"),
        row.getAs(OF_BATCH));
  }

  /** As stored: a decimal without an exponent. */
  private String value(SeriesRecord record, String column) {
    String text = record.text(column);
    boolean isDecimal =
        table.column(column).filter(c -> c.physicalType().startsWith("DECIMAL")).isPresent();
    return text == null ? "" : isDecimal ? Wording.of(new BigDecimal(text)) : text;
  }

  Row row(Found found) {
    SeriesRecord record = found.record();
    SeriesCheck check = found.check();
    String[] folders = record.file().split("/", 3);
    String department = folders[0];
    String extract = folders.length > 1 ? folders[1] : "";
    String title = table.column(found.column()).map(ContractColumn::header).orElse("");
    String header =
        headers.getOrDefault(headerKey(department + "/" + extract, found.column()), title);
    Tally tally = found.tally();
    boolean isCount = tally != null;
    String reason = isCount ? found.reasonZh() : check.descriptionZh() + "：" + found.reasonZh();
    return RowFactory.create(
        department,
        extract,
        record.file(),
        record.fileSha256(),
        record.sheet(),
        record.row(),
        header,
        value(record, found.column()),
        check.name(),
        reason,
        record.key(),
        check.remedyZh(),
        record.cell(),
        record.isSimulated(),
        batchId,
        isCount ? "" : record.place(),
        isCount ? check.threshold("share") : null,
        isCount ? check.threshold("least_records").longValueExact() : null,
        tally == null ? null : tally.repeated(),
        tally == null ? null : tally.compared());
  }
}
