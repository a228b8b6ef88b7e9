package citybrain.intake;

import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.CellProblem;
import citybrain.intake.reading.ConformedRow;
import citybrain.intake.reading.DeliveredRow;
import citybrain.intake.reading.FileOutcome;
import citybrain.intake.reading.FileReading;
import citybrain.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Reads registered files inside Spark tasks. One file gives one part of kind {@code file}, one of
 * kind {@code row} per delivered row, one {@code record} per record for silver and one {@code cell}
 * per bad cell.
 */
final class FilePart implements FlatMapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  static final String KIND_FILE = "file";
  static final String KIND_ROW = "row";
  static final String KIND_RECORD = "record";
  static final String KIND_CELL = "cell";

  static final StructType SCHEMA =
      StructType.fromDDL(
          "kind STRING, file STRING, file_sha256 STRING, department STRING, extract STRING, delivered_on DATE,"
              + " is_simulated BOOLEAN, arrival BIGINT, sheet STRING, row INT, cell STRING,"
              + " cells ARRAY<STRING>, disposition STRING,"
              + " target STRING, values MAP<STRING, STRING>,"
              + " column STRING, value STRING, check_id STRING, reason_zh STRING,"
              + " status STRING, reason STRING, format STRING, encoding STRING, encoding_reason STRING,"
              + " rows_delivered BIGINT, rows_accepted BIGINT, rows_quarantined BIGINT, rows_superseded BIGINT");

  private final String landing;
  private final Broadcast<ContractRegistry> contracts;
  private final Broadcast<SerializableConfiguration> hadoop;

  FilePart(
      LandingArea landing,
      Broadcast<ContractRegistry> contracts,
      Broadcast<SerializableConfiguration> hadoop) {
    this.landing = landing.location("");
    this.contracts = contracts;
    this.hadoop = hadoop;
  }

  @Override
  public Iterator<Row> call(Row registered) throws IOException {
    Builder part = new Builder(registered);
    String file = registered.getAs("file");
    byte[] content = content(file);
    String sha256 = HexFormat.of().formatHex(LandingArea.newSha256().digest(content));
    if (!sha256.equals(registered.getAs("file_sha256"))) {
      return part.refused(
              new Problem(
                  "FILE_CHANGED",
                  file,
                  "was changed while it was being taken in",
                  "Deliver it again under a new name or date when it is complete."),
              List.of(),
              List.of())
          .iterator();
    }
    if (Withdrawals.isWithdrawal(file)) {
      return part.withdrawal().iterator();
    }
    FileOutcome outcome =
        FileReading.of(
            registered.getAs("department"),
            registered.getAs("extract"),
            registered.<java.sql.Date>getAs("delivered_on").toLocalDate(),
            file.substring(file.lastIndexOf('/') + 1),
            content,
            contracts.value());
    if (outcome instanceof FileOutcome.Refused refused) {
      return part.refused(refused.problem(), refused.rows(), refused.cellProblems()).iterator();
    }
    return part.accepted((FileOutcome.Accepted) outcome, registered.<Boolean>getAs("is_repeat"))
        .iterator();
  }

  private byte[] content(String file) throws IOException {
    Path path = new Path(landing + file);
    FileSystem files = path.getFileSystem(hadoop.value().value());
    try (InputStream in = files.open(path)) {
      return in.readAllBytes();
    }
  }

  /** Makes parts of one file. */
  private static final class Builder {
    private final Row registered;

    Builder(Row registered) {
      this.registered = registered;
    }

    List<Row> refused(Problem problem, List<DeliveredRow> rows, List<CellProblem> cells) {
      List<Row> parts = new ArrayList<>();
      long filled =
          rows.stream().filter(row -> row.disposition() != DeliveredRow.Disposition.BLANK).count();
      parts.add(file("refused", problem.toString(), null, new RecordCounts(filled, 0, filled, 0)));
      rows.forEach(row -> parts.add(row(row)));
      cells.forEach(cell -> parts.add(cell(cell)));
      if (cells.isEmpty()) {
        // The file itself is what the department gets back.
        parts.add(cell(new CellProblem("", 1, null, "", "", problem.code(), problem.toString())));
      }
      return parts;
    }

    List<Row> withdrawal() {
      return List.of(file("withdrawal", null, null, RecordCounts.NONE));
    }

    List<Row> accepted(FileOutcome.Accepted outcome, boolean isRepeat) {
      List<Row> parts = new ArrayList<>();
      long accepted = 0;
      long quarantined = 0;
      long superseded = 0;
      for (ConformedRow item : outcome.records()) {
        if (item.outcome() == ConformedRow.Outcome.QUARANTINED) {
          quarantined++;
          item.problems().forEach(cell -> parts.add(cell(cell)));
        } else if (item.outcome() == ConformedRow.Outcome.SUPERSEDED) {
          superseded++;
        } else {
          accepted++;
          parts.add(conformed(item));
        }
      }
      outcome.rows().forEach(row -> parts.add(row(row)));
      parts.add(
          file(
              isRepeat ? "repeated" : "loaded",
              isRepeat ? "Same content as a file delivered before" : null,
              outcome,
              new RecordCounts(outcome.records().size(), accepted, quarantined, superseded)));
      return parts;
    }

    private Row row(DeliveredRow row) {
      return part(
          KIND_ROW,
          Map.of(
              "sheet", row.sheet(),
              "row", row.row(),
              "cells", row.cells().toArray(),
              "disposition", row.disposition().name().toLowerCase(java.util.Locale.ROOT)));
    }

    private Row conformed(ConformedRow item) {
      Map<String, Object> values = new java.util.HashMap<>();
      values.put("sheet", item.sheet());
      values.put("row", item.row());
      values.put("cell", item.cell());
      values.put("target", item.table());
      values.put("values", scala.jdk.javaapi.CollectionConverters.asScala(item.values()));
      return part(KIND_RECORD, values);
    }

    private Row cell(CellProblem problem) {
      Map<String, Object> values = new java.util.HashMap<>();
      values.put("sheet", problem.sheet());
      values.put("row", problem.row());
      values.put("cell", problem.cell());
      values.put("column", problem.column());
      values.put("value", problem.value());
      values.put("check_id", problem.checkId());
      values.put("reason_zh", problem.reasonZh());
      return part(KIND_CELL, values);
    }

    private Row file(
        String status,
        @Nullable String reason,
        FileOutcome.@Nullable Accepted outcome,
        RecordCounts counts) {
      Map<String, Object> values = new java.util.HashMap<>();
      values.put("status", status);
      values.put("reason", reason);
      if (outcome != null) {
        values.put("format", outcome.evidence().format().name());
        values.put("encoding", outcome.evidence().encoding());
        values.put("encoding_reason", outcome.evidence().reason());
      }
      values.put("rows_delivered", counts.delivered());
      values.put("rows_accepted", counts.accepted());
      values.put("rows_quarantined", counts.quarantined());
      values.put("rows_superseded", counts.superseded());
      return part(KIND_FILE, values);
    }

    private Row part(String kind, Map<String, Object> values) {
      return RowFactory.create(
          Stream.of(SCHEMA.fieldNames())
              .map(
                  name ->
                      switch (name) {
                        case "kind" -> kind;
                        case "file",
                            "file_sha256",
                            "department",
                            "extract",
                            "delivered_on",
                            "is_simulated",
                            "arrival" ->
                            registered.getAs(name);
                        default -> values.get(name);
                      })
              .toArray());
    }
  }
}
