package citybrain.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Keyed rows with the days between which we knew them.
 *
 * <p>A delivery is known from its delivery date; a later delivery of the same key ends it. The
 * table that results does not depend on the order in which deliveries arrive. Two files of one day:
 * the later name wins; one name delivered twice on a day: the later arrival wins, because nothing
 * else tells them apart.
 */
public final class Vintages {
  public static final String KNOWN_FROM = "known_from";
  public static final String KNOWN_TO = "known_to";
  public static final String FILE = "file";
  public static final String FILE_SHA256 = "file_sha256";
  public static final String ARRIVAL = "arrival";
  public static final String SHEET = "sheet";
  public static final String ROW = "row";
  public static final String CELL = "cell";
  public static final String BATCH_ID = "batch_id";

  /** Where a row stands in what was delivered: its identity, whatever it says. */
  private static final List<String> PLACE = List.of(FILE, FILE_SHA256, SHEET, ROW, CELL);

  private Vintages() {}

  /** The rows we knew on {@code asOf}: at most one per key. */
  public static Dataset<Row> asOf(Dataset<Row> vintages, LocalDate asOf) {
    Column day = lit(java.sql.Date.valueOf(asOf));
    return vintages.where(
        col(KNOWN_FROM).leq(day).and(col(KNOWN_TO).isNull().or(col(KNOWN_TO).gt(day))));
  }

  /**
   * Adds delivered rows to a table and ends the vintages they replace, in one transaction.
   *
   * @param delivered all rows of the batch, with everything but {@code known_to}. They go in
   *     together, so a table that holds one of them holds all, and repeating the batch changes
   *     nothing
   * @param key columns of the business key
   */
  public static void add(
      LakeTable table, Dataset<Row> delivered, List<String> key, String batchId) {
    if (!table.exists()) {
      table.appendOnce(withKnownTo(delivered, key), batchId);
      return;
    }
    if (!table.read().where(col(BATCH_ID).equalTo(batchId)).isEmpty()) {
      return;
    }
    Dataset<Row> known = table.read().drop(KNOWN_TO);
    Dataset<Row> touched =
        known.join(delivered.select(columns(key)).distinct(), asSeq(key), "left_semi");
    // Union by name, then by place: a row that is there already (a run cut off before its end) is
    // the same row.
    Dataset<Row> all = touched.unionByName(delivered);
    Dataset<Row> dated = withKnownTo(all, key);
    DeltaTable target = table.delta();
    target
        .as("t")
        .merge(dated.as("s"), samePlace())
        .whenMatched("not (t.known_to <=> s.known_to)")
        .updateExpr(Map.of(KNOWN_TO, "s." + KNOWN_TO))
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  private static String samePlace() {
    return PLACE.stream().map(c -> "t." + c + " <=> s." + c).collect(Collectors.joining(" and "));
  }

  private static Dataset<Row> withKnownTo(Dataset<Row> rows, List<String> key) {
    WindowSpec byAge =
        Window.partitionBy(columns(key))
            .orderBy(col(KNOWN_FROM), col(FILE), col(ARRIVAL), col(SHEET), col(ROW), col(CELL));
    return rows.withColumn(KNOWN_TO, lead(KNOWN_FROM, 1).over(byAge));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().flatMap(name -> Stream.of(col(name))).toArray(Column[]::new);
  }

  private static scala.collection.immutable.Seq<String> asSeq(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
  }
}
