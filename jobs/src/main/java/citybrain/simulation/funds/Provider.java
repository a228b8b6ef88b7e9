package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Identifiers;
import citybrain.simulation.city.Institution;
import citybrain.simulation.city.Person;
import citybrain.simulation.city.Person.Population;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who treats or sells for the medical insurance: an institution, a pharmacy or a doctor.
 *
 * @param creditCode null for a person
 * @param employer code of the institution a doctor works at; null for others
 * @param level of an institution; null for others
 */
record Provider(
    String code,
    Kind kind,
    String name,
    @Nullable String creditCode,
    @Nullable String employer,
    District district,
    @Nullable String level,
    boolean isPublic) {
  private static final double PHARMACIES = 10;
  private static final long FIRST_PHARMACY = 82_000_000;
  private static final long FIRST_DOCTOR = 30_000_000;
  private static final int DOCTORS_LISTED = 5;

  /** Kinds of providers. */
  enum Kind {
    HOSPITAL("hospital"),
    PHARMACY("pharmacy"),
    DOCTOR("doctor");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** All of them: institutions, pharmacies, doctors. */
  static Stream<Provider> all(City city) {
    return Stream.of(
            city.institutions().map(institution -> hospital(institution)),
            LongStream.range(0, pharmacies(city)).mapToObj(index -> pharmacy(city, index)),
            city.institutions()
                .flatMap(
                    institution ->
                        LongStream.range(0, DOCTORS_LISTED)
                            .mapToObj(index -> doctor(city, institution, index))))
        .flatMap(providers -> providers);
  }

  static long pharmacies(City city) {
    return city.scaled(PHARMACIES);
  }

  static Provider hospital(Institution institution) {
    return new Provider(
        institution.code(),
        Kind.HOSPITAL,
        institution.name(),
        institution.creditCode(),
        null,
        institution.district(),
        institution.level(),
        institution.index() % 4 != 3);
  }

  static Provider pharmacy(City city, long index) {
    SplittableRandom random = city.random("pharmacy", index);
    District district = District.drawn(random);
    return new Provider(
        String.format(Locale.ROOT, "P%s%05d", district.code(), index + 1),
        Kind.PHARMACY,
        district.zh() + "模拟第" + (index + 1) + "大药房",
        Identifiers.creditCode("91", district.code(), FIRST_PHARMACY + index),
        null,
        district,
        null,
        false);
  }

  /** A doctor by number within the institution. */
  static Provider doctor(City city, Institution institution, long index) {
    Person person =
        city.person(
            Population.TEACHER, FIRST_DOCTOR + institution.index() * DOCTORS_LISTED + index);
    return new Provider(
        String.format(Locale.ROOT, "D%s%03d", institution.code().substring(1), index + 1),
        Kind.DOCTOR,
        person.name(),
        null,
        institution.code(),
        institution.district(),
        null,
        true);
  }

  /** The doctor of an institution that a random number picks. */
  static Provider doctorAt(City city, Institution institution, SplittableRandom random) {
    return doctor(city, institution, random.nextInt(DOCTORS_LISTED));
  }
}
