package citybrain.serving.feedback;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import citybrain.contract.Contract;
import citybrain.contract.ContractRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * Writes the copies for correction of all deliveries with something open.
 *
 * <p>Two scans of the delivered rows give all copies: one counts, one hands over the rows sorted by
 * delivery, which pass through the driver a part at a time. So memory depends neither on how many
 * deliveries there are nor on how large they are.
 */
final class CorrectionCopies {
  /** A delivery of more rows is given back as an excerpt. */
  static final long MAX_WHOLE_ROWS = 100_000;

  /** Rows that the driver holds at once. */
  private static final long ROWS_A_PART = 50_000;

  private final FeedbackTables tables;
  private final ContractRegistry contracts;
  private final LocalDate asOf;
  private final CopyPaths paths;
  private final long maxWholeRows;

  CorrectionCopies(
      FeedbackTables tables,
      ContractRegistry contracts,
      LocalDate asOf,
      CopyPaths paths,
      long maxWholeRows) {
    this.tables = tables;
    this.contracts = contracts;
    this.asOf = asOf;
    this.paths = paths;
    this.maxWholeRows = maxWholeRows;
  }

  /** A copy that was written, and how much is open in it. */
  record Copy(Delivery delivery, Path path, long errors, long warnings) {}

  private record Open(Delivery delivery, long errors, long warnings) {}

  /**
   * Writes all copies.
   *
   * @param progress told which delivery is written
   */
  List<Copy> write(Consumer<String> progress) throws IOException {
    List<Delivery> candidates = OpenProblems.candidates(tables, asOf);
    Dataset<Row> open =
        OpenProblems.of(tables, candidates, asOf).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Map<Integer, Open> work = work(candidates, open);
      return work.isEmpty() ? List.of() : write(candidates, open, work, progress);
    } finally {
      open.unpersist();
    }
  }

  /** Deliveries with open problems, by their number. */
  private static Map<Integer, Open> work(List<Delivery> candidates, Dataset<Row> open) {
    Map<Integer, Open> work = new HashMap<>();
    for (Row row :
        open.groupBy(OpenProblems.DELIVERY_NO)
            .agg(count(lit(1)), sum(when(OpenProblems.isError(), 1L).otherwise(0L)))
            .collectAsList()) {
      long errors = row.getLong(2);
      work.put(
          row.getInt(0), new Open(candidates.get(row.getInt(0)), errors, row.getLong(1) - errors));
    }
    return work;
  }

  private List<Copy> write(
      List<Delivery> candidates,
      Dataset<Row> open,
      Map<Integer, Open> work,
      Consumer<String> progress)
      throws IOException {
    Dataset<Row> numbered =
        OpenProblems.numbered(tables, candidates)
            .where(col(OpenProblems.DELIVERY_NO).isInCollection(work.keySet()));
    Set<Integer> excerpts = new HashSet<>();
    long rows = 0;
    for (Row counted : CopyRows.counts(tables, numbered).collectAsList()) {
      long ofDelivery = counted.getLong(1);
      if (ofDelivery > maxWholeRows) {
        excerpts.add(counted.getInt(0));
      }
      rows += Math.min(ofDelivery, maxWholeRows);
    }
    int partitions = Math.toIntExact(rows / ROWS_A_PART + 1);
    Column isExcerpt = col(OpenProblems.DELIVERY_NO).isInCollection(excerpts);
    Grouped<CopyRow> copied =
        new Grouped<>(
            CopyRows.of(
                    tables, numbered.withColumn("is_excerpt", isExcerpt), open, asOf, partitions)
                .toLocalIterator(),
            CopyRow::of);
    Grouped<ReportedProblem> listed =
        new Grouped<>(listed(open, partitions).toLocalIterator(), ReportedProblem::of);
    List<Copy> copies = new ArrayList<>();
    for (int number : work.keySet().stream().sorted().toList()) {
      Open item = Objects.requireNonNull(work.get(number));
      progress.accept("Writing the copy of " + item.delivery().file());
      copies.add(write(item, number, excerpts.contains(number), copied, listed));
    }
    return copies;
  }

  /** The first problems of each delivery, for its first sheet. */
  private static Dataset<Row> listed(Dataset<Row> open, int partitions) {
    Column[] order = {
      OpenProblems.isError().desc(),
      col("sheet"),
      col("row"),
      col("cell"),
      col("column"),
      col("check_id")
    };
    Column place = row_number().over(Window.partitionBy(OpenProblems.DELIVERY_NO).orderBy(order));
    return open.withColumn("place", place)
        .where(col("place").leq(NoteSheet.MAX_LISTED))
        .repartitionByRange(partitions, col(OpenProblems.DELIVERY_NO), col("place"))
        .sortWithinPartitions(OpenProblems.DELIVERY_NO, "place");
  }

  private Copy write(
      Open item,
      int number,
      boolean isExcerpt,
      Grouped<CopyRow> rows,
      Grouped<ReportedProblem> problems)
      throws IOException {
    Delivery delivery = item.delivery();
    Contract contract = contracts.extract(delivery.department(), delivery.extract()).orElse(null);
    Path path = paths.copy(delivery);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Path unfinished = path.resolveSibling(".unfinished.xlsx");
    try (CorrectionWorkbook workbook = new CorrectionWorkbook(delivery, contract, isExcerpt)) {
      rows.forEachOf(number, workbook::add);
      List<ReportedProblem> listed = new ArrayList<>();
      problems.forEachOf(number, listed::add);
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        workbook.write(listed, item.errors() + item.warnings(), out);
      }
    }
    Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    return new Copy(delivery, path, item.errors(), item.warnings());
  }

  /** Items sorted by delivery, taken a delivery at a time. */
  private static final class Grouped<T> {
    private final Iterator<Row> rows;
    private final java.util.function.Function<Row, T> reader;
    private @Nullable Row next;

    Grouped(Iterator<Row> rows, java.util.function.Function<Row, T> reader) {
      this.rows = rows;
      this.reader = reader;
    }

    void forEachOf(int number, Consumer<T> taken) {
      while (true) {
        Row row = next != null ? next : rows.hasNext() ? rows.next() : null;
        next = row;
        if (row == null || row.<Integer>getAs(OpenProblems.DELIVERY_NO) != number) {
          return;
        }
        taken.accept(reader.apply(row));
        next = null;
      }
    }
  }
}
