package citybrain.funds;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import citybrain.rule.SubjectColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Subject table {@code relief_case}: what is known of each application to the road-accident relief
 * fund (青政办发〔2020〕12号), from its three extracts.
 *
 * <p>Grain: one row per application_id that any extract names. Money is yuan.
 *
 * <p>Null rule: what no file says is null. A decision or payment whose application was never
 * delivered stays a case, with nothing known of the application: dropping it would hide money. A
 * sum of payments of which one has no amount is null.
 *
 * <p>{@code *_known_from} are delivery days of the rows that hold now; of payments, the earliest.
 */
public final class ReliefCases {
  /** The subject's name in rules. */
  public static final String SUBJECT = "relief_case";

  /**
   * What a rule over the subject may name; known without a session, so that rules can be checked
   * without one.
   */
  public static final StructType SCHEMA =
      StructType.fromDDL(
          "application_id STRING, accident_on DATE, applied_on DATE, received_on DATE, decided_on DATE, decision STRING,"
              + " first_paid_on DATE, paid_amount DECIMAL(28,8), requested_amount DECIMAL(28,8),"
              + " approved_amount DECIMAL(28,8), expense_kind STRING, area_code STRING, application_known_from DATE,"
              + " decision_known_from DATE, payment_known_from DATE, known_from_first DATE, known_from_last DATE,"
              + " is_simulated BOOLEAN,"
              + " evidence ARRAY<STRUCT<file_sha256: STRING, file: STRING, sheet: STRING, row: INT, cell: STRING>>");

  private static final String DECIMAL = "decimal(28,8)";
  private static final String EVIDENCE_TYPE =
      "array<struct<file_sha256:string,file:string,sheet:string,row:int,cell:string>>";
  private static final String KNOWN_FROM = "known_from";
  private static final String PAID_ON = "paid_on";
  private static final String AMOUNT = "amount";
  private static final String APPLICATION_SIMULATED = "application_simulated";
  private static final String DECISION_SIMULATED = "decision_simulated";
  private static final String PAYMENT_SIMULATED = "payment_simulated";
  private static final String APPLICATION_EVIDENCE = "application_evidence";
  private static final String DECISION_EVIDENCE = "decision_evidence";
  private static final String PAYMENT_EVIDENCE = "payment_evidence";
  private static final String PAYMENT_KNOWN_LAST = "payment_known_last";

  private ReliefCases() {}

  /**
   * The cases.
   *
   * @param applications silver/relief_application, one row per application_id
   * @param decisions silver/relief_decision, one row per application_id
   * @param payments silver/relief_payment, one row per payment_id; all three cut to the rows that
   *     are current on the as-of day
   */
  public static Dataset<Row> of(
      Dataset<Row> applications, Dataset<Row> decisions, Dataset<Row> payments) {
    String[] key = {ReliefCaseColumns.APPLICATION_ID};
    // One application to none or one decision, and to one row of summed payments: no join
    // multiplies.
    return applicationFacts(applications)
        .join(decisionFacts(decisions), key, "full_outer")
        .join(paymentFacts(payments), key, "full_outer")
        .withColumn(
            SubjectColumns.KNOWN_FROM_FIRST,
            least(
                col(ReliefCaseColumns.APPLICATION_KNOWN_FROM),
                col(ReliefCaseColumns.DECISION_KNOWN_FROM),
                col(ReliefCaseColumns.PAYMENT_KNOWN_FROM)))
        .withColumn(
            SubjectColumns.KNOWN_FROM_LAST,
            greatest(
                col(ReliefCaseColumns.APPLICATION_KNOWN_FROM),
                col(ReliefCaseColumns.DECISION_KNOWN_FROM),
                col(PAYMENT_KNOWN_LAST)))
        .withColumn(
            SubjectColumns.IS_SIMULATED,
            isTrue(APPLICATION_SIMULATED)
                .or(isTrue(DECISION_SIMULATED))
                .or(isTrue(PAYMENT_SIMULATED)))
        .withColumn(
            SubjectColumns.EVIDENCE,
            concat(
                orEmpty(APPLICATION_EVIDENCE),
                orEmpty(DECISION_EVIDENCE),
                orEmpty(PAYMENT_EVIDENCE)))
        .select(ReliefCaseColumns.ALL.stream().map(functions::col).toArray(Column[]::new));
  }

  private static Dataset<Row> applicationFacts(Dataset<Row> applications) {
    return applications.select(
        col(ReliefCaseColumns.APPLICATION_ID),
        col(ReliefCaseColumns.ACCIDENT_ON),
        col(ReliefCaseColumns.APPLIED_ON),
        col(ReliefCaseColumns.REQUESTED_AMOUNT),
        col(ReliefCaseColumns.EXPENSE_KIND),
        col(ReliefCaseColumns.AREA_CODE),
        col(KNOWN_FROM).as(ReliefCaseColumns.APPLICATION_KNOWN_FROM),
        col(SubjectColumns.IS_SIMULATED).as(APPLICATION_SIMULATED),
        array(cell()).as(APPLICATION_EVIDENCE));
  }

  private static Dataset<Row> decisionFacts(Dataset<Row> decisions) {
    return decisions.select(
        col(ReliefCaseColumns.APPLICATION_ID),
        col(ReliefCaseColumns.RECEIVED_ON),
        col(ReliefCaseColumns.DECIDED_ON),
        col(ReliefCaseColumns.DECISION),
        col(ReliefCaseColumns.APPROVED_AMOUNT),
        col(KNOWN_FROM).as(ReliefCaseColumns.DECISION_KNOWN_FROM),
        col(SubjectColumns.IS_SIMULATED).as(DECISION_SIMULATED),
        array(cell()).as(DECISION_EVIDENCE));
  }

  /** Payments of an application in one row. */
  private static Dataset<Row> paymentFacts(Dataset<Row> payments) {
    Column amount = col(AMOUNT);
    Column isComplete = count(amount).equalTo(count(lit(1)));
    return payments
        .groupBy(ReliefCaseColumns.APPLICATION_ID)
        .agg(
            min(PAID_ON).as(ReliefCaseColumns.FIRST_PAID_ON),
            when(isComplete, sum(amount)).cast(DECIMAL).as(ReliefCaseColumns.PAID_AMOUNT),
            min(KNOWN_FROM).as(ReliefCaseColumns.PAYMENT_KNOWN_FROM),
            max(KNOWN_FROM).as(PAYMENT_KNOWN_LAST),
            max(SubjectColumns.IS_SIMULATED).as(PAYMENT_SIMULATED),
            // Sorted, so that the order rows are read in leaves no trace.
            sort_array(collect_list(cell())).as(PAYMENT_EVIDENCE));
  }

  private static Column cell() {
    return struct(col("file_sha256"), col("file"), col("sheet"), col("row"), col("cell"));
  }

  private static Column isTrue(String column) {
    return coalesce(col(column), lit(false));
  }

  private static Column orEmpty(String evidence) {
    return coalesce(col(evidence), array().cast(EVIDENCE_TYPE));
  }
}
