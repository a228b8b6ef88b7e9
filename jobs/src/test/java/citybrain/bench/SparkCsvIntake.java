package citybrain.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;

import citybrain.lake.LakeSession;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a plain Spark job makes of relief-fund payments: Spark's own CSV reader, the contract's
 * checks as expressions in one scan, accepted and rejected rows to Delta. It keeps no verbatim
 * cells, finds no file, sheet or row, and knows no history: {@code bin/bench} runs it beside the
 * intake to see what those cost.
 */
public final class SparkCsvIntake {
  private SparkCsvIntake() {}

  /** Takes two arguments: a GB18030 CSV and a folder that is not there yet. */
  public static void main(String[] args) {
    System.setProperty("spark.sql.legacy.javaCharsets", "true");
    SparkSession spark = LakeSession.open();
    Dataset<Row> checked =
        spark
            .read()
            .option("header", true)
            .option("encoding", "GB18030")
            .csv(args[0])
            .toDF("payment_id", "application_id", "paid_on", "amount", "payee")
            .selectExpr(
                "payment_id",
                "application_id",
                "try_cast(paid_on as date) as paid_on",
                "try_cast(amount as decimal(28,8)) as amount",
                "payee",
                "payment_id is not null and application_id is not null"
                    + " and (paid_on is null or try_cast(paid_on as date) is not null)"
                    + " and (amount is null or try_cast(amount as decimal(28,8)) is not null)"
                    + " and coalesce(try_cast(amount as decimal(28,8)) >= 0, true) as is_good");
    Dataset<Row> repeated =
        checked.groupBy("payment_id").agg(count("*").as("n")).where("n > 1").select("payment_id");
    Dataset<Row> good =
        checked
            .where(col("is_good"))
            .join(
                repeated,
                checked.col("payment_id").equalTo(repeated.col("payment_id")),
                "left_anti");
    good.drop("is_good").write().format("delta").save(args[1] + "/accepted");
    checked.where(expr("not is_good")).write().format("delta").save(args[1] + "/rejected");
    spark.stop();
  }
}
