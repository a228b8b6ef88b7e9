package citybrain.serving.feedback;

import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * One delivered file, a row of {@code quality/delivery}.
 *
 * @param period the delivery is for; null when it is not one period
 * @param status loaded, refused or repeated
 * @param reason why it was refused, else null or a remark
 */
record Delivery(
    String department,
    String extract,
    @Nullable String period,
    LocalDate deliveredOn,
    String file,
    String fileSha256,
    String status,
    @Nullable String reason) {

  static Delivery of(Row row) {
    return new Delivery(
        row.getAs("department"),
        row.getAs("extract"),
        row.getAs("period"),
        day(row.getAs("delivered_at")),
        row.getAs("file"),
        row.getAs("file_sha256"),
        row.getAs("status"),
        row.getAs("reason"));
  }

  /** Spark hands out either class, by spark.sql.datetime.java8API.enabled. */
  private static LocalDate day(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }

  String fileName() {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  boolean isRefused() {
    return status.equals("refused");
  }

  boolean isLoaded() {
    return status.equals("loaded");
  }

  boolean isRepeated() {
    return status.equals("repeated");
  }
}
