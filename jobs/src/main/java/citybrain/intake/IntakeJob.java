package citybrain.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import citybrain.calendar.DateInterval;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.ContractRegistry;
import citybrain.intake.anomaly.SeriesAnomalies;
import citybrain.intake.reading.DeliveredPeriod;
import citybrain.lake.IndependentWrites;
import citybrain.lake.Lake;
import citybrain.lake.LakeTable;
import citybrain.lake.TableSchema;
import citybrain.lake.Vintages;
import citybrain.lake.WithdrawnFiles;
import citybrain.period.Period;
import citybrain.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * New files of the landing area to bronze, silver and quality tables.
 *
 * <p>The files of a run form a batch, registered in {@code bronze/file} before anything else is
 * written. Every later write of the batch is one transaction that can be repeated; the batch is
 * done when its files stand in {@code quality/reconciliation}, which is written last. A run that
 * finds a batch that is not done finishes it first, so a run cut off anywhere and repeated leaves
 * the lake as one run would.
 */
public final class IntakeJob {
  private static final StructType FILE_SCHEMA =
      StructType.fromDDL(
          "batch_id STRING, arrival BIGINT, department STRING, extract STRING, delivered_on DATE, file STRING,"
              + " file_sha256 STRING, size_bytes BIGINT, is_simulated BOOLEAN, is_repeat BOOLEAN");

  /** Columns of every silver row that intake knows itself; all others come from the file. */
  private static final Set<String> EVIDENCE =
      Set.of("is_simulated", "file_sha256", "file", "sheet", "row", "cell", "arrival", "batch_id");

  private static final int BATCH_ID_LENGTH = 16;

  private final Lake lake;
  private final LandingArea landing;
  private final ContractRegistry contracts;
  private final Consumer<String> progress;
  private final ReadingSizes sizes;
  private final LakeTable register;
  private final LakeTable deliveries;
  private final LakeTable reconciliation;

  /**
   * @param progress told in one line what is being done
   */
  public IntakeJob(
      Lake lake, LandingArea landing, ContractRegistry contracts, Consumer<String> progress) {
    this(lake, landing, contracts, progress, ReadingSizes.USUAL);
  }

  IntakeJob(
      Lake lake,
      LandingArea landing,
      ContractRegistry contracts,
      Consumer<String> progress,
      ReadingSizes sizes) {
    this.lake = lake;
    this.sizes = sizes;
    this.landing = landing;
    this.contracts = contracts;
    this.progress = progress;
    this.register = lake.table("bronze", "file");
    this.deliveries = lake.table("quality", "delivery");
    this.reconciliation = lake.table("quality", "reconciliation");
  }

  /**
   * Takes in what is new.
   *
   * @param department only this department's folder
   * @param extract only this extract's folders
   */
  public IntakeResult run(Optional<String> department, Optional<String> extract) {
    LandingArea.Listing listing = landing.list(department, extract);
    listing
        .unfinished()
        .forEach(file -> progress.accept("Still being written, not taken in yet: " + file));
    List<Row> registered = register.readOrEmpty(FILE_SCHEMA).collectAsList();
    Set<String> done = new HashSet<>();
    if (reconciliation.exists()) {
      reconciliation
          .read()
          .select("batch_id")
          .distinct()
          .collectAsList()
          .forEach(row -> done.add(row.getString(0)));
    }
    int files = 0;
    Set<String> problems = new TreeSet<>();
    int refused = 0;
    RecordCounts counts = RecordCounts.NONE;
    TreeMap<String, List<Row>> unfinished = new TreeMap<>();
    for (Row row : registered) {
      if (!done.contains(row.<String>getAs("batch_id"))) {
        unfinished.computeIfAbsent(row.getAs("batch_id"), id -> new ArrayList<>()).add(row);
      }
    }
    newBatch(listing.files(), registered)
        .ifPresent(batch -> unfinished.put(batch.get(0).getAs("batch_id"), batch));
    Set<String> taken = new TreeSet<>();
    for (Row row : registered) {
      if (done.contains(row.<String>getAs("batch_id"))) {
        taken.add(row.getAs("file"));
      }
    }
    Set<String> takenNow = new HashSet<>();
    for (List<Row> batch : unfinished.values()) {
      Withdrawals before = Withdrawals.among(taken);
      batch.forEach(row -> takenNow.add(row.getAs("file")));
      taken.addAll(takenNow);
      BatchResult result = take(batch, before, Withdrawals.among(taken));
      files += batch.size();
      refused += result.refusals().size();
      problems.addAll(result.refusals());
      counts = counts.plus(result.counts());
    }
    Withdrawals withdrawals = Withdrawals.among(taken);
    for (Problem problem : withdrawals.unknown()) {
      problems.add(problem.toString());
      refused += takenNow.contains(problem.subject()) ? 1 : 0;
    }
    listing.misplaced().forEach(problem -> problems.add(problem.toString()));
    problems.addAll(standingRefusals(withdrawals));
    return new IntakeResult(files, refused, counts, List.copyOf(problems));
  }

  private record BatchResult(List<String> refusals, RecordCounts counts) {}

  /**
   * Registers the files that the register does not know, under one batch; empty when there are
   * none.
   */
  private Optional<List<Row>> newBatch(List<LandedFile> listed, List<Row> registered) {
    Set<String> known = new HashSet<>();
    Set<String> contents = new HashSet<>();
    long arrival = 0;
    for (Row row : registered) {
      known.add(row.getAs("file") + "\n" + row.getAs("file_sha256"));
      contents.add(
          content(row.getAs("department"), row.getAs("extract"), row.getAs("file_sha256")));
      arrival = Math.max(arrival, row.<Long>getAs("arrival"));
    }
    List<LandedFile> fresh =
        listed.stream()
            .filter(file -> !known.contains(file.file() + "\n" + file.fileSha256()))
            .toList();
    if (fresh.isEmpty()) {
      return Optional.empty();
    }
    String batchId = batchId(fresh);
    List<Row> rows = new ArrayList<>();
    for (LandedFile file : fresh) {
      boolean isRepeat =
          !contents.add(content(file.department(), file.extract(), file.fileSha256()));
      rows.add(
          new org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema(
              new Object[] {
                batchId,
                ++arrival,
                file.department(),
                file.extract(),
                java.sql.Date.valueOf(file.deliveredOn()),
                file.file(),
                file.fileSha256(),
                file.sizeBytes(),
                file.isSimulated(),
                isRepeat
              },
              FILE_SCHEMA));
    }
    register.appendOnce(lake.spark().createDataFrame(rows, FILE_SCHEMA).coalesce(1), batchId);
    return Optional.of(rows);
  }

  private static String content(String department, String extract, String sha256) {
    return String.join("\n", department, extract, sha256);
  }

  private static String batchId(List<LandedFile> files) {
    StringBuilder all = new StringBuilder();
    files.forEach(
        file -> all.append(file.file()).append('\n').append(file.fileSha256()).append('\n'));
    byte[] hash = LandingArea.newSha256().digest(all.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, BATCH_ID_LENGTH);
  }

  /**
   * @param before withdrawals among the files taken in so far
   * @param now with those of this batch
   */
  private BatchResult take(List<Row> batch, Withdrawals before, Withdrawals now) {
    String batchId = batch.get(0).getAs("batch_id");
    progress.accept("Reading " + batch.size() + " files");
    List<ReadingTask> tasks = new ArrayList<>();
    List<Row> withdrawals = new ArrayList<>();
    for (Row registered : batch) {
      ReadingTask task = ReadingTask.of(registered);
      if (Withdrawals.isWithdrawal(task.file())) {
        withdrawals.add(PartRows.withdrawal(task));
      } else {
        tasks.add(task);
      }
    }
    try (BatchParts parts = new BatchParts(lake, landing, contracts, sizes, tasks)) {
      List<Row> files = new ArrayList<>(FileTotals.of(parts.of(PartRows.FILE).collectAsList()));
      files.addAll(withdrawals);
      return write(parts, files, batchId, before, now);
    }
  }

  private BatchResult write(
      BatchParts parts, List<Row> files, String batchId, Withdrawals before, Withdrawals now) {
    RecordCounts counts = RecordCounts.NONE;
    List<String> refusals = new ArrayList<>();
    for (Row file : files) {
      counts = counts.plus(countsOf(file));
      if (file.getAs("status").equals("refused")) {
        refusals.add(file.getAs("reason"));
      }
    }
    progress.accept("Writing " + counts.delivered() + " records of " + files.size() + " files");
    List<Runnable> writes = new ArrayList<>();
    writes.add(() -> writeBronze(parts, batchId));
    for (Contract contract : contracts.layer("silver")) {
      String target = contract.name();
      WithdrawnFiles withdrawn = withdrawn(target, before, now);
      boolean isChanged = !withdrawn.changed().isEmpty() && lake.table("silver", target).exists();
      long filesOfTarget = files.stream().filter(file -> fills(file, target)).count();
      if (filesOfTarget > 0 || isChanged) {
        writes.add(() -> writeSilver(parts, target, filesOfTarget, batchId, withdrawn));
      }
    }
    Dataset<Row> cells = parts.of(PartRows.CELL).withColumn("batch_id", lit(batchId));
    writes.add(() -> appendQuality("quarantined_row", cells, batchId));
    writes.add(() -> appendQuality("delivery", deliveryRows(files), batchId));
    IndependentWrites.run(writes);
    verifyAccepted(files, batchId);
    appendQuality("warning", warnings(parts, files, batchId), batchId);
    appendQuality(
        "reconciliation",
        lake.spark().createDataFrame(files, PartRows.SCHEMA).withColumn("batch_id", lit(batchId)),
        batchId);
    return new BatchResult(refusals, counts);
  }

  /** Doubts about rows and cells, and about the series they complete, in one write. */
  private Dataset<Row> warnings(BatchParts parts, List<Row> files, String batchId) {
    Contract table = contract("quality", "warning");
    Dataset<Row> all =
        TableSchema.conform(parts.of(PartRows.WARNING).withColumn("batch_id", lit(batchId)), table);
    LakeTable told = lake.table("quality", "warning");
    SeriesAnomalies anomalies = new SeriesAnomalies(contracts);
    for (Contract silver : contracts.layer("silver")) {
      boolean isTouched = files.stream().anyMatch(file -> fills(file, silver.name()));
      if (isTouched && !silver.seriesChecks().isEmpty()) {
        Dataset<Row> found =
            anomalies.of(silver, lake.table("silver", silver.name()).read(), batchId);
        Dataset<Row> news =
            told.exists() ? SeriesAnomalies.untold(found, told.read(), batchId) : found;
        all = all.unionByName(TableSchema.conform(news, table));
      }
    }
    return all;
  }

  private void writeBronze(BatchParts parts, String batchId) {
    Dataset<Row> rows =
        parts
            .of(PartRows.ROW)
            .select(
                "department",
                "extract",
                "file",
                "file_sha256",
                "sheet",
                "sheet_index",
                "row",
                "cells",
                "merged",
                "disposition")
            .withColumn("batch_id", lit(batchId));
    lake.table("bronze", "delivered_row").appendOnce(rows, batchId);
  }

  private static RecordCounts countsOf(Row file) {
    return new RecordCounts(
        file.<Long>getAs("rows_delivered"),
        file.<Long>getAs("rows_accepted"),
        file.<Long>getAs("rows_quarantined"),
        file.<Long>getAs("rows_superseded"));
  }

  /** Silver tables that take records of these files. */
  private List<String> targets(List<Row> files) {
    return files.stream()
        .filter(file -> countsOf(file).accepted() > 0)
        .map(file -> contracts.extract(file.getAs("department"), file.getAs("extract")))
        .flatMap(Optional::stream)
        .map(Contract::targetTable)
        .distinct()
        .sorted()
        .toList();
  }

  private Contract contract(String layer, String table) {
    return contracts
        .table(layer, table)
        .orElseThrow(
            () ->
                new IllegalStateException("No contract schemas/" + layer + "/" + table + ".yaml"));
  }

  private boolean fills(Row file, String target) {
    return countsOf(file).accepted() > 0
        && contracts
            .extract(file.getAs("department"), file.getAs("extract"))
            .filter(extract -> extract.targetTable().equals(target))
            .isPresent();
  }

  private WithdrawnFiles withdrawn(String target, Withdrawals before, Withdrawals now) {
    List<String> folders =
        contracts.extracts().stream()
            .filter(extract -> extract.targetTable().equals(target))
            .map(extract -> extract.department() + "/" + extract.name())
            .toList();
    return WithdrawnFiles.since(before.dayByFileOf(folders), now.dayByFileOf(folders));
  }

  private void writeSilver(
      BatchParts parts, String target, long files, String batchId, WithdrawnFiles withdrawn) {
    Contract contract = contract("silver", target);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < contract.columns().size(); i++) {
      ContractColumn column = contract.columns().get(i);
      if (column.name().equals(Vintages.KNOWN_TO)) {
        continue;
      }
      Column source =
          switch (column.name()) {
            case Vintages.KNOWN_FROM -> col("delivered_on");
            case Vintages.BATCH_ID -> lit(batchId);
            default ->
                EVIDENCE.contains(column.name()) ? col(column.name()) : col("values").getItem(i);
          };
      columns.add(source.cast(column.physicalType()).as(column.name()));
    }
    Dataset<Row> rows = parts.records(target).select(columns.toArray(Column[]::new));
    // Nothing need be read for a table in which something is only withdrawn.
    Dataset<Row> arriving = files > 0 ? rows : rows.limit(0);
    Vintages.add(lake.table("silver", target), arriving, files, contract.key(), batchId, withdrawn);
  }

  /** Counts what silver holds of the batch: rows are conserved on disk, not on paper. */
  private void verifyAccepted(List<Row> files, String batchId) {
    Map<String, Long> written = new HashMap<>();
    targets(files).stream()
        .map(target -> lake.table("silver", target))
        .map(table -> Vintages.asDelivered(table.read().where(col("batch_id").equalTo(batchId))))
        .map(rows -> rows.select("file"))
        .reduce(Dataset::union)
        .ifPresent(
            all ->
                all.groupBy("file")
                    .agg(count(lit(1)).as("records"))
                    .collectAsList()
                    .forEach(row -> written.put(row.getString(0), row.getLong(1))));
    for (Row file : files) {
      long accepted = file.<Long>getAs("rows_accepted");
      long found = written.getOrDefault(file.<String>getAs("file"), 0L);
      if (accepted != found) {
        throw new IllegalStateException(
            "Rows are not conserved: "
                + file.getAs("file")
                + " gave "
                + accepted
                + " records, silver holds "
                + found);
      }
    }
  }

  private Dataset<Row> deliveryRows(List<Row> files) {
    StructType schema = TableSchema.of(contract("quality", "delivery"));
    DueDays dueDays = new DueDays();
    List<Row> rows = new ArrayList<>();
    for (Row file : files) {
      Optional<Contract> contract =
          contracts.extract(file.getAs("department"), file.getAs("extract"));
      java.sql.Date deliveredOn = file.getAs("delivered_on");
      Map<String, Object> values = new HashMap<>();
      LocalDate day = deliveredOn.toLocalDate();
      Optional<Period> period = DeliveredPeriod.ended(file.getAs("period"), day);
      Optional<DateInterval> due =
          period.flatMap(p -> contract.flatMap(c -> dueDays.of(c.latencyWorkdays(), p)));
      values.put("period", period.map(Period::code).orElse(null));
      values.put(
          "due_on",
          due.filter(DateInterval::isSettled)
              .map(interval -> java.sql.Date.valueOf(interval.latest()))
              .orElse(null));
      values.put("delivered_at", deliveredOn);
      values.put(
          "is_on_time", due.flatMap(interval -> DueDays.isOnTime(interval, day)).orElse(null));
      values.put(
          "is_complete",
          countsOf(file).accepted() + countsOf(file).superseded() == countsOf(file).delivered()
              && !file.getAs("status").equals("refused"));
      Object[] cells = new Object[schema.size()];
      List<String> carried = List.of(file.schema().fieldNames());
      for (int i = 0; i < cells.length; i++) {
        String name = schema.fieldNames()[i];
        cells[i] =
            values.containsKey(name)
                ? values.get(name)
                : carried.contains(name) ? file.getAs(name) : null;
      }
      rows.add(RowFactory.create(cells));
    }
    return lake.spark().createDataFrame(rows, schema);
  }

  private void appendQuality(String table, Dataset<Row> rows, String batchId) {
    lake.table("quality", table)
        .appendOnce(TableSchema.conform(rows, contract("quality", table)).coalesce(1), batchId);
  }

  /** Refused files, not withdrawn, after which nothing of the same extract was accepted. */
  private List<String> standingRefusals(Withdrawals withdrawals) {
    if (!deliveries.exists()) {
      return List.of();
    }
    Dataset<Row> all = deliveries.read();
    Dataset<Row> lastAccepted =
        all.where("status in ('loaded', 'repeated')")
            .groupBy("department", "extract")
            .agg(max("delivered_at").as("accepted_at"));
    return all
        .where("status = 'refused'")
        .join(
            lastAccepted,
            scala.jdk.javaapi.CollectionConverters.asScala(List.of("department", "extract"))
                .toSeq(),
            "left")
        .where("accepted_at is null or accepted_at <= delivered_at")
        .select("file", "reason")
        .collectAsList()
        .stream()
        .filter(row -> !withdrawals.isWithdrawn(row.getString(0)))
        .map(row -> row.getString(1))
        .sorted()
        .distinct()
        .toList();
  }
}
