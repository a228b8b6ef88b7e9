package citybrain.intake;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Canonical texts of a record in the types of its silver table, as Spark holds them. */
final class TypedRecord implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final StructType schema;

  TypedRecord(StructType schema) {
    this.schema = schema;
  }

  /** The row; what the record does not say is null. */
  InternalRow of(Map<String, String> values) {
    StructField[] fields = schema.fields();
    Object[] typed = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      String text = values.get(fields[i].name());
      typed[i] = text == null ? null : typed(text, fields[i].dataType());
    }
    return new GenericInternalRow(typed);
  }

  private static @Nullable Object typed(String text, DataType type) {
    if (type instanceof StringType) {
      return UTF8String.fromString(text);
    }
    if (type instanceof DecimalType decimal) {
      return Decimal.apply(new BigDecimal(text), decimal.precision(), decimal.scale());
    }
    if (type instanceof DateType) {
      return (int) LocalDate.parse(text).toEpochDay();
    }
    if (type instanceof LongType) {
      return new BigDecimal(text).longValueExact();
    }
    if (type instanceof IntegerType) {
      return new BigDecimal(text).intValueExact();
    }
    if (type instanceof BooleanType) {
      return Boolean.valueOf(text);
    }
    if (type instanceof TimestampType) {
      return TimeUnit.SECONDS.toMicros(LocalDateTime.parse(text).atZone(ZONE).toEpochSecond());
    }
    if (type instanceof TimestampNTZType) {
      return TimeUnit.SECONDS.toMicros(LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC));
    }
    throw new IllegalStateException("No record holds a " + type.simpleString());
  }
}
