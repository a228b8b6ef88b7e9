package citybrain.intake;

import citybrain.intake.reading.FileReading;
import citybrain.intake.reading.FileVerdict;
import citybrain.intake.reading.TextSlice;
import java.io.Serializable;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * One file, or one slice of a large one, for a Spark task to read.
 *
 * @param arrival running number of the file's arrival
 * @param isRepeat whether the same content was delivered on the same day already
 * @param isGb18030 whether the file turned out not to be the UTF-8 that its beginning promised
 * @param verdict on the whole file; null when the task is to reach it itself
 */
record ReadingTask(
    String department,
    String extract,
    LocalDate deliveredOn,
    String file,
    String fileSha256,
    long sizeBytes,
    boolean isSimulated,
    long arrival,
    boolean isRepeat,
    TextSlice slice,
    boolean isGb18030,
    @Nullable FileVerdict verdict)
    implements Serializable {

  /** A whole file of the register, not surveyed yet. */
  static ReadingTask of(Row registered) {
    return new ReadingTask(
        registered.getAs("department"),
        registered.getAs("extract"),
        registered.<java.sql.Date>getAs("delivered_on").toLocalDate(),
        registered.getAs("file"),
        registered.getAs("file_sha256"),
        registered.<Long>getAs("size_bytes"),
        registered.<Boolean>getAs("is_simulated"),
        registered.<Long>getAs("arrival"),
        registered.<Boolean>getAs("is_repeat"),
        TextSlice.WHOLE,
        false,
        null);
  }

  ReadingTask sliced(TextSlice part) {
    return with(part, isGb18030, verdict);
  }

  /** Whether other tasks read other slices of the same file. */
  boolean isOneOfMany() {
    return !slice.equals(TextSlice.WHOLE);
  }

  /** Whether the survey of the whole file found nothing to report. */
  boolean isFoundClean() {
    return !isRepeat && verdict instanceof FileVerdict.Taken taken && taken.isClean();
  }

  ReadingTask asGb18030() {
    return with(slice, true, verdict);
  }

  ReadingTask judged(FileVerdict reached) {
    return with(slice, isGb18030, reached);
  }

  private ReadingTask with(TextSlice part, boolean gb18030, @Nullable FileVerdict reached) {
    return new ReadingTask(
        department,
        extract,
        deliveredOn,
        file,
        fileSha256,
        sizeBytes,
        isSimulated,
        arrival,
        isRepeat,
        part,
        gb18030,
        reached);
  }

  FileReading.Delivered delivered() {
    return new FileReading.Delivered(
        department, extract, deliveredOn, file.substring(file.lastIndexOf('/') + 1));
  }
}
