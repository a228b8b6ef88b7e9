package citybrain.intake;

import citybrain.contract.Contract;
import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.FileReading;
import citybrain.intake.reading.FileSurvey;
import citybrain.intake.reading.FileVerdict;
import citybrain.intake.reading.RecordChecks;
import citybrain.intake.reading.RecordKeys.Repeated;
import citybrain.intake.reading.TextSlice;
import citybrain.lake.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * What was read of the files of one batch, by kind of part.
 *
 * <p>Small files are read once, each by one task, and their parts kept for all writes. A large file
 * is surveyed first, in slices where it can be cut, and then read anew for each write: keeping its
 * parts would cost more than reading it again.
 */
final class BatchParts implements AutoCloseable {
  /** Parts into which the hashes of keys are dealt to find the repeated ones. */
  private static final int HASH_RANGE_BITS = 4;

  private final Lake lake;
  private final ReadingSizes sizes;
  private final JavaSparkContext context;
  private final ContractRegistry contracts;
  private final ReadFiles reading;
  private final Dataset<Row> ofSmallFiles;
  private final List<ReadingTask> largeTasks;
  private final Dataset<Row> problemsOfLargeFiles;
  private final Dataset<Row> twinsOfLargeFiles;

  /** The survey of a clean file has counted already what there is to say of it. */
  private final List<Row> cleanLargeFiles;

  BatchParts(
      Lake lake,
      LandingArea landing,
      ContractRegistry contracts,
      ReadingSizes sizes,
      List<ReadingTask> batch) {
    this.lake = lake;
    this.sizes = sizes;
    this.contracts = contracts;
    this.context = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    this.reading =
        new ReadFiles(
            landing,
            context.broadcast(contracts),
            context.broadcast(checks(batch)),
            context.broadcast(new SerializableConfiguration(context.hadoopConfiguration())));
    List<ReadingTask> small =
        batch.stream().filter(task -> task.sizeBytes() < sizes.smallBytes()).toList();
    this.ofSmallFiles = parts(small, PartRows.ALL).persist(StorageLevel.MEMORY_AND_DISK());
    List<ReadingTask> large =
        batch.stream().filter(task -> task.sizeBytes() >= sizes.smallBytes()).toList();
    this.largeTasks = large.isEmpty() ? List.of() : judged(large);
    this.problemsOfLargeFiles =
        parts(
                largeTasks.stream().filter(task -> !task.isFoundClean()).toList(),
                Set.of(PartRows.FILE, PartRows.CELL, PartRows.WARNING, PartRows.SUSPECT))
            .persist(StorageLevel.MEMORY_AND_DISK());
    this.cleanLargeFiles =
        largeTasks.stream()
            .filter(task -> task.isFoundClean() && task.slice().isFirst())
            .map(reading::cleanFile)
            .toList();
    this.twinsOfLargeFiles = twins().persist(StorageLevel.MEMORY_AND_DISK());
  }

  private RecordChecks checks(List<ReadingTask> batch) {
    List<Contract> extracts =
        batch.stream()
            .map(task -> contracts.extract(task.department(), task.extract()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return new CompiledChecks(contracts, extracts);
  }

  /** All parts of a kind. */
  Dataset<Row> of(String kind) {
    Dataset<Row> kept = ofKind(ofSmallFiles, kind);
    if (largeTasks.isEmpty()) {
      return kept;
    }
    boolean isRead = kind.equals(PartRows.ROW) || kind.equals(PartRows.RECORD);
    Dataset<Row> large =
        isRead ? parts(largeTasks, Set.of(kind)) : ofKind(problemsOfLargeFiles, kind);
    Dataset<Row> all = kept.union(large).union(ofKind(twinsOfLargeFiles, kind));
    return kind.equals(PartRows.FILE)
        ? all.union(lake.spark().createDataFrame(cleanLargeFiles, PartRows.SCHEMA))
        : all;
  }

  private static Dataset<Row> ofKind(Dataset<Row> parts, String kind) {
    return parts.where(org.apache.spark.sql.functions.col("kind").equalTo(kind));
  }

  private Dataset<Row> parts(List<ReadingTask> tasks, Set<String> kinds) {
    ReadFiles files = reading;
    JavaRDD<Row> rows = spread(tasks).flatMap(task -> files.parts(task, kinds));
    return lake.spark().createDataFrame(rows, PartRows.SCHEMA);
  }

  private JavaRDD<ReadingTask> spread(List<ReadingTask> tasks) {
    long bytes = tasks.stream().mapToLong(ReadingTask::sizeBytes).sum();
    boolean areSlices = tasks.stream().anyMatch(ReadingTask::isOneOfMany);
    int count =
        areSlices
            ? tasks.size()
            : (int)
                Math.min(tasks.size(), context.defaultParallelism() + bytes / sizes.bytesATask());
    return context.parallelize(tasks, Math.max(count, 1));
  }

  /** Cuts, surveys and judges large files; gives their slices with the verdict. */
  private List<ReadingTask> judged(List<ReadingTask> large) {
    List<ReadingTask> slices = new ArrayList<>();
    for (ReadingTask task : large) {
      try (LandedBytes bytes = reading.bytes(task)) {
        for (TextSlice slice : FileReading.slices(bytes, sizes.bytesATask())) {
          slices.add(task.sliced(slice));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    List<ReadingTask> judged = new ArrayList<>();
    List<ReadingTask> again = new ArrayList<>();
    judge(slices).forEach((task, verdict) -> judged.add(task.judged(verdict)));
    for (ReadingTask task : slices) {
      if (judged.stream().noneMatch(done -> done.file().equals(task.file()))) {
        again.add(task.asGb18030());
      }
    }
    if (!again.isEmpty()) {
      judge(again).forEach((task, verdict) -> judged.add(task.judged(verdict)));
    }
    return judged;
  }

  /** Verdicts by slice; none for a file that is to be read again as GB18030. */
  private Map<ReadingTask, FileVerdict> judge(List<ReadingTask> slices) {
    ReadFiles files = reading;
    JavaRDD<Surveyed> surveyed =
        spread(slices)
            .map(task -> new Surveyed(task, files.survey(task)))
            .persist(StorageLevel.MEMORY_AND_DISK_SER());
    try {
      Map<String, FileSurvey> byFile = new LinkedHashMap<>();
      for (Surveyed found : surveyed.map(Surveyed::withoutKeys).collect()) {
        FileSurvey first = byFile.putIfAbsent(found.task().file(), found.survey());
        if (first != null) {
          first.add(found.survey());
        }
      }
      Map<String, List<Repeated>> repeated = new HashMap<>();
      repeated(surveyed)
          .forEach((file, key) -> repeated.computeIfAbsent(file, f -> new ArrayList<>()).add(key));
      Map<ReadingTask, FileVerdict> verdicts = new LinkedHashMap<>();
      for (ReadingTask task : slices) {
        FileSurvey survey = java.util.Objects.requireNonNull(byFile.get(task.file()));
        if (!survey.isNotUtf8() || task.isGb18030()) {
          verdicts.put(
              task,
              survey.judge(
                  contracts.extract(task.department(), task.extract()).orElse(null),
                  repeated.getOrDefault(task.file(), List.of())));
        }
      }
      return verdicts;
    } finally {
      surveyed.unpersist();
    }
  }

  private record Surveyed(ReadingTask task, FileSurvey survey) implements java.io.Serializable {
    Surveyed withoutKeys() {
      return new Surveyed(task, survey.withoutKeys());
    }
  }

  /** A range of hashes of one file's keys. */
  private record HashRange(String file, long number) implements java.io.Serializable {}

  private interface Found {
    void accept(String file, Repeated key);
  }

  /** Walks over the repeated keys of each file; only arrays of hashes travel between tasks. */
  private static RepeatedKeys repeated(JavaRDD<Surveyed> surveyed) {
    JavaPairRDD<HashRange, long[]> dealt =
        surveyed.flatMapToPair(
            found -> {
              long[] sorted = found.survey().keyHashes();
              List<Tuple2<HashRange, long[]>> ranges = new ArrayList<>();
              int from = 0;
              while (from < sorted.length) {
                long range = sorted[from] >> (Long.SIZE - HASH_RANGE_BITS);
                int to = from;
                while (to < sorted.length && sorted[to] >> (Long.SIZE - HASH_RANGE_BITS) == range) {
                  to++;
                }
                ranges.add(
                    new Tuple2<>(
                        new HashRange(found.task().file(), range),
                        Arrays.copyOfRange(sorted, from, to)));
                from = to;
              }
              return ranges.iterator();
            });
    return new RepeatedKeys(
        dealt
            .groupByKey()
            .flatMap(
                range -> {
                  List<Tuple2<String, Repeated>> found = new ArrayList<>();
                  FileSurvey.repeated(range._2())
                      .forEach(key -> found.add(new Tuple2<>(range._1().file(), key)));
                  return found.iterator();
                })
            .collect());
  }

  private record RepeatedKeys(List<Tuple2<String, Repeated>> all) {
    void forEach(Found found) {
      all.forEach(key -> found.accept(key._1(), key._2()));
    }
  }

  /** The repeated keys of large files, whose records lie in several slices. */
  private Dataset<Row> twins() {
    ReadFiles files = reading;
    Map<String, ReadingTask> taskByFile = new HashMap<>();
    largeTasks.forEach(task -> taskByFile.putIfAbsent(task.file(), task));
    boolean hasSuspects =
        largeTasks.stream()
            .map(task -> Optional.ofNullable(task.verdict()))
            .flatMap(Optional::stream)
            .anyMatch(
                verdict ->
                    verdict instanceof FileVerdict.Taken taken && !taken.suspects().isEmpty());
    if (!hasSuspects) {
      return lake.spark().createDataFrame(List.of(), PartRows.SCHEMA);
    }
    JavaRDD<Row> judged =
        ofKind(problemsOfLargeFiles, PartRows.SUSPECT)
            .javaRDD()
            .groupBy(
                suspect -> suspect.<String>getAs("file") + "\n" + suspect.<Long>getAs("key_hash"))
            .flatMap(
                group -> {
                  String file = group._2().iterator().next().getAs("file");
                  ReadingTask task = java.util.Objects.requireNonNull(taskByFile.get(file));
                  return files.twins(task, group._2()).iterator();
                });
    return lake.spark().createDataFrame(judged, PartRows.SCHEMA);
  }

  @Override
  public void close() {
    ofSmallFiles.unpersist();
    problemsOfLargeFiles.unpersist();
    twinsOfLargeFiles.unpersist();
  }
}
