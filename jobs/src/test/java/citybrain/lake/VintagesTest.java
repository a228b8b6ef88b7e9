package citybrain.lake;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Against a model that knows files, days and nothing of tables. */
@ExtendWith(SparkSessionExtension.class)
final class VintagesTest {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "id STRING, part INT, amount DECIMAL(28,8), note STRING, known_from DATE, is_simulated BOOLEAN,"
              + " file_sha256 STRING, file STRING, sheet STRING, row INT, cell STRING, arrival BIGINT");
  private static final List<String> KEY = List.of("id", "part");
  private static final String FOLDER = "市公安局/accidents/";

  @TempDir private Path folder;

  /**
   * One record of a file.
   *
   * @param says amount and note follow from it; null for a record whose facts are blank
   */
  private record Delivered(String id, @Nullable Integer says, String file, int version, int row) {
    LocalDate day() {
      return LocalDate.parse(file.split("/", -1)[2]);
    }

    Row at(long arrival) {
      return RowFactory.create(
          id,
          id.length() % 2 == 0 ? 1 : null,
          says == null ? null : new java.math.BigDecimal(says),
          says == null ? null : "\"" + says + "\"",
          Date.valueOf(day()),
          version % 2 == 0,
          "sha" + version + file,
          file,
          "",
          row,
          null,
          arrival);
    }
  }

  /** What comes at once: the records of a file, or the withdrawal of one. */
  private record Arrival(String file, List<Delivered> records, @Nullable LocalDate withdrawnOn) {}

  private static LocalDate day(int day) {
    return LocalDate.of(2020, 9, day);
  }

  private static String file(int day, String name) {
    return FOLDER + day(day) + "/" + name + ".csv";
  }

  private static Arrival file(int day, String name, int version, String... idsAndWhatTheySay) {
    List<Delivered> records = new ArrayList<>();
    for (String pair : idsAndWhatTheySay) {
      String[] parts = pair.split("=", -1);
      records.add(
          new Delivered(
              parts[0],
              parts[1].equals("blank") ? null : Integer.valueOf(parts[1]),
              file(day, name),
              version,
              records.size() + 2));
    }
    return new Arrival(file(day, name), records, null);
  }

  private static Arrival withdrawal(int day, int of, String name) {
    return new Arrival(file(of, name), List.of(), day(day));
  }

  /** A lake's table and what has arrived so far. */
  private static final class Shelf {
    private final SparkSession spark;
    private final LakeTable table;
    private final List<Arrival> arrived = new ArrayList<>();
    private int batches;

    Shelf(SparkSession spark, Path folder) {
      this.spark = spark;
      this.table = new Lake(spark, folder.toString()).table("silver", "sample");
    }

    void take(Arrival... batch) {
      take(Arrays.asList(batch));
    }

    void take(List<Arrival> batch) {
      Map<String, LocalDate> before = withdrawn();
      int first = arrived.size();
      arrived.addAll(batch);
      List<Row> rows = new ArrayList<>();
      for (int i = first; i < arrived.size(); i++) {
        long arrival = i;
        arrived.get(i).records().forEach(record -> rows.add(record.at(arrival)));
      }
      WithdrawnFiles withdrawn = WithdrawnFiles.since(before, withdrawn());
      String batchId = "batch" + ++batches;
      Dataset<Row> delivered =
          spark.createDataFrame(rows, SCHEMA).coalesce(1).withColumn("batch_id", lit(batchId));
      if (!rows.isEmpty() || table.exists()) {
        long files = batch.stream().filter(arrival -> arrival.withdrawnOn() == null).count();
        Vintages.add(table, delivered, files, KEY, batchId, withdrawn);
      }
    }

    /** A withdrawal holds once its file is there; of two, the first day. */
    private Map<String, LocalDate> withdrawn() {
      Map<String, LocalDate> days = new TreeMap<>();
      for (Arrival act : arrived) {
        boolean isThere =
            arrived.stream().anyMatch(a -> a.withdrawnOn() == null && a.file().equals(act.file()));
        if (act.withdrawnOn() != null && isThere) {
          days.merge(act.file(), act.withdrawnOn(), (a, b) -> a.isBefore(b) ? a : b);
        }
      }
      return days;
    }

    List<Row> rows() {
      return table.read().collectAsList();
    }

    /** All rows but for what tells their arrival. */
    List<String> content() {
      return table.read().drop("arrival", "batch_id").toJSON().collectAsList().stream()
          .sorted()
          .toList();
    }

    /** What each key says on a day, by the definition. */
    SortedMap<String, String> expectedOn(LocalDate asOf) {
      Map<String, LocalDate> withdrawn = withdrawn();
      TreeMap<String, String> known = new TreeMap<>();
      List<Delivered> records = new ArrayList<>();
      arrived.forEach(arrival -> records.addAll(arrival.records()));
      // A stable sort: of one file's versions, the later arrival stays the later.
      records.sort(Comparator.comparing(Delivered::day).thenComparing(Delivered::file));
      for (Delivered record : records) {
        LocalDate end = withdrawn.getOrDefault(record.file(), LocalDate.MAX);
        if (!record.day().isAfter(asOf) && end.isAfter(asOf)) {
          known.put(record.id(), String.valueOf(record.says()));
        }
      }
      return known;
    }

    /** Holds the as-of answers of these days, asked in one job, against the definition. */
    void check(LocalDate... days) {
      TreeMap<LocalDate, SortedMap<String, String>> known = new TreeMap<>();
      TreeMap<LocalDate, SortedMap<String, String>> expected = new TreeMap<>();
      for (LocalDate day : days) {
        known.put(day, new TreeMap<>());
        expected.put(day, expectedOn(day));
      }
      Arrays.stream(days)
          .map(day -> Vintages.asOf(table.read(), day).withColumn("as_of", lit(Date.valueOf(day))))
          .reduce(Dataset::union)
          .orElseThrow()
          .collectAsList()
          .forEach(
              row -> {
                java.math.BigDecimal amount = row.getAs("amount");
                String says = amount == null ? "null" : Integer.toString(amount.intValueExact());
                assertThat(
                        known
                            .computeIfAbsent(
                                row.<Date>getAs("as_of").toLocalDate(), day -> new TreeMap<>())
                            .put(row.getAs("id"), says))
                    .as("one row per key")
                    .isNull();
              });
      assertThat(known).as("after %s", arrived).isEqualTo(expected);
    }
  }

  private static List<String> story(Shelf shelf) {
    return shelf.rows().stream()
        .map(
            row ->
                row.getAs("id")
                    + " "
                    + (row.isNullAt(row.fieldIndex("amount"))
                        ? "blank"
                        : row.<java.math.BigDecimal>getAs("amount").intValueExact())
                    + " "
                    + row.<String>getAs("file").substring(FOLDER.length() + 8)
                    + " "
                    + row.getAs("known_from").toString().substring(8)
                    + ".."
                    + (row.isNullAt(row.fieldIndex("known_to"))
                        ? ""
                        : row.getAs("known_to").toString().substring(8)))
        .sorted()
        .toList();
  }

  @Test
  void everyRecordIsKeptAndKnownWhileItSaysWhatIsNew(SparkSession spark) {
    Shelf shelf = new Shelf(spark, folder);
    shelf.take(file(1, "a", 1, "corrected=10", "repeated=20", "again=30", "gone=40", "blank=5"));
    shelf.take(
        file(2, "a", 1, "corrected=11", "repeated=20", "again=31", "new=1", "blank=blank"),
        file(3, "a", 1, "again=30", "blank=blank"));
    shelf.take(withdrawal(4, 2, "a"), withdrawal(5, 1, "a"));

    assertThat(story(shelf))
        .containsExactly(
            "again 30 01/a.csv 01..02",
            "again 30 03/a.csv 03..",
            "again 31 02/a.csv 02..03",
            "blank 5 01/a.csv 01..02",
            "blank blank 02/a.csv 02..04",
            "blank blank 03/a.csv 03..03",
            "blank blank 03/a.csv 04..",
            "corrected 10 01/a.csv 01..02",
            "corrected 10 01/a.csv 04..05",
            "corrected 11 02/a.csv 02..04",
            "gone 40 01/a.csv 01..05",
            "new 1 02/a.csv 02..04",
            "repeated 20 01/a.csv 01..05",
            "repeated 20 02/a.csv 02..02");
    assertThat(Vintages.asDelivered(shelf.table.read()).count()).isEqualTo(12);
  }

  @Test
  void newKeysAreAppendedAndNoFileIsRewritten(SparkSession spark) {
    Shelf shelf = new Shelf(spark, folder);
    shelf.take(file(1, "a", 1, "k1=1", "k2=2", "k5=5"));
    List<String> files = Arrays.asList(shelf.table.read().inputFiles());

    shelf.take(file(2, "a", 1, "k3=3", "k4=4"), file(2, "b", 1, "k9=9"));

    assertThat(shelf.table.read().inputFiles()).containsAll(files);
    shelf.check(day(2));
  }

  @Test
  void repeatingABatchChangesNothing(SparkSession spark) {
    Shelf shelf = new Shelf(spark, folder);
    shelf.take(file(1, "a", 1, "k1=1", "k2=2"));
    shelf.take(file(2, "a", 1, "k1=2"), withdrawal(3, 1, "a"));
    List<String> before = shelf.content();
    long version = shelf.table.version();

    Dataset<Row> same =
        spark
            .createDataFrame(List.of(file(2, "a", 1, "k1=2").records().get(0).at(1)), SCHEMA)
            .withColumn("batch_id", lit("batch2"));
    Vintages.add(
        shelf.table, same, 1, KEY, "batch2", WithdrawnFiles.since(Map.of(), shelf.withdrawn()));
    Vintages.add(
        shelf.table,
        same.limit(0),
        0,
        KEY,
        "batch3",
        WithdrawnFiles.since(Map.of(), shelf.withdrawn()));

    assertThat(shelf.content()).isEqualTo(before);
    assertThat(shelf.table.version()).as("no commit").isEqualTo(version);
  }

  @Test
  void appendOfABatchThatIsInIsSkipped(SparkSession spark) {
    LakeTable table = new Lake(spark, folder.toString()).table("silver", "sample");
    table.appendOnce(spark.range(3).toDF(), "one");
    table.appendOnce(spark.range(3).toDF(), "one");

    assertThat(table.read().count()).isEqualTo(3);
  }

  /**
   * Two dozen keys at once in files that correct, repeat, replace and withdraw each other: in one
   * batch, and in another order in several.
   */
  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void anyOrderAndAnyBatchesGiveTheSameTable(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Arrival> arrivals = arrivals(random);
    SparkSession spark = SparkSessionExtension.session();
    Path temporary = Files.createTempDirectory("vintages");
    try {
      Shelf together = new Shelf(spark, temporary.resolve("together"));
      together.take(arrivals);
      Shelf shuffled = new Shelf(spark, temporary.resolve("shuffled"));
      List<Arrival> left = new ArrayList<>(arrivals);
      Collections.shuffle(left, random);
      keepVersionsInOrder(left);
      while (!left.isEmpty()) {
        List<Arrival> batch = left.subList(0, Math.min(left.size(), 3 + random.nextInt(5)));
        shuffled.take(List.copyOf(batch));
        batch.clear();
      }

      assertThat(shuffled.content()).isEqualTo(together.content());
      shuffled.check(
          IntStream.rangeClosed(1, 9).mapToObj(VintagesTest::day).toArray(LocalDate[]::new));
      assertThat(Vintages.asDelivered(shuffled.table.read()).count())
          .isEqualTo(arrivals.stream().mapToLong(a -> a.records().size()).sum());
    } finally {
      delete(temporary);
    }
  }

  private static List<Arrival> arrivals(Random random) {
    List<Arrival> arrivals = new ArrayList<>();
    for (int day = 1; day <= 6; day++) {
      for (String name : List.of("a", "b")) {
        if (random.nextInt(4) == 0) {
          continue;
        }
        int versions = random.nextInt(5) == 0 ? 2 : 1;
        for (int version = 1; version <= versions; version++) {
          List<String> records = new ArrayList<>();
          for (int id = 0; id < 24; id++) {
            if (random.nextInt(3) > 0) {
              int says = random.nextInt(3);
              records.add("k" + id + "=" + (says == 0 ? "blank" : says));
            }
          }
          arrivals.add(file(day, name, version, records.toArray(String[]::new)));
        }
        if (random.nextInt(3) == 0) {
          arrivals.add(withdrawal(day + 1 + random.nextInt(3), day, name));
        }
      }
    }
    return arrivals;
  }

  /**
   * Nothing but arrival tells two versions of a file apart, so their order is part of the facts.
   */
  private static void keepVersionsInOrder(List<Arrival> arrivals) {
    for (int i = 0; i < arrivals.size(); i++) {
      for (int j = i + 1; j < arrivals.size(); j++) {
        Arrival a = arrivals.get(i);
        Arrival b = arrivals.get(j);
        boolean areVersions =
            a.file().equals(b.file()) && !a.records().isEmpty() && !b.records().isEmpty();
        if (areVersions && a.records().get(0).version() > b.records().get(0).version()) {
          Collections.swap(arrivals, i, j);
        }
      }
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
