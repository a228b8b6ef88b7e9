package citybrain.simulation.education;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Shares;
import citybrain.simulation.city.Streets;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A water body of the ledger; {@value WATER_BODIES} at scale 1.
 *
 * @param kind code of the list water_body_kind
 */
record WaterBody(long index, String kind, District district, String street) {
  private static final int WATER_BODIES = 25;
  private static final Shares KINDS =
      Shares.of("reservoir", 22)
          .and("pond", 24)
          .and("river_bend", 14)
          .and("bathing_beach", 10)
          .and("ditch", 6)
          .and("canal", 5)
          .and("swimming_pool", 6)
          .and("pit", 5)
          .and("foundation_pit", 3)
          .and("scenic_water", 5);

  static Stream<WaterBody> all(City city) {
    return LongStream.range(0, city.scaled(WATER_BODIES)).mapToObj(index -> of(city, index));
  }

  static WaterBody drawn(City city, RandomGenerator random) {
    return of(city, random.nextLong(city.scaled(WATER_BODIES)));
  }

  private static WaterBody of(City city, long index) {
    RandomGenerator random = city.random("water_safety/body", index);
    District district = District.drawn(random);
    return new WaterBody(index, KINDS.drawn(random), district, Streets.drawn(district, random));
  }

  String code() {
    return String.format(Locale.ROOT, "SY%s%05d", district.code(), index + 1);
  }

  String name() {
    String kindZh =
        switch (kind) {
          case "reservoir" -> "水库";
          case "bathing_beach" -> "海水浴场";
          case "river_bend" -> "河湾";
          case "swimming_pool" -> "游泳馆";
          case "ditch" -> "水沟";
          case "canal" -> "水渠";
          case "pit", "foundation_pit" -> "积水坑";
          case "scenic_water" -> "景区湖面";
          default -> "水塘";
        };
    return "模拟" + (index + 1) + "号" + kindZh;
  }

  /** Department that supervises the kind. */
  String supervisor() {
    return switch (kind) {
      case "reservoir", "river_bend", "canal" -> "water";
      case "bathing_beach" -> "urban_management";
      case "swimming_pool", "scenic_water" -> "culture_tourism";
      case "pit" -> "natural_resources";
      case "foundation_pit" -> "housing";
      default -> "town";
    };
  }
}
