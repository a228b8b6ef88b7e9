package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Identifiers;
import citybrain.simulation.city.Industry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project that the city attracts and the course it takes. Talks stalled in the first half of
 * 2020.
 *
 * @param planned investment, 万元
 * @param contractedForeign 万美元; zero for a domestic investor
 * @param signedOn and the days after it: null when it never comes so far
 * @param endedOn null unless it is given up
 */
record InvestmentDeal(
    long index,
    District district,
    @Nullable String park,
    Industry industry,
    String origin,
    boolean isForeign,
    String investorKind,
    BigDecimal planned,
    BigDecimal contractedForeign,
    LocalDate negotiatedOn,
    @Nullable LocalDate signedOn,
    @Nullable LocalDate registeredOn,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate producingOn,
    @Nullable LocalDate endedOn) {
  private static final double DEALS = 60;
  private static final long FIRST_ENTERPRISE = 70_000_000;
  private static final int MONTHS_TO_ARRIVE = 10;
  private static final double SHARE_THAT_ARRIVES = 0.9;
  private static final double YUAN_FOR_A_DOLLAR = 6.8;

  private static final List<String> FOREIGN =
      List.of("hong_kong", "japan", "korea", "singapore", "germany", "united_states", "hong_kong");
  private static final List<String> DOMESTIC =
      List.of("beijing", "shanghai", "guangdong", "shandong", "other_domestic");
  private static final List<String> KINDS =
      List.of("global_500", "industry_leader", "china_500", "other", "other", "other");

  /** All deals, by number. */
  static Stream<InvestmentDeal> of(City city) {
    return LongStream.range(0, city.scaled(DEALS)).mapToObj(index -> of(city, index));
  }

  private static InvestmentDeal of(City city, long index) {
    SplittableRandom random = city.random("investment_deal", index);
    District district = District.drawn(random);
    boolean isForeign = random.nextDouble() < 0.45;
    List<String> origins = isForeign ? FOREIGN : DOMESTIC;
    double planned = 6_000 * Math.exp(1.1 * Math.abs(random.nextGaussian()));
    double foreign = isForeign ? planned * 0.4 / YUAN_FOR_A_DOLLAR : 0;
    LocalDate negotiatedOn = LocalDate.of(2017, 6, 1).plusDays(random.nextInt(1_600));
    double fate = random.nextDouble();
    boolean isSlow =
        negotiatedOn.isAfter(LocalDate.of(2019, 10, 1))
            && negotiatedOn.isBefore(LocalDate.of(2020, 6, 1));
    LocalDate signedOn = negotiatedOn.plusDays(30 + random.nextInt(120) + (isSlow ? 120 : 0));
    LocalDate registeredOn = signedOn.plusDays(20 + random.nextInt(90));
    LocalDate startedOn = registeredOn.plusDays(60 + random.nextInt(200));
    LocalDate producingOn = startedOn.plusDays(270 + random.nextInt(300));
    boolean isSigned = fate > 0.2;
    boolean isRegistered = fate > 0.35;
    return new InvestmentDeal(
        index,
        district,
        Parks.drawn(district, random, 0.5),
        city.industries().get(random.nextInt(city.industries().size())),
        origins.get(random.nextInt(origins.size())),
        isForeign,
        KINDS.get(random.nextInt(KINDS.size())),
        BigDecimal.valueOf(Math.round(planned / 100) * 100),
        BigDecimal.valueOf(Math.round(foreign)),
        negotiatedOn,
        isSigned ? signedOn : null,
        isRegistered ? registeredOn : null,
        isRegistered ? startedOn : null,
        isRegistered ? producingOn : null,
        isRegistered ? null : (isSigned ? signedOn : negotiatedOn).plusDays(200));
  }

  /** Whether it stands on the list of a month. */
  boolean isListedIn(YearMonth month) {
    LocalDate last = endedOn != null ? endedOn : producingOn;
    return !negotiatedOn.isAfter(month.atEndOfMonth())
        && (last == null || !last.isBefore(month.minusMonths(1).atDay(1)));
  }

  String enterpriseCode() {
    return Identifiers.creditCode("91", district.code(), FIRST_ENTERPRISE + index);
  }

  /** Foreign capital used by the end of a month, 万美元. */
  BigDecimal usedBy(YearMonth month) {
    return arrived(contractedForeign, month);
  }

  /** Domestic capital arrived by the end of a month, 万元. */
  BigDecimal domesticBy(YearMonth month) {
    return arrived(isForeign ? BigDecimal.ZERO : planned, month);
  }

  /** In equal parts from the month after registration on. */
  private BigDecimal arrived(BigDecimal whole, YearMonth month) {
    if (registeredOn == null) {
      return BigDecimal.ZERO;
    }
    long months =
        Math.min(MONTHS_TO_ARRIVE, ChronoUnit.MONTHS.between(YearMonth.from(registeredOn), month));
    return months <= 0
        ? BigDecimal.ZERO
        : whole
            .multiply(BigDecimal.valueOf(SHARE_THAT_ARRIVES * months / MONTHS_TO_ARRIVE))
            .setScale(2, RoundingMode.HALF_UP);
  }
}
