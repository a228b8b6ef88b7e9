package citybrain.intake;

import citybrain.intake.reading.CellProblem;
import citybrain.intake.reading.ConformedRow;
import citybrain.intake.reading.DeliveredRow;
import citybrain.intake.reading.FileEvidence;
import citybrain.intake.reading.RecordKeys;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The rows in which a reading task gives what it read: one of kind {@link #FILE} per file or slice,
 * one {@link #ROW} per delivered row, one {@link #RECORD} per record for silver, one {@link #CELL}
 * or {@link #WARNING} per bad or doubtful cell. A record of a large file whose key may stand
 * elsewhere in it too is a {@link #SUSPECT}.
 */
final class PartRows {
  static final String FILE = "file";
  static final String ROW = "row";
  static final String RECORD = "record";
  static final String CELL = "cell";
  static final String WARNING = "warning";
  static final String SUSPECT = "suspect";

  static final Set<String> ALL = Set.of(FILE, ROW, RECORD, CELL, WARNING, SUSPECT);

  static final StructType SCHEMA =
      StructType.fromDDL(
          "kind STRING, file STRING, file_sha256 STRING, department STRING, extract STRING, delivered_on DATE,"
              + " is_simulated BOOLEAN, arrival BIGINT, sheet STRING, row INT, cell STRING,"
              + " cells ARRAY<STRING>, disposition STRING, sheet_index INT, merged ARRAY<STRING>,"
              + " target STRING, values ARRAY<STRING>, record_key STRING, key_hash BIGINT,"
              + " column STRING, value STRING, check_id STRING, reason_zh STRING, remedy_zh STRING,"
              + " status STRING, reason STRING, format STRING, encoding STRING, encoding_reason STRING,"
              + " period STRING,"
              + " rows_delivered BIGINT, rows_accepted BIGINT, rows_quarantined BIGINT, rows_superseded BIGINT");

  private static final Map<String, Integer> INDEX = new HashMap<>();

  static {
    String[] names = SCHEMA.fieldNames();
    for (int i = 0; i < names.length; i++) {
      INDEX.put(names[i], i);
    }
  }

  private static final int KIND_AT = at("kind");
  private static final int SHEET_AT = at("sheet");
  private static final int ROW_AT = at("row");
  private static final int CELL_AT = at("cell");
  private static final int CELLS_AT = at("cells");
  private static final int DISPOSITION_AT = at("disposition");
  private static final int SHEET_INDEX_AT = at("sheet_index");
  private static final int MERGED_AT = at("merged");
  private static final int TARGET_AT = at("target");
  private static final int VALUES_AT = at("values");
  private static final int RECORD_KEY_AT = at("record_key");
  private static final int KEY_HASH_AT = at("key_hash");

  private final Object[] shared;
  private final List<String> columns;
  private final List<String> key;

  /** Sheets seen so far, to their place in the file; a slice has one sheet. */
  private final Map<String, Integer> sheets = new HashMap<>();

  /**
   * @param columns of the silver table, in the order in which {@code values} holds them
   * @param key of the silver table
   */
  PartRows(ReadingTask task, List<String> columns, List<String> key) {
    this.shared = new Object[SCHEMA.size()];
    this.columns = columns;
    this.key = key;
    shared[at("file")] = task.file();
    shared[at("file_sha256")] = task.fileSha256();
    shared[at("department")] = task.department();
    shared[at("extract")] = task.extract();
    shared[at("delivered_on")] = java.sql.Date.valueOf(task.deliveredOn());
    shared[at("is_simulated")] = task.isSimulated();
    shared[at("arrival")] = task.arrival();
  }

  private static int at(String name) {
    return java.util.Objects.requireNonNull(INDEX.get(name));
  }

  private Object[] part(String kind) {
    Object[] part = shared.clone();
    part[KIND_AT] = kind;
    return part;
  }

  private static Row done(Object[] part) {
    return RowFactory.create(part);
  }

  Row row(DeliveredRow row) {
    Object[] part = part(ROW);
    part[SHEET_AT] = row.sheet();
    part[SHEET_INDEX_AT] = sheets.computeIfAbsent(row.sheet(), sheet -> sheets.size());
    part[ROW_AT] = row.row();
    part[MERGED_AT] = row.merged().toArray();
    part[CELLS_AT] = row.cells().toArray();
    part[DISPOSITION_AT] = row.disposition().name().toLowerCase(Locale.ROOT);
    return done(part);
  }

  Row record(ConformedRow record) {
    return done(record(RECORD, record));
  }

  Row suspect(ConformedRow record, long keyHash) {
    Object[] part = record(SUSPECT, record);
    part[KEY_HASH_AT] = keyHash;
    return done(part);
  }

  private Object[] record(String kind, ConformedRow record) {
    Object[] part = part(kind);
    part[SHEET_AT] = record.sheet();
    part[ROW_AT] = record.row();
    part[CELL_AT] = record.cell();
    part[TARGET_AT] = record.table();
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = record.values().get(columns.get(i));
    }
    part[VALUES_AT] = values;
    return part;
  }

  /**
   * @param record that the problem belongs to; null for a problem of a whole row or file
   */
  Row problem(CellProblem problem, @Nullable ConformedRow record) {
    Object[] part = part(problem.isWarning() ? WARNING : CELL);
    part[SHEET_AT] = problem.sheet();
    part[ROW_AT] = problem.row();
    part[CELL_AT] = problem.cell();
    if (record != null && record.values().keySet().containsAll(key)) {
      part[RECORD_KEY_AT] = RecordKeys.text(record.values(), key);
    }
    part[at("column")] = problem.column();
    part[at("value")] = problem.value();
    part[at("check_id")] = problem.checkId();
    part[at("reason_zh")] = problem.reasonZh();
    part[at("remedy_zh")] = problem.remedyZh();
    return done(part);
  }

  /**
   * @param status loaded, repeated or refused
   * @param evidence null when the file was not recognised
   * @param period the latest that its records tell, see {@link
   *     citybrain.intake.reading.DeliveredPeriod}
   */
  Row file(
      String status,
      @Nullable String reason,
      @Nullable FileEvidence evidence,
      @Nullable String period,
      RecordCounts counts) {
    Object[] part = part(FILE);
    fill(part, status, reason, evidence, counts);
    part[at("period")] = period;
    return done(part);
  }

  private static void fill(
      Object[] part,
      String status,
      @Nullable String reason,
      @Nullable FileEvidence evidence,
      RecordCounts counts) {
    part[at("status")] = status;
    part[at("reason")] = reason;
    if (evidence != null) {
      part[at("format")] = evidence.format().name();
      part[at("encoding")] = evidence.encoding();
      part[at("encoding_reason")] = evidence.reason();
    }
    part[at("rows_delivered")] = counts.delivered();
    part[at("rows_accepted")] = counts.accepted();
    part[at("rows_quarantined")] = counts.quarantined();
    part[at("rows_superseded")] = counts.superseded();
  }

  /** The part of a file that withdraws another: it holds no record, whatever is in it. */
  static Row withdrawal(ReadingTask task) {
    PartRows parts = new PartRows(task, List.of(), List.of());
    Object[] part = parts.part(FILE);
    fill(part, "withdrawal", null, null, RecordCounts.NONE);
    return new GenericRowWithSchema(part, SCHEMA);
  }

  /** The record that {@link #record} made the part of. */
  ConformedRow recordOf(Row part) {
    List<String> values = part.getList(VALUES_AT);
    Map<String, String> byName = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String value = values.get(i);
      if (value != null) {
        byName.put(columns.get(i), value);
      }
    }
    return new ConformedRow(
        part.getString(TARGET_AT),
        byName,
        part.getString(SHEET_AT),
        part.getInt(ROW_AT),
        part.getString(CELL_AT),
        ConformedRow.Outcome.ACCEPTED,
        List.of());
  }
}
