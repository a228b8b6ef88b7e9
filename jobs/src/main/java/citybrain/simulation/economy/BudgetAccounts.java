package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * Accounts of the four budgets, in 万元. The districts' budgets and the city's own level add up to
 * the whole area.
 */
final class BudgetAccounts {
  private static final double SHARE_OF_DISTRICTS = 0.7;

  private BudgetAccounts() {}

  /**
   * One printed account.
   *
   * @param items what it sums up; itself alone for an item
   */
  record Account(String code, List<MonthlySeries> items, boolean isSubItem) {
    /** Of a district: its own budget. Of the city: that of its own level. */
    Figure ownLevel() {
      return (city, area, first, last) ->
          area.isCity()
              ? scaled(1 - SHARE_OF_DISTRICTS).in(city, area, first, last)
              : scaled(SHARE_OF_DISTRICTS).in(city, area, first, last);
    }

    /** Of the city: its own level and all districts. */
    Figure wholeArea() {
      return (city, area, first, last) ->
          area.isCity()
              ? ownLevel()
                  .in(city, area, first, last)
                  .add(scaled(SHARE_OF_DISTRICTS).in(city, area, first, last))
              : ownLevel().in(city, area, first, last);
    }

    private Figure scaled(double share) {
      return Figure.sum(items.stream().map(item -> item.times(share)).toList());
    }
  }

  /** The accounts of a budget in the order printed. */
  static List<Account> ofBook(String book) {
    return switch (book) {
      case "general" ->
          Stream.of(
                  Stream.of(of("R"), of("101")),
                  items("tax"),
                  Stream.of(of("103")),
                  items("nontax"),
                  Stream.of(of("E")),
                  items("spending"))
              .flatMap(accounts -> accounts)
              .toList();
      case "government_funds" ->
          Stream.concat(
                  Stream.concat(Stream.of(of("10301")), items("land")), sums("funds-spending"))
              .toList();
      case "state_capital" -> Stream.concat(sums("capital"), sums("capital-spending")).toList();
      case "social_insurance" ->
          Stream.concat(sums("insurance"), sums("insurance-spending")).toList();
      default -> throw new IllegalArgumentException("No budget " + book);
    };
  }

  /** A sum of the general budget or of the funds' revenue. */
  static Account of(String code) {
    List<String> groups =
        switch (code) {
          case "R" -> List.of("tax", "nontax");
          case "101" -> List.of("tax");
          case "103" -> List.of("nontax");
          case "E" -> List.of("spending");
          case "10301" -> List.of("land", "funds");
          default -> throw new IllegalArgumentException("No sum " + code);
        };
    return new Account(
        code, groups.stream().flatMap(group -> MonthlySeries.of(group).stream()).toList(), false);
  }

  private static Stream<Account> items(String group) {
    return MonthlySeries.of(group).stream()
        .map(series -> new Account(series.code(), List.of(series), true));
  }

  private static Stream<Account> sums(String group) {
    return MonthlySeries.of(group).stream()
        .map(series -> new Account(series.code(), List.of(series), false));
  }

  /** The budget that was voted for a year: what came the year before and six percent more. */
  static BigDecimal voted(Figure figure, City city, Area area, int year) {
    long before = figure.toDate(city, area, YearMonth.of(year - 1, 12)).longValueExact();
    return BigDecimal.valueOf(before * 106 / 100);
  }
}
