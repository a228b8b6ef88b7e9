package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.economy.BudgetAccounts.Account;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Execution of the four budgets, one sheet each: the whole city, its own level, the districts. */
final class BudgetExecution implements ExtractGenerator {
  private static final Map<String, String> BOOKS =
      Map.of(
          "general", "一般公共预算",
          "government_funds", "政府性基金预算",
          "state_capital", "国有资本经营预算",
          "social_insurance", "社会保险基金预算");

  private static final YearMonth ADJUSTED_FROM = YearMonth.of(2020, 8);
  private static final BigDecimal ADJUSTMENT_OF_2020 = new BigDecimal("0.96");

  @Override
  public String department() {
    return "市财政局";
  }

  @Override
  public String extract() {
    return "budget_execution";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .flatMap(
            month ->
                BOOKS.keySet().stream()
                    .sorted()
                    .map(
                        book ->
                            Delivery.of(month)
                                .named(BOOKS.get(book) + "执行情况")
                                .heading("budget_book", book)
                                .unit("initial_budget", "万元")
                                .unit("annual_budget", "万元")
                                .unit("month_amount", "万元")
                                .unit("cumulative_amount", "万元")
                                .records(() -> records(city, book, month))));
  }

  private static Stream<ExtractRecord> records(City city, String book, YearMonth month) {
    List<Account> accounts = BudgetAccounts.ofBook(book);
    Stream<ExtractRecord> ownLevel =
        accounts.stream()
            .map(
                account ->
                    record(city, Area.CITY, "own_level", account, account.ownLevel(), month));
    Stream<ExtractRecord> wholeAreas =
        Area.all().stream()
            .flatMap(
                area ->
                    accounts.stream()
                        .map(
                            account ->
                                record(
                                    city,
                                    area,
                                    "whole_area",
                                    account,
                                    account.wholeArea(),
                                    month)));
    return Stream.concat(ownLevel, wholeAreas);
  }

  private static ExtractRecord record(
      City city, Area area, String scope, Account account, Figure figure, YearMonth month) {
    BigDecimal voted = BudgetAccounts.voted(figure, city, area, month.getYear());
    boolean isAdjusted =
        month.getYear() == ADJUSTED_FROM.getYear() && !month.isBefore(ADJUSTED_FROM);
    BigDecimal budget =
        isAdjusted ? voted.multiply(ADJUSTMENT_OF_2020).setScale(0, RoundingMode.HALF_UP) : voted;
    BigDecimal amount = figure.in(city, area, month, month);
    BigDecimal cumulative = figure.toDate(city, area, month);
    YearMonth before = month.minusYears(1);
    ExtractRecord record =
        new ExtractRecord()
            .with("area_code", area.code())
            .with("budget_scope", scope)
            .with("account_code", account.code())
            .with("period", month)
            .with("initial_budget", voted)
            .with("annual_budget", budget)
            .with("month_amount", amount)
            .with("cumulative_amount", cumulative)
            .with(
                "budget_share",
                cumulative.movePointRight(2).divide(budget, 1, RoundingMode.HALF_UP))
            .with("yoy_published", Figure.growth(amount, figure.in(city, area, before, before)))
            .with(
                "ytd_yoy_published", Figure.growth(cumulative, figure.toDate(city, area, before)));
    return account.isSubItem() ? record.asSubItem() : record;
  }
}
