package citybrain.simulation;

import citybrain.simulation.Field.Kind;
import citybrain.simulation.ReliefCase.Correction;
import citybrain.simulation.ReliefCase.Decision;
import citybrain.simulation.ReliefCase.Payment;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The relief fund's weekly deliveries.
 *
 * <p>What became known from Monday to Sunday is delivered on the first working day after; weeks
 * without one between them go together. A row is sent when something in it is new: an application
 * once, and again when its amount is corrected; a decision first with the day of receipt alone,
 * again when decided, told or corrected; a payment once. Only weeks that end within the span are
 * sent.
 */
final class ReliefDeliveries {
  private static final String DEPARTMENT = "救助基金运行管理机构";
  private static final TableLayout LAYOUT = new CsvLayout(DelimitedFile.UTF_8_WITH_BYTE_ORDER_MARK);

  private static final List<Field> APPLICATION_FIELDS =
      List.of(
          Field.required("申请编号", Kind.KEY),
          Field.required("事故编号", Kind.TEXT),
          Field.required("事故发生日期", Kind.DATE),
          Field.required("申请日期", Kind.DATE),
          Field.requiredCode("申请人类型", "单位同事"),
          Field.requiredCode("费用类型", "营养费用"),
          Field.requiredCode("救助情形", "其他情形"),
          Field.requiredCode("事故发生地", "高新区"),
          Field.optional("救助网点", Kind.TEXT),
          Field.required("申请金额(元)", Kind.AMOUNT));
  private static final List<Field> DECISION_FIELDS =
      List.of(
          Field.required("申请编号", Kind.KEY),
          Field.required("收到材料日期", Kind.DATE),
          Field.optional("决定日期", Kind.DATE),
          Field.optionalCode("决定结果", "退回补正"),
          Field.optional("不予垫付理由", Kind.TEXT),
          Field.optional("决定垫付金额(元)", Kind.AMOUNT),
          Field.optional("书面告知日期", Kind.DATE));
  private static final List<Field> PAYMENT_FIELDS =
      List.of(
          Field.required("拨付编号", Kind.KEY),
          Field.required("申请编号", Kind.TEXT),
          Field.required("拨付日期", Kind.DATE),
          Field.required("拨付金额(元)", Kind.AMOUNT),
          Field.required("收款单位", Kind.TEXT));

  private final OfficeDays officeDays;

  ReliefDeliveries(OfficeDays officeDays) {
    this.officeDays = officeDays;
  }

  /**
   * @param cases by day of application
   */
  List<ExtractTable> of(List<ReliefCase> cases, SimulationRequest request) {
    LocalDate end = request.to().atEndOfMonth();
    SortedMap<LocalDate, List<List<String>>> applications = new TreeMap<>();
    SortedMap<LocalDate, List<List<String>>> decisions = new TreeMap<>();
    List<KnownPayment> payments = new ArrayList<>();
    Numbers applicationNumbers = new Numbers("JZ");
    for (ReliefCase relief : cases) {
      String id = applicationNumbers.next(relief.appliedOn());
      for (LocalDate day : deliveryDays(relief.applicationDays(), end)) {
        rowsOf(applications, day).add(applicationRow(id, relief, knownUntil(day)));
      }
      for (LocalDate day : deliveryDays(relief.decisionDays(), end)) {
        rowsOf(decisions, day).add(decisionRow(id, relief, knownUntil(day)));
      }
      relief.payments().forEach(payment -> payments.add(new KnownPayment(id, payment)));
    }
    List<ExtractTable> tables = new ArrayList<>();
    applications.forEach(
        (day, rows) ->
            tables.add(table("relief_applications", "救助基金申请", day, APPLICATION_FIELDS, rows)));
    decisions.forEach(
        (day, rows) ->
            tables.add(table("relief_decisions", "救助基金审核决定", day, DECISION_FIELDS, rows)));
    paymentRows(payments, end)
        .forEach(
            (day, rows) ->
                tables.add(table("relief_payments", "救助基金拨付", day, PAYMENT_FIELDS, rows)));
    return tables;
  }

  private SortedMap<LocalDate, List<List<String>>> paymentRows(
      List<KnownPayment> payments, LocalDate end) {
    payments.sort(
        Comparator.comparing((KnownPayment known) -> known.payment().paidOn())
            .thenComparing(KnownPayment::applicationId));
    SortedMap<LocalDate, List<List<String>>> rows = new TreeMap<>();
    Numbers paymentNumbers = new Numbers("BF");
    for (KnownPayment known : payments) {
      Payment payment = known.payment();
      String id = paymentNumbers.next(payment.paidOn());
      for (LocalDate day : deliveryDays(List.of(payment.paidOn()), end)) {
        rowsOf(rows, day)
            .add(
                List.of(
                    id,
                    known.applicationId(),
                    payment.paidOn().toString(),
                    payment.amount().toPlainString(),
                    payment.payee()));
      }
    }
    return rows;
  }

  private record KnownPayment(String applicationId, Payment payment) {}

  private static List<String> applicationRow(String id, ReliefCase relief, LocalDate knownUntil) {
    return List.of(
        id,
        relief.accidentId(),
        relief.accidentOn().toString(),
        relief.appliedOn().toString(),
        relief.applicant().word(),
        relief.expense().word(),
        relief.circumstance().word(),
        relief.district().word(),
        relief.district().word() + "救助服务网点",
        known(relief.requestedAmount(), relief.requestCorrection(), knownUntil).toPlainString());
  }

  private static List<String> decisionRow(String id, ReliefCase relief, LocalDate knownUntil) {
    Decision decision = relief.decision();
    if (decision == null || decision.decidedOn().isAfter(knownUntil)) {
      return List.of(id, relief.receivedOn().toString(), "", "", "", "", "");
    }
    BigDecimal approved = decision.approvedAmount();
    String reason = decision.refusalReason();
    LocalDate notifiedOn = decision.notifiedOn();
    return List.of(
        id,
        relief.receivedOn().toString(),
        decision.decidedOn().toString(),
        approved == null ? "不予垫付" : "同意垫付",
        reason == null ? "" : reason,
        approved == null
            ? ""
            : known(approved, decision.amountCorrection(), knownUntil).toPlainString(),
        notifiedOn == null || notifiedOn.isAfter(knownUntil) ? "" : notifiedOn.toString());
  }

  private static BigDecimal known(
      BigDecimal first, @Nullable Correction correction, LocalDate knownUntil) {
    return correction == null || correction.reportedOn().isAfter(knownUntil)
        ? first
        : correction.amount();
  }

  /** The delivery days on which something of {@code days} is new, ascending, each once. */
  private List<LocalDate> deliveryDays(Collection<LocalDate> days, LocalDate end) {
    return days.stream()
        .map(this::deliveredOn)
        .filter(day -> !knownUntil(day).isAfter(end))
        .distinct()
        .sorted()
        .toList();
  }

  private LocalDate deliveredOn(LocalDate day) {
    LocalDate sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return officeDays.onOrAfter(sunday.plusDays(1));
  }

  /** The last Sunday before a delivery: nothing later is in it. */
  private static LocalDate knownUntil(LocalDate deliveredOn) {
    return deliveredOn.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
  }

  private static List<List<String>> rowsOf(
      SortedMap<LocalDate, List<List<String>>> byDay, LocalDate day) {
    return byDay.computeIfAbsent(day, unused -> new ArrayList<>());
  }

  private static ExtractTable table(
      String extract, String name, LocalDate day, List<Field> fields, List<List<String>> rows) {
    String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
    String fileName = name + ExtractTable.SIMULATED + "数据" + date + ".csv";
    return new ExtractTable(DEPARTMENT, extract, day, fileName, fields, rows, LAYOUT);
  }

  /** Running numbers of a year, for example {@code JZ2020-00001}. */
  private static final class Numbers {
    private final String prefix;
    private final Map<Integer, Integer> lastOfYear = new HashMap<>();

    Numbers(String prefix) {
      this.prefix = prefix;
    }

    String next(LocalDate day) {
      int number = lastOfYear.merge(day.getYear(), 1, Integer::sum);
      return String.format(Locale.ROOT, "%s%04d-%05d", prefix, day.getYear(), number);
    }
  }
}
