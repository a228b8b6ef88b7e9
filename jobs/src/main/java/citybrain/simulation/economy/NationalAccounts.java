package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gross domestic product by sector: the secondary sector is industry and construction, the tertiary
 * all services, and the product the sum of the three.
 */
final class NationalAccounts {
  private static final double YEARLY_PRICES = 0.022;
  private static final double PRICES_OF_2015 = 0.937;
  private static final double PRICES_OF_2020 = 1.044;

  private static final Set<String> SECONDARY = Set.of("gdp_industry", "gdp_construction");

  private NationalAccounts() {}

  /** In which prices. */
  enum Prices {
    CURRENT(""),
    OF_2015("_prices_2015"),
    OF_2020("_prices_2020");

    private final String suffix;

    Prices(String suffix) {
      this.suffix = suffix;
    }

    /** The base of constant prices in which a year is published. */
    static Prices constantIn(int year) {
      return year <= 2020 ? OF_2015 : OF_2020;
    }

    private MonthlySeries of(MonthlySeries volume) {
      return switch (this) {
        case CURRENT -> volume.inflated(YEARLY_PRICES);
        case OF_2015 -> volume.times(PRICES_OF_2015);
        case OF_2020 -> volume.times(PRICES_OF_2020);
      };
    }
  }

  /** The accounts by code: the product first, then sectors, then their parts. */
  static Map<String, Figure> of(Prices prices) {
    List<MonthlySeries> parts = MonthlySeries.of("sector").stream().map(prices::of).toList();
    List<MonthlySeries> secondary = new ArrayList<>();
    List<MonthlySeries> tertiary = new ArrayList<>();
    for (MonthlySeries part : parts.subList(1, parts.size())) {
      (SECONDARY.contains(part.code()) ? secondary : tertiary).add(part);
    }
    Map<String, Figure> accounts = new LinkedHashMap<>();
    accounts.put("gdp" + prices.suffix, Figure.sum(parts));
    accounts.put(parts.get(0).code() + prices.suffix, parts.get(0));
    accounts.put("gdp_secondary" + prices.suffix, Figure.sum(secondary));
    accounts.put("gdp_tertiary" + prices.suffix, Figure.sum(tertiary));
    for (MonthlySeries part : parts.subList(1, parts.size())) {
      accounts.put(part.code() + prices.suffix, part);
    }
    return accounts;
  }

  /** The product of a year at current prices, in 亿元. */
  static BigDecimal productOf(City city, Area area, int year) {
    return Figure.sum(MonthlySeries.of("sector").stream().map(Prices.CURRENT::of).toList())
        .toDate(city, area, YearMonth.of(year, 12));
  }
}
