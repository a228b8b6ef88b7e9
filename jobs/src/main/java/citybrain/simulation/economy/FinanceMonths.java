package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Deposits and loans of the city at the end of a month, one sheet for all currencies and one for
 * the yuan. An item is the sum of the items whose code begins with its own.
 */
final class FinanceMonths implements ExtractGenerator {
  private static final double SHARE_IN_YUAN = 0.955;
  private static final String UNIT = "亿元";

  @Override
  public String department() {
    return "人行青岛中心支行";
  }

  @Override
  public String extract() {
    return "finance_monthly";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .flatMap(
            month ->
                Stream.of(
                    delivery(city, month, "all", "本外币信贷收支", 1),
                    delivery(city, month, "yuan", "人民币信贷收支", SHARE_IN_YUAN)));
  }

  private static Delivery delivery(
      City city, YearMonth month, String scope, String name, double share) {
    List<MonthlySeries> items =
        MonthlySeries.of("credit").stream().map(item -> item.times(share)).toList();
    return Delivery.of(month)
        .named(name)
        .heading("currency_scope", scope)
        .heading("area_code", Area.CITY.code())
        .across(month, Map.of("balance", UNIT, "change_since_january", UNIT))
        .records(
            () ->
                MonthlySeries.codesOf("credit").stream()
                    .map(code -> record(city, month, code, sumOf(items, code))));
  }

  private static Figure sumOf(List<MonthlySeries> items, String code) {
    return Figure.sum(
        items.stream()
            .filter(item -> item.code().equals(code) || item.code().startsWith(code + "."))
            .toList());
  }

  private static ExtractRecord record(City city, YearMonth month, String code, Figure figure) {
    BigDecimal balance = figure.toDate(city, Area.CITY, month);
    BigDecimal opening = figure.toDate(city, Area.CITY, YearMonth.of(month.getYear() - 1, 12));
    return new ExtractRecord()
        .with("item_code", code)
        .with("period", month)
        .with("balance", balance)
        .with("change_since_january", balance.subtract(opening))
        .with(
            "yoy_published",
            Figure.growth(balance, figure.toDate(city, Area.CITY, month.minusYears(1))));
  }
}
