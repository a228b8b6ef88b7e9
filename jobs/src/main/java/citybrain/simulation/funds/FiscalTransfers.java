package citybrain.simulation.funds;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.HealthProgramme.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Money for the health programmes level by level, as it stands in each month: one document a year
 * and programme, handed down in spring and paid in the months after.
 */
final class FiscalTransfers implements ExtractGenerator {
  private static final int FIRST_DOCUMENT_MONTH = 2;
  private static final int DOCUMENTS = 400;

  @Override
  public String department() {
    return "市财政局";
  }

  @Override
  public String extract() {
    return "fiscal_transfers";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .filter(month -> issued(city, month).findAny().isPresent())
        .map(month -> delivery(city, month));
  }

  private static Delivery delivery(City city, YearMonth month) {
    Delivery delivery = Delivery.of(month);
    for (Level level : Level.values()) {
      delivery = delivery.across(level.code());
    }
    return delivery.records(
        () ->
            issued(city, month)
                .flatMap(
                    programme ->
                        Arrays.stream(District.values())
                            .flatMap(district -> row(city, programme, district, month))));
  }

  /** Programmes whose document of the year is out by the end of the month. */
  private static Stream<HealthProgramme> issued(City city, YearMonth month) {
    return Arrays.stream(HealthProgramme.values())
        .filter(
            programme -> !issuedOn(city, programme, month.getYear()).isAfter(month.atEndOfMonth()));
  }

  private static LocalDate issuedOn(City city, HealthProgramme programme, int year) {
    YearMonth month = YearMonth.of(year, FIRST_DOCUMENT_MONTH + programme.number() % 4);
    int day = 1 + city.random("transfer_document/" + programme, year).nextInt(20);
    return city.officeDays().onOrAfter(month.atDay(day));
  }

  private static Stream<ExtractRecord> row(
      City city, HealthProgramme programme, District district, YearMonth month) {
    int year = month.getYear();
    LocalDate issuedOn = issuedOn(city, programme, year);
    BigDecimal needed = programme.needed(city, district, year);
    int line = (programme.number() - 1) * District.values().length + district.position();
    boolean isAllotted = programme == HealthProgramme.BASIC_PUBLIC_HEALTH;
    return Arrays.stream(Level.values())
        .map(
            level -> {
              BigDecimal owed = programme.owed(level, needed);
              LocalDate paidOn = paidOn(city, programme, district, level, issuedOn);
              boolean isPaid = owed.signum() > 0 && !paidOn.isAfter(month.atEndOfMonth());
              double share = programme.paidShare(city, district, level, year);
              return new ExtractRecord()
                  .with("line", line)
                  .with(
                      "document_no", "青财社指〔" + year + "〕" + (DOCUMENTS + programme.number()) + "号")
                  .with("programme_code", programme.code())
                  .with("area_code", district.code())
                  .with("level", level.code())
                  .with("period", Period.year(year))
                  .with("issued_on", issuedOn)
                  .with("allocation_factors", isAllotted ? "工作任务量、补助标准、绩效考核情况" : null)
                  .with("due_amount", owed)
                  .with("paid_amount", isPaid ? Yuan.share(owed, share) : null)
                  .with("paid_on", isPaid ? paidOn : null);
            });
  }

  private static LocalDate paidOn(
      City city, HealthProgramme programme, District district, Level level, LocalDate issuedOn) {
    SplittableRandom random =
        city.random("transfer/" + programme + level, issuedOn.getYear() * 100L + district.number());
    int most = level == Level.DISTRICT ? 120 : 40;
    return city.officeDays().after(issuedOn, 3 + random.nextInt(most));
  }
}
