package citybrain.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Rows of a small subject table, known from 2020-10-20 (its event) and 2020-11-20 (the rest). */
final class Subjects {
  static final LocalDate FIRST_KNOWN = LocalDate.of(2020, 10, 20);
  static final LocalDate LAST_KNOWN = LocalDate.of(2020, 11, 20);

  static final StructType SCHEMA =
      StructType.fromDDL(
          "case_id string, area_code string, kind string, event_on date, settled_on date,"
              + " approved decimal(28,8), note string, known_from_first date, known_from_last date,"
              + " is_simulated boolean, evidence"
              + " array<struct<file_sha256:string,file:string,sheet:string,row:int,cell:string>>");

  private Subjects() {}

  static Row row(
      String id,
      @Nullable String kind,
      @Nullable LocalDate event,
      @Nullable LocalDate settled,
      @Nullable BigDecimal approved) {
    Row evidence = RowFactory.create("f00d", id + ".csv", "", 2, null);
    return RowFactory.create(
        id,
        "370202",
        kind,
        event,
        settled,
        approved,
        null,
        FIRST_KNOWN,
        LAST_KNOWN,
        true,
        new Row[] {evidence});
  }

  static Dataset<Row> table(SparkSession spark, List<Row> rows) {
    return spark.createDataFrame(rows, SCHEMA);
  }
}
