package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Person;
import citybrain.simulation.city.Person.Population;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fine for a vehicle without compulsory insurance: twice the premium.
 *
 * @param paidOn null when it never is
 */
record UninsuredFine(
    long number,
    LocalDate decidedOn,
    District district,
    Person party,
    boolean isManager,
    BigDecimal amount,
    @Nullable LocalDate paidOn,
    @Nullable LocalDate treasuryOn) {
  private static final double FINES_A_MONTH = 36;
  private static final long FIRST_PARTY = 20_000_000;
  private static final double NEVER_PAID = 0.07;
  private static final double PREMIUM = 950;

  /** The fines decided in a month. */
  static Stream<UninsuredFine> in(City city, YearMonth month) {
    long monthNumber = month.getYear() * 12L + month.getMonthValue();
    return LongStream.rangeClosed(1, city.scaled(FINES_A_MONTH))
        .mapToObj(
            number -> {
              SplittableRandom random =
                  city.random("uninsured_fine", monthNumber * 10_000 + number);
              LocalDate decidedOn =
                  city.officeDays().onOrAfter(month.atDay(1 + random.nextInt(20)));
              boolean isPaid = random.nextDouble() >= NEVER_PAID;
              LocalDate paidOn = city.officeDays().after(decidedOn, random.nextInt(12));
              return new UninsuredFine(
                  number,
                  decidedOn,
                  District.drawn(random),
                  city.person(
                      Population.VICTIM, FIRST_PARTY + monthNumber % 1_000 * 10_000 + number),
                  random.nextDouble() < 0.15,
                  Yuan.of(2 * PREMIUM + 100 * random.nextInt(4)),
                  isPaid ? paidOn : null,
                  isPaid ? city.officeDays().after(paidOn, 1 + random.nextInt(3)) : null);
            });
  }

  /** What the fines of a year brought in. */
  static BigDecimal paidOf(City city, int year) {
    return Stream.iterate(YearMonth.of(year, 1), month -> month.plusMonths(1))
        .limit(12)
        .flatMap(month -> in(city, month))
        .filter(fine -> fine.paidOn() != null)
        .map(UninsuredFine::amount)
        .reduce(Yuan.NOTHING, BigDecimal::add);
  }
}
