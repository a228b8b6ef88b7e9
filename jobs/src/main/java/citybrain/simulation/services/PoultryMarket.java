package citybrain.simulation.services;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Firm;
import citybrain.simulation.city.Shares;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A market with live poultry; {@value MARKETS} at scale 1. */
record PoultryMarket(
    long index, String kind, District district, boolean isBuiltUpArea, Firm operator, int traders) {
  private static final int MARKETS = 24;
  private static final Shares KINDS =
      Shares.of("rural_market", 60).and("urban_market", 25).and("retail", 10).and("wholesale", 5);

  static Stream<PoultryMarket> all(City city) {
    return LongStream.range(0, city.scaled(MARKETS)).mapToObj(index -> of(city, index));
  }

  static PoultryMarket drawn(City city, RandomGenerator random) {
    return of(city, random.nextLong(city.scaled(MARKETS)));
  }

  private static PoultryMarket of(City city, long index) {
    RandomGenerator random = city.random("live_poultry/market", index);
    String kind = KINDS.drawn(random);
    boolean isBuiltUpArea = !kind.equals("rural_market") && random.nextDouble() < 0.6;
    return new PoultryMarket(
        index,
        kind,
        District.drawn(random),
        isBuiltUpArea,
        city.firm(random.nextLong(city.firmCount())),
        kind.equals("wholesale") ? 20 + random.nextInt(30) : 2 + random.nextInt(9));
  }

  String code() {
    return String.format(Locale.ROOT, "HQ%s%04d", district.code(), index + 1);
  }

  String name() {
    return district.zh() + "模拟第" + (index + 1) + "集贸市场";
  }
}
