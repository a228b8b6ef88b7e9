package citybrain.rule;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A silver table as the subject of rules: its own columns, and those that every subject has. A rule
 * over it is YAML only.
 *
 * <p>Grain: one row per row of the table as known on the as-of day. {@code subject_id} is its key,
 * the parts joined by {@code |}; {@code area_code} is null where the table has none; of a table
 * with a {@code period}, {@code period_start_on} and {@code period_end_on} are its first and last
 * day.
 */
public final class SilverSubject {
  /** How a rule names such a subject: {@code silver/<table>}. */
  public static final String PREFIX = "silver/";

  private static final String SUBJECT_ID = "subject_id";
  private static final String AREA_CODE = "area_code";
  private static final String PERIOD = "period";
  private static final String PERIOD_START_ON = "period_start_on";
  private static final String PERIOD_END_ON = "period_end_on";

  private static final String EVIDENCE_TYPE =
      "ARRAY<STRUCT<file_sha256: STRING, file: STRING, sheet: STRING, row: INT, cell: STRING>>";

  /** First months of the quarters, halves and years that a period's text may name. */
  private static final String START =
      "case when period rlike '^[0-9]{4}-[0-9]{2}$' then make_date(int(left(period, 4)), int(right(period, 2)), 1)"
          + " when period rlike '^[0-9]{4}-Q[1-4]$' then make_date(int(left(period, 4)), int(right(period, 1)) * 3 - 2, 1)"
          + " when period rlike '^[0-9]{4}-H[12]$' then make_date(int(left(period, 4)), int(right(period, 1)) * 6 - 5, 1)"
          + " when period rlike '^[0-9]{4}-[0-9]{2}/[0-9]{4}-[0-9]{2}$'"
          + " then make_date(int(left(period, 4)), int(substring(period, 6, 2)), 1)"
          + " when period rlike '^[0-9]{4}$' then make_date(int(period), 1, 1) end";

  private static final String END =
      "case when period rlike '^[0-9]{4}-[0-9]{2}$' then last_day(period_start_on)"
          + " when period rlike '^[0-9]{4}-Q[1-4]$' then last_day(add_months(period_start_on, 2))"
          + " when period rlike '^[0-9]{4}-H[12]$' then last_day(add_months(period_start_on, 5))"
          + " when period rlike '^[0-9]{4}-[0-9]{2}/[0-9]{4}-[0-9]{2}$'"
          + " then last_day(make_date(int(substring(period, 9, 4)), int(right(period, 2)), 1))"
          + " when period rlike '^[0-9]{4}$' then make_date(int(period), 12, 31) end";

  private SilverSubject() {}

  /** The subject's columns, known without a session. */
  public static StructType schema(StructType silver) {
    StructType schema =
        silver
            .add(SUBJECT_ID, DataTypes.StringType)
            .add(SubjectColumns.KNOWN_FROM_FIRST, DataTypes.DateType)
            .add(SubjectColumns.KNOWN_FROM_LAST, DataTypes.DateType)
            .add(SubjectColumns.EVIDENCE, DataType.fromDDL(EVIDENCE_TYPE));
    List<String> names = Arrays.asList(silver.fieldNames());
    if (!names.contains(AREA_CODE)) {
      schema = schema.add(AREA_CODE, DataTypes.StringType);
    }
    if (names.contains(PERIOD)) {
      schema =
          schema.add(PERIOD_START_ON, DataTypes.DateType).add(PERIOD_END_ON, DataTypes.DateType);
    }
    return schema;
  }

  /**
   * The subject.
   *
   * @param silver the table, cut to the rows that are current on the as-of day
   * @param key the table's key
   */
  public static Dataset<Row> of(Dataset<Row> silver, List<String> key) {
    List<String> names = Arrays.asList(silver.columns());
    Column[] parts = key.stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> subject =
        silver
            .withColumn(SUBJECT_ID, concat_ws("|", parts))
            .withColumn(SubjectColumns.KNOWN_FROM_FIRST, col("known_from"))
            .withColumn(SubjectColumns.KNOWN_FROM_LAST, col("known_from"))
            .withColumn(
                SubjectColumns.EVIDENCE,
                array(
                        struct(
                            col("file_sha256"), col("file"), col("sheet"), col("row"), col("cell")))
                    .cast(EVIDENCE_TYPE));
    if (!names.contains(AREA_CODE)) {
      subject = subject.withColumn(AREA_CODE, lit(null).cast(DataTypes.StringType));
    }
    if (names.contains(PERIOD)) {
      subject =
          subject.withColumn(PERIOD_START_ON, expr(START)).withColumn(PERIOD_END_ON, expr(END));
    }
    return subject;
  }
}
