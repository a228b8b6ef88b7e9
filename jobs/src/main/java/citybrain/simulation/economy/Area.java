package citybrain.simulation.economy;

import citybrain.simulation.city.District;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An area that statistics report on: a district, or the city as the sum of its districts.
 *
 * @param code GB/T 2260
 * @param districts those it consists of
 */
record Area(String code, String zh, List<District> districts) {
  static final Area CITY = new Area(District.CITY_CODE, "青岛市", List.of(District.values()));

  static Area of(District district) {
    return new Area(district.code(), district.zh(), List.of(district));
  }

  /** The districts, each an area of its own. */
  static List<Area> ofDistricts() {
    return Arrays.stream(District.values()).map(Area::of).toList();
  }

  /** The city, then its districts. */
  static List<Area> all() {
    return Stream.concat(Stream.of(CITY), ofDistricts().stream()).toList();
  }

  boolean isCity() {
    return code.equals(District.CITY_CODE);
  }
}
