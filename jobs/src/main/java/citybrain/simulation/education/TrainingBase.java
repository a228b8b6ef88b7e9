package citybrain.simulation.education;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Firm;
import citybrain.simulation.city.School;
import citybrain.simulation.city.Shares;
import java.time.LocalDate;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A training base. Every fourth one is in a firm, and no firm has two; {@value BASES} at scale 1.
 *
 * @param school that runs or uses it
 * @param firm of a base in a firm, else null
 */
record TrainingBase(
    long index, String kind, School school, @Nullable Firm firm, LocalDate openedOn) {
  private static final int BASES = 60;
  private static final int FIRM_BASE_EVERY = 4;

  /** Firms lie apart so that each base has its own. */
  private static final int FIRMS_A_BASE = 3;

  private static final Shares OTHER_KINDS =
      Shares.of("campus", 74)
          .and("shared_simulation", 6)
          .and("teacher_training", 8)
          .and("overseas", 2)
          .and("german", 2)
          .and("worldskills", 3)
          .and("experience", 5);

  static Stream<TrainingBase> all(City city) {
    return LongStream.range(0, city.scaled(BASES)).mapToObj(index -> of(city, index));
  }

  private static TrainingBase of(City city, long index) {
    RandomGenerator random = city.random("training_bases/base", index);
    String other = OTHER_KINDS.drawn(random);
    boolean isInFirm = index % FIRM_BASE_EVERY == FIRM_BASE_EVERY - 1;
    School school = city.school(random.nextLong(city.schoolCount()));
    LocalDate openedOn = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(6_400));
    return new TrainingBase(
        index,
        isInFirm ? "firm" : other,
        school,
        isInFirm ? city.firm(index * FIRMS_A_BASE % city.firmCount()) : null,
        openedOn);
  }

  String code() {
    return String.format(Locale.ROOT, "JD%05d", index + 1);
  }

  /** Listed from the year before it opens, while its firm lives. */
  boolean isListed(int year) {
    return openedOn.getYear() <= year + 1
        && (firm == null || firm.isOpen(LocalDate.of(year, 12, 31)));
  }

  boolean isOpen(int year) {
    return openedOn.getYear() <= year;
  }
}
