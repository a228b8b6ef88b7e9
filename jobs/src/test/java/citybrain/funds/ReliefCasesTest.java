package citybrain.funds;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.calendar.WorkdayCalendar;
import citybrain.policy.Parameter;
import citybrain.policy.PolicyRegistry;
import citybrain.policy.Rule;
import citybrain.rule.RulePass;
import citybrain.rule.SubjectColumns;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionExtension.class)
final class ReliefCasesTest {
  private static final String PLACE =
      ", known_from date, is_simulated boolean, file_sha256 string, file string, sheet string,"
          + " row int, cell string";
  private static final StructType APPLICATIONS =
      StructType.fromDDL(
          "application_id string, accident_on date, applied_on date, requested_amount"
              + " decimal(28,8), expense_kind string, area_code string"
              + PLACE);
  private static final StructType DECISIONS =
      StructType.fromDDL(
          "application_id string, received_on date, decided_on date, decision string,"
              + " approved_amount decimal(28,8)"
              + PLACE);
  private static final StructType PAYMENTS =
      StructType.fromDDL(
          "payment_id string, application_id string, paid_on date, amount decimal(28,8)" + PLACE);

  private static final List<Row> APPLICATION_ROWS =
      List.of(
          application("A1", "2020-10-01", 2),
          application("A2", "2020-10-01", 3),
          application("A3", "2020-10-01", 4));
  private static final List<Row> DECISION_ROWS =
      List.of(
          decision("A1", "approved", "2020-10-09", 2),
          decision("A3", "refused", "2020-10-09", 3),
          decision("X9", "approved", "2020-10-09", 4));
  private static final List<Row> PAYMENT_ROWS =
      List.of(
          payment("P1", "A1", "2020-10-13", "2000.50", "2020-10-14", 2),
          payment("P2", "A1", "2020-10-12", "1000", "2020-11-02", 2),
          payment("P3", "X9", "2020-10-12", null, "2020-10-14", 3),
          payment("P4", "X9", "2020-10-13", "10", "2020-10-14", 4),
          payment("P5", "Y8", "2020-10-13", "10", "2020-10-14", 5));

  @Test
  void everyApplicationAnyFileNamesIsOneCase(SparkSession spark) {
    List<Row> cases = cases(spark, APPLICATION_ROWS, DECISION_ROWS, PAYMENT_ROWS);

    assertThat(cases)
        .extracting(row -> row.<String>getAs("application_id"))
        .containsExactly("A1", "A2", "A3", "X9", "Y8");
  }

  @Test
  void paymentsOfACaseAreSummedAndTheFirstOneCounts(SparkSession spark) {
    Row paid = cases(spark, APPLICATION_ROWS, DECISION_ROWS, PAYMENT_ROWS).get(0);

    assertThat(paid.<BigDecimal>getAs("paid_amount")).isEqualByComparingTo("3000.5");
    assertThat(paid.<Date>getAs("first_paid_on")).isEqualTo("2020-10-12");
    assertThat(paid.<Date>getAs("application_known_from")).isEqualTo("2020-10-01");
    assertThat(paid.<Date>getAs("decision_known_from")).isEqualTo("2020-10-09");
    assertThat(paid.<Date>getAs("payment_known_from")).isEqualTo("2020-10-14");
    assertThat(paid.<Date>getAs(SubjectColumns.KNOWN_FROM_FIRST)).isEqualTo("2020-10-01");
    assertThat(paid.<Date>getAs(SubjectColumns.KNOWN_FROM_LAST)).isEqualTo("2020-11-02");
    assertThat(evidence(paid))
        .containsExactly(
            "relief_applications.csv 2",
            "relief_decisions.csv 2",
            "relief_payments-2020-10-14.csv 2",
            "relief_payments-2020-11-02.csv 2");
  }

  @Test
  void missingFactsStayMissing(SparkSession spark) {
    List<Row> cases = cases(spark, APPLICATION_ROWS, DECISION_ROWS, PAYMENT_ROWS);
    Row undecided = cases.get(1);
    Row orphan = cases.get(3);
    Row paidOnly = cases.get(4);

    assertThat(undecided.<String>getAs("decision")).isNull();
    assertThat(undecided.<BigDecimal>getAs("paid_amount")).isNull();
    assertThat(evidence(undecided)).containsExactly("relief_applications.csv 3");
    // A decision without an application: the money stays visible.
    assertThat(orphan.<Date>getAs("accident_on")).isNull();
    assertThat(orphan.<BigDecimal>getAs("approved_amount")).isEqualByComparingTo("3000.5");
    // One of its two payments has no amount, so the sum is not known.
    assertThat(orphan.<BigDecimal>getAs("paid_amount")).isNull();
    assertThat(paidOnly.<String>getAs("decision")).isNull();
    assertThat(paidOnly.<BigDecimal>getAs("paid_amount")).isEqualByComparingTo("10");
  }

  @Test
  void oneSimulatedRowMakesASimulatedCase(SparkSession spark) {
    assertThat(cases(spark, APPLICATION_ROWS, DECISION_ROWS, PAYMENT_ROWS))
        .extracting(row -> row.<Boolean>getAs("is_simulated"))
        // Only the payments file is simulated.
        .containsExactly(true, false, false, true, true);
  }

  @Test
  void orderOfDeliveryLeavesNoTrace(SparkSession spark) {
    List<Row> expected = cases(spark, APPLICATION_ROWS, DECISION_ROWS, PAYMENT_ROWS);

    for (int seed = 1; seed <= 3; seed++) {
      assertThat(
              cases(
                  spark,
                  shuffled(APPLICATION_ROWS, seed),
                  shuffled(DECISION_ROWS, seed),
                  shuffled(PAYMENT_ROWS, seed)))
          .isEqualTo(expected);
    }
  }

  @Test
  void rulesOfThePolicyRunOverTheCases(SparkSession spark) {
    PolicyRegistry policies = PolicyRegistry.load(Path.of(".."));
    List<Rule> rules =
        policies.rules().stream().filter(rule -> rule.subject().equals("relief_case")).toList();
    Map<String, Parameter> parameters =
        policies.parameters().stream()
            .collect(Collectors.toMap(Parameter::id, Function.identity()));
    LocalDate asOf = LocalDate.of(2020, 11, 20);

    List<Row> findings =
        RulePass.of(
                table(spark, APPLICATION_ROWS, DECISION_ROWS, PAYMENT_ROWS),
                rules,
                parameters,
                WorkdayCalendar.asOf(asOf),
                asOf)
            .collectAsList();

    assertThat(findings)
        .extracting(
            row ->
                row.getAs("rule_id") + " " + row.getAs("subject_id") + " " + row.getAs("verdict"))
        .containsExactlyInAnyOrder(
            "relief-fund.application-deadline A1 met",
            "relief-fund.application-deadline A2 met",
            "relief-fund.application-deadline A3 met",
            "relief-fund.decision-deadline A1 met",
            "relief-fund.decision-deadline A3 met",
            "relief-fund.decision-deadline X9 met",
            "relief-fund.payment-deadline A1 met",
            "relief-fund.payment-deadline X9 met",
            "relief-fund.rescue-cost-ceiling A1 met",
            // A decision without its application: whether it was for rescue is not known.
            "relief-fund.rescue-cost-ceiling X9 not_assessable",
            // A sum that is not known, and a payment without any decision.
            "relief-fund.paid-within-approval X9 not_assessable",
            "relief-fund.paid-within-approval Y8 not_assessable");
    assertThat(findings)
        .filteredOn(row -> row.getAs("rule_id").equals("relief-fund.decision-deadline"))
        .filteredOn(row -> row.getAs("subject_id").equals("A1"))
        .singleElement()
        .satisfies(
            row -> {
              // Known when the decision was delivered; a later payment does not touch it.
              assertThat(row.<Date>getAs("first_seen_on")).isEqualTo("2020-10-09");
              assertThat(row.<Date>getAs("last_seen_on")).isEqualTo("2020-10-09");
            });
  }

  private static List<Row> cases(
      SparkSession spark, List<Row> applications, List<Row> decisions, List<Row> payments) {
    return table(spark, applications, decisions, payments)
        .orderBy("application_id")
        .collectAsList();
  }

  private static Dataset<Row> table(
      SparkSession spark, List<Row> applications, List<Row> decisions, List<Row> payments) {
    return ReliefCases.of(
        spark.createDataFrame(applications, APPLICATIONS),
        spark.createDataFrame(decisions, DECISIONS),
        spark.createDataFrame(payments, PAYMENTS));
  }

  private static List<Row> shuffled(List<Row> rows, int seed) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  private static List<String> evidence(Row row) {
    return row.<Row>getList(row.fieldIndex("evidence")).stream()
        .map(cell -> cell.getAs("file") + " " + cell.getAs("row"))
        .toList();
  }

  private static Row application(String id, String knownFrom, int row) {
    return RowFactory.create(
        id,
        Date.valueOf("2020-09-20"),
        Date.valueOf("2020-09-29"),
        new BigDecimal("5000"),
        "rescue",
        "370202",
        Date.valueOf(knownFrom),
        false,
        "a1",
        "relief_applications.csv",
        "",
        row,
        null);
  }

  private static Row decision(String id, String decision, String knownFrom, int row) {
    return RowFactory.create(
        id,
        Date.valueOf("2020-09-30"),
        Date.valueOf("2020-10-09"),
        decision,
        decision.equals("approved") ? new BigDecimal("3000.5") : null,
        Date.valueOf(knownFrom),
        false,
        "d1",
        "relief_decisions.csv",
        "",
        row,
        null);
  }

  private static Row payment(
      String payment,
      String application,
      String paidOn,
      @Nullable String amount,
      String knownFrom,
      int row) {
    return RowFactory.create(
        payment,
        application,
        Date.valueOf(paidOn),
        amount == null ? null : new BigDecimal(amount),
        Date.valueOf(knownFrom),
        true,
        "p-" + knownFrom,
        "relief_payments-" + knownFrom + ".csv",
        "",
        row,
        null);
  }
}
