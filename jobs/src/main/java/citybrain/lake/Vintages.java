package citybrain.lake;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Keyed records with the days between which they were what we knew.
 *
 * <p>A record is known from its delivery date. A later delivery of the same key ends it if it says
 * something else in any column but the evidence; one that says the same is kept with an empty
 * validity, {@code known_from = known_to}, and the first evidence keeps standing. Two files of one
 * day: the later name wins; one name delivered twice on a day: the later arrival wins, because
 * nothing else tells them apart.
 *
 * <p>The records of a withdrawn file are not known from the day of the withdrawal on. What the
 * key's other records say becomes known again: a restored row, which repeats the values and the
 * evidence of its delivery and starts with the day of the withdrawal.
 *
 * <p>The table that results does not depend on the order in which deliveries and withdrawals
 * arrive. A row is identified by its place (file, hash, sheet, row, cell) and {@code known_from};
 * {@code file} is the path below the landing area, with the delivery date as its third part. See
 * docs/adr/0007-every-record-kept-once-known.md.
 */
public final class Vintages {
  public static final String KNOWN_FROM = "known_from";
  public static final String KNOWN_TO = "known_to";
  public static final String IS_SIMULATED = "is_simulated";
  public static final String FILE = "file";
  public static final String FILE_SHA256 = "file_sha256";
  public static final String ARRIVAL = "arrival";
  public static final String SHEET = "sheet";
  public static final String ROW = "row";
  public static final String CELL = "cell";
  public static final String BATCH_ID = "batch_id";

  /** Where a record stands in what was delivered, and since when: a row, whatever it says. */
  private static final List<String> IDENTITY =
      List.of(FILE, FILE_SHA256, SHEET, ROW, CELL, KNOWN_FROM);

  private static final String IS_THERE = "is_there";
  private static final String KNOWN_TO_THERE = "known_to_there";
  private static final String THERE = "there_";

  /** Columns that say where a record is from and not what it says. */
  private static final Set<String> EVIDENCE =
      Set.of(
          KNOWN_FROM,
          KNOWN_TO,
          IS_SIMULATED,
          FILE,
          FILE_SHA256,
          ARRIVAL,
          SHEET,
          ROW,
          CELL,
          BATCH_ID,
          IS_THERE,
          KNOWN_TO_THERE);

  /** Keys that one task holds in memory with ease, so that the table need not be sorted by key. */
  private static final long KEYS_TO_BROADCAST = 250_000;

  private static final int DELIVERY_DATE_PART = 3;

  private static final String ACTION = "action";
  private static final String INSERT = "insert";
  private static final String UPDATE = "update";
  private static final String DELETE = "delete";

  private final LakeTable table;
  private final Dataset<Row> delivered;
  private final long files;
  private final List<String> key;
  private final String batchId;
  private final WithdrawnFiles withdrawn;
  private final List<String> stored;

  private Vintages(
      LakeTable table,
      Dataset<Row> delivered,
      long files,
      List<String> key,
      String batchId,
      WithdrawnFiles withdrawn) {
    this.table = table;
    this.delivered = delivered;
    this.files = files;
    this.key = List.copyOf(key);
    this.batchId = batchId;
    this.withdrawn = withdrawn;
    this.stored = Stream.concat(Arrays.stream(delivered.columns()), Stream.of(KNOWN_TO)).toList();
  }

  /** The rows we knew on {@code asOf}: at most one per key. */
  public static Dataset<Row> asOf(Dataset<Row> vintages, LocalDate asOf) {
    Column day = lit(java.sql.Date.valueOf(asOf));
    return vintages.where(
        col(KNOWN_FROM).leq(day).and(col(KNOWN_TO).isNull().or(col(KNOWN_TO).gt(day))));
  }

  /** The rows that were delivered, each once: all but the restored ones. */
  public static Dataset<Row> asDelivered(Dataset<Row> vintages) {
    return vintages.where(not(isRestored()));
  }

  /**
   * Adds delivered records to a table and brings the dates of their keys up to date, in one
   * transaction.
   *
   * @param delivered all records of the batch for this table, with everything but {@code known_to};
   *     none, if the batch only withdraws. They go in together, so a table that holds one of them
   *     holds all, and repeating the batch changes nothing
   * @param key columns of the business key
   * @param files from how many files they come. Records of one file have different keys, so those
   *     of a single one need no comparison with each other
   * @param withdrawn all withdrawals of files of this table, those of this batch included
   */
  public static void add(
      LakeTable table,
      Dataset<Row> delivered,
      long files,
      List<String> key,
      String batchId,
      WithdrawnFiles withdrawn) {
    new Vintages(table, delivered, files, key, batchId, withdrawn).add();
  }

  static boolean isEvidence(String column) {
    return EVIDENCE.contains(column);
  }

  private static Column isRestored() {
    Column deliveredOn = to_date(element_at(split(col(FILE), "/"), DELIVERY_DATE_PART));
    return not(col(KNOWN_FROM).eqNullSafe(deliveredOn));
  }

  private void add() {
    if (!table.exists()) {
      append();
      return;
    }
    if (!table.read().where(col(BATCH_ID).equalTo(batchId)).isEmpty()) {
      return;
    }
    // Records may be read anew from their files each time they are asked for; their keys are asked
    // for twice.
    Dataset<Row> keys = delivered.select(columns(key)).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      add(keys);
    } finally {
      keys.unpersist();
    }
  }

  private void add(Dataset<Row> keys) {
    if (!withdrawn.changed().isEmpty()) {
      Column isOfChangedFile = col(FILE).isin(withdrawn.changed().toArray());
      Dataset<Row> all = keys.unionByName(table.read().where(isOfChangedFile).select(columns(key)));
      merge(withKeys(table.read(), all, all.count()));
      return;
    }
    KeyRange arriving = KeyRange.of(keys, key);
    Dataset<Row> near = table.read().where(arriving.contains(""));
    // Only the key columns are read here: of new keys, which most deliveries bring, nothing more is
    // asked of the table.
    KeyRange touched = KeyRange.of(withKeys(near, keys, arriving.rows()).select(columns(key)), key);
    if (touched.rows() == 0) {
      append();
    } else {
      merge(withKeys(table.read().where(touched.contains("")), keys, arriving.rows()));
    }
  }

  /** Nothing that is in the table has any of the keys. */
  private void append() {
    WithdrawnFiles ofDelivered = ofDelivered();
    Dataset<Row> dated =
        files == 1 && ofDelivered.dayByFile().isEmpty()
            ? delivered.withColumn(KNOWN_TO, lit(null).cast("date"))
            : VintageDates.of(delivered, key, ofDelivered);
    table.appendOnce(dated.select(columns(stored)), batchId);
  }

  /** Most batches hold no withdrawn file, and dating is cheaper for them. */
  private WithdrawnFiles ofDelivered() {
    if (withdrawn.dayByFile().isEmpty()) {
      return withdrawn;
    }
    List<String> taken =
        delivered
            .where(col(FILE).isin(withdrawn.dayByFile().keySet().toArray()))
            .select(FILE)
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    return withdrawn.of(taken);
  }

  private Dataset<Row> withKeys(Dataset<Row> rows, Dataset<Row> keys, long keyCount) {
    Dataset<Row> wanted =
        keys.select(
            key.stream()
                .map(name -> col("`" + name + "`").as("wanted_" + name))
                .toArray(Column[]::new));
    Column same =
        key.stream()
            .map(name -> col("`" + name + "`").eqNullSafe(col("`wanted_" + name + "`")))
            .reduce(Column::and)
            .orElseThrow();
    return rows.join(keyCount <= KEYS_TO_BROADCAST ? broadcast(wanted) : wanted, same, "left_semi");
  }

  /**
   * @param known all rows of the keys that the batch touches
   */
  private void merge(Dataset<Row> known) {
    Dataset<Row> there =
        asDelivered(known)
            .withColumn(IS_THERE, lit(true))
            .withColumnRenamed(KNOWN_TO, KNOWN_TO_THERE);
    Dataset<Row> arriving =
        delivered
            .withColumn(IS_THERE, lit(false))
            .withColumn(KNOWN_TO_THERE, lit(null).cast("date"));
    Dataset<Row> dated = VintageDates.of(there.unionByName(arriving), key, withdrawn);
    Dataset<Row> changes =
        dated.where(not(col(VintageDates.IS_RESTORED))).drop(VintageDates.IS_RESTORED);
    if (!withdrawn.isEmpty()) {
      changes = changes.unionByName(restored(dated, known));
    }
    changes = changes.withColumn(ACTION, action()).where(col(ACTION).isNotNull());
    changes =
        changes
            .select(columns(Stream.concat(stored.stream(), Stream.of(ACTION)).toList()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      write(changes);
    } finally {
      changes.unpersist();
    }
  }

  /** Restored rows as they should be beside those that are there. */
  private Dataset<Row> restored(Dataset<Row> dated, Dataset<Row> known) {
    Dataset<Row> wanted =
        dated
            .where(col(VintageDates.IS_RESTORED))
            .drop(VintageDates.IS_RESTORED, IS_THERE, KNOWN_TO_THERE);
    Dataset<Row> there =
        known
            .where(isRestored())
            .select(
                stored.stream()
                    .map(name -> col("`" + name + "`").as(THERE + name))
                    .toArray(Column[]::new));
    Column same =
        IDENTITY.stream()
            .map(name -> col(name).eqNullSafe(col(THERE + name)))
            .reduce(Column::and)
            .orElseThrow();
    Column isWanted = col(FILE).isNotNull();
    Column isThere = col(THERE + FILE).isNotNull();
    Column[] columns =
        Stream.concat(
                stored.stream()
                    .map(
                        name ->
                            when(isWanted, col("`" + name + "`"))
                                .otherwise(col("`" + THERE + name + "`"))
                                .as(name)),
                Stream.of(
                    // What is there and no longer wanted is told by is_there without a value.
                    when(isWanted, isThere).as(IS_THERE), col(THERE + KNOWN_TO).as(KNOWN_TO_THERE)))
            .toArray(Column[]::new);
    return wanted.join(there, same, "full_outer").select(columns);
  }

  private static Column action() {
    return when(col(IS_THERE).isNull(), DELETE)
        .when(not(col(IS_THERE)), INSERT)
        .when(not(col(KNOWN_TO).eqNullSafe(col(KNOWN_TO_THERE))), UPDATE);
  }

  private void write(Dataset<Row> changes) {
    Row counts =
        changes
            .agg(count_if(col(ACTION).equalTo(INSERT)), count_if(col(ACTION).notEqual(INSERT)))
            .head();
    long inserts = counts.getLong(0);
    long others = counts.getLong(1);
    if (others == 0) {
      if (inserts > 0) {
        table.appendOnce(changes.drop(ACTION), batchId);
      }
      return;
    }
    // New rows match nothing, so files that hold no row to change need not be opened.
    KeyRange changing = KeyRange.of(changes.where(col(ACTION).notEqual(INSERT)), key);
    Column isSame =
        IDENTITY.stream()
            .map(name -> col("t." + name).eqNullSafe(col("s." + name)))
            .reduce(changing.contains("t."), Column::and);
    Map<String, Column> values = new LinkedHashMap<>();
    stored.forEach(name -> values.put(name, col("s." + name)));
    table
        .delta()
        .as("t")
        .merge(changes.as("s"), isSame)
        .whenMatched(col("s." + ACTION).equalTo(UPDATE))
        .update(Map.of(KNOWN_TO, col("s." + KNOWN_TO)))
        .whenMatched(col("s." + ACTION).equalTo(DELETE))
        .delete()
        .whenNotMatched(col("s." + ACTION).equalTo(INSERT))
        .insert(values)
        .execute();
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
  }
}
