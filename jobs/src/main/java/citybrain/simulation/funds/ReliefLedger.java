package citybrain.simulation.funds;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.funds.Recovery.Step;
import citybrain.simulation.funds.ReliefCase.Expense;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two accounts of the relief fund. The special account takes in levies, subsidies, interest,
 * fines and what is recovered, and fills the operating account, which pays the advances.
 */
final class ReliefLedger {
  private static final double OPENING_BALANCE = 20_000_000;
  private static final double YEARLY_SUBSIDY = 4_000_000;
  private static final double QUARTERLY_INTEREST = 0.0035 / 4;
  private static final double RESERVE = 200_000;
  private static final BigDecimal BANK_FEE = new BigDecimal("50.00");
  private static final BigDecimal ALLOCATED_IN = BigDecimal.valueOf(10_000);

  private final City city;
  private final Map<Account, BigDecimal> balances = new EnumMap<>(Account.class);
  private final Map<Account, YearNumbers> numbers = new EnumMap<>(Account.class);

  /** An account with the letters its entries begin with. */
  enum Account {
    SPECIAL("special", "TS"),
    OPERATING("operating", "ZH");

    private final String code;
    private final String letters;

    Account(String code, String letters) {
      this.code = code;
      this.letters = letters;
    }

    String code() {
      return code;
    }
  }

  /**
   * One entry.
   *
   * @param item code of the source or use
   * @param relatedNumber number of what is behind it; null without one
   */
  record Entry(
      Account account,
      String number,
      LocalDate bookedOn,
      boolean isReceipt,
      String item,
      BigDecimal amount,
      BigDecimal balance,
      String counterparty,
      @Nullable String counterpartyCode,
      @Nullable String relatedNumber) {
    /** Whether it moves money between the fund's own accounts. */
    boolean isWithinTheFund() {
      return item.equals("allocation");
    }
  }

  /**
   * @param opening of both accounts together
   */
  record Month(YearMonth month, BigDecimal opening, List<Entry> entries, int advances) {}

  private ReliefLedger(City city) {
    this.city = city;
    balances.put(Account.SPECIAL, Yuan.of(OPENING_BALANCE * city.scale()));
    balances.put(Account.OPERATING, Yuan.of(RESERVE * city.scale()));
    for (Account account : Account.values()) {
      numbers.put(account, new YearNumbers(account.letters));
    }
  }

  /** The months of the span, in order. */
  static Stream<Month> months(City city) {
    ReliefLedger ledger = new ReliefLedger(city);
    return ReliefMonths.of(city, ledger::month);
  }

  private Month month(ReliefMonths.Month month) {
    BigDecimal opening = balance(Account.SPECIAL).add(balance(Account.OPERATING));
    List<Entry> drafts = new ArrayList<>();
    drafts.addAll(incomeIn(month.month()));
    drafts.addAll(recoveredIn(month));
    drafts.addAll(allocationIn(month));
    drafts.addAll(advancesIn(month));
    List<Entry> booked =
        drafts.stream().sorted(Comparator.comparing(Entry::bookedOn)).map(this::booked).toList();
    return new Month(month.month(), opening, booked, month.paid().size());
  }

  private BigDecimal balance(Account account) {
    return balances.getOrDefault(account, Yuan.NOTHING);
  }

  /** The entry with its number and the balance after it. */
  private Entry booked(Entry draft) {
    BigDecimal signed = draft.isReceipt() ? draft.amount() : draft.amount().negate();
    BigDecimal balance = balance(draft.account()).add(signed);
    if (balance.signum() < 0) {
      throw new IllegalStateException("The " + draft.account() + " account is overdrawn: " + draft);
    }
    balances.put(draft.account(), balance);
    YearNumbers ofAccount = numbers.get(draft.account());
    String number = ofAccount == null ? "" : ofAccount.next(draft.bookedOn());
    return new Entry(
        draft.account(),
        number,
        draft.bookedOn(),
        draft.isReceipt(),
        draft.item(),
        draft.amount(),
        balance,
        draft.counterparty(),
        draft.counterpartyCode(),
        draft.relatedNumber());
  }

  private List<Entry> incomeIn(YearMonth month) {
    List<Entry> income = new ArrayList<>();
    if (month.getMonthValue() == 1) {
      BigDecimal subsidy = Yuan.of(YEARLY_SUBSIDY * city.scale());
      income.add(receipt(workday(month, 18), "fiscal_subsidy", subsidy, "市财政局", null, null));
    }
    if (month.getMonthValue() == 3) {
      BigDecimal fines = UninsuredFine.paidOf(city, month.getYear() - 1);
      income.add(receipt(workday(month, 15), "uninsured_fine", fines, "市财政局", null, null));
    }
    if (month.getMonthValue() % 3 == 0) {
      BigDecimal interest = Yuan.share(balance(Account.SPECIAL), QUARTERLY_INTEREST);
      income.add(receipt(workday(month, 21), "interest", interest, "模拟银行青岛分行", null, null));
    }
    Period last = quarterBefore(month);
    for (Period quarter : List.of(InsurerTransfers.quarterBefore(last), last)) {
      for (Insurer insurer : Insurer.all()) {
        LevyTransfer transfer = LevyTransfer.of(city, insurer, quarter);
        addLevy(income, month, transfer, transfer.transferredOn(), transfer.transferred());
        addLevy(
            income, month, transfer, transfer.paidAfterDunningOn(), transfer.paidAfterDunning());
      }
    }
    return income;
  }

  private static Period quarterBefore(YearMonth month) {
    YearMonth last = month.minusMonths((month.getMonthValue() - 1) % 3 + 1L);
    return Period.quarter(last.getYear(), last.getMonthValue() / 3);
  }

  private static void addLevy(
      List<Entry> income,
      YearMonth month,
      LevyTransfer transfer,
      @Nullable LocalDate day,
      BigDecimal amount) {
    if (day != null && YearMonth.from(day).equals(month)) {
      Insurer insurer = transfer.insurer();
      income.add(
          receipt(
              day,
              "insurance_levy",
              amount,
              insurer.name(),
              insurer.creditCode(),
              "YH" + day.toEpochDay() + "-" + insurer.index()));
    }
  }

  private List<Entry> recoveredIn(ReliefMonths.Month month) {
    return month.open().stream()
        .map(known -> Recovery.of(city, known))
        .flatMap(
            recovery ->
                recovery.steps().stream()
                    .filter(Step::isRepayment)
                    .filter(step -> YearMonth.from(step.actedOn()).equals(month.month()))
                    .map(
                        step ->
                            receipt(
                                step.actedOn(),
                                "recovery",
                                step.amount(),
                                Accident.liableOf(city, recovery.known().relief()).name(),
                                null,
                                recovery.known().applicationId())))
        .toList();
  }

  /** At the start of the month, as much as the operating account needs for it. */
  private List<Entry> allocationIn(ReliefMonths.Month month) {
    BigDecimal needed =
        month.paid().stream()
            .map(advance -> advance.payment().amount())
            .reduce(Yuan.of(RESERVE * city.scale()).add(BANK_FEE), BigDecimal::add)
            .subtract(balance(Account.OPERATING));
    if (needed.signum() <= 0) {
      return List.of();
    }
    BigDecimal amount =
        needed.divide(ALLOCATED_IN, 0, RoundingMode.UP).multiply(ALLOCATED_IN).setScale(2);
    LocalDate day = workday(month.month(), 1);
    return List.of(
        draft(Account.SPECIAL, day, false, "allocation", amount, "救助基金专用账户", null, null),
        draft(Account.OPERATING, day, true, "allocation", amount, "救助基金特设专户", null, null));
  }

  private List<Entry> advancesIn(ReliefMonths.Month month) {
    List<Entry> advances = new ArrayList<>();
    for (ReliefMonths.Advance advance : month.paid()) {
      boolean isRescue = advance.known().relief().expense() == Expense.RESCUE;
      advances.add(
          draft(
              Account.OPERATING,
              advance.payment().paidOn(),
              false,
              isRescue ? "rescue_advance" : "funeral_advance",
              advance.payment().amount(),
              advance.payment().payee(),
              null,
              advance.paymentId()));
    }
    LocalDate day = workday(month.month(), 20);
    advances.add(
        draft(Account.OPERATING, day, false, "bank_fee", BANK_FEE, "模拟银行青岛分行", null, null));
    return advances;
  }

  private LocalDate workday(YearMonth month, int day) {
    return city.officeDays().onOrAfter(month.atDay(day));
  }

  private static Entry receipt(
      LocalDate day,
      String item,
      BigDecimal amount,
      String counterparty,
      @Nullable String counterpartyCode,
      @Nullable String relatedNumber) {
    return draft(
        Account.SPECIAL, day, true, item, amount, counterparty, counterpartyCode, relatedNumber);
  }

  private static Entry draft(
      Account account,
      LocalDate day,
      boolean isReceipt,
      String item,
      BigDecimal amount,
      String counterparty,
      @Nullable String counterpartyCode,
      @Nullable String relatedNumber) {
    return new Entry(
        account,
        "",
        day,
        isReceipt,
        item,
        amount,
        Yuan.NOTHING,
        counterparty,
        counterpartyCode,
        relatedNumber);
  }
}
