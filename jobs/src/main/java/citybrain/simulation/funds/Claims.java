package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Institution;
import citybrain.simulation.city.Person;
import citybrain.simulation.city.Person.Population;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Settlements of the medical insurance, line by line, sent the morning after. */
final class Claims implements ExtractGenerator {
  private static final double SETTLEMENTS_A_DAY = 5;
  private static final int MOST_LINES = 4;

  /** Code, name, kind and price of what is charged; drugs have a payment standard. */
  private static final List<List<String>> ITEMS =
      List.of(
          List.of("XC09AA02", "依那普利片", "drug", "18.60"),
          List.of("XA10BA02", "二甲双胍片", "drug", "24.80"),
          List.of("XJ01DC02", "头孢呋辛注射液", "drug", "32.50"),
          List.of("250101001", "血常规检查", "examination", "20.00"),
          List.of("210102015", "数字化摄影", "examination", "80.00"),
          List.of("110200001", "诊查费", "procedure", "12.00"),
          List.of("110900001", "床位费", "bed", "45.00"),
          List.of("120100001", "护理费", "nursing", "26.00"));

  private static final List<List<String>> DIAGNOSES =
      List.of(
          List.of("I10.x00", "高血压病"),
          List.of("E11.900", "2型糖尿病"),
          List.of("J06.900", "急性上呼吸道感染"),
          List.of("M51.200", "腰椎间盘突出"),
          List.of("K29.500", "慢性胃炎"));

  @Override
  public String department() {
    return "市医保局";
  }

  @Override
  public String extract() {
    return "claims";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return DailyDeliveries.of(
        city, days -> days.each().flatMap(day -> settledOn(city, day)).toList());
  }

  private static Stream<ExtractRecord> settledOn(City city, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    double usual =
        SETTLEMENTS_A_DAY
            * city.scale()
            * Dynamics.season(month, 0.1, 12)
            * Dynamics.springFestival(month, 0.5)
            * Dynamics.shock2020(month, 0.55);
    SplittableRandom random = city.random("claims", day.toEpochDay());
    long settlements = (long) (usual * (0.6 + 0.8 * random.nextDouble()) + random.nextDouble());
    return LongStream.rangeClosed(1, settlements)
        .boxed()
        .flatMap(number -> settlement(city, day, number));
  }

  private static Stream<ExtractRecord> settlement(City city, LocalDate day, long number) {
    SplittableRandom random = city.random("claim", day.toEpochDay() * 1_000_000 + number);
    Person person = city.person(Population.INSURED, random.nextLong(city.insuredCount()));
    Institution institution = city.institution(random.nextLong(city.institutionCount()));
    String visit = visit(random);
    boolean isPharmacy = visit.equals("pharmacy");
    boolean isInpatient = visit.equals("inpatient");
    Provider place =
        isPharmacy
            ? Provider.pharmacy(city, random.nextLong(Provider.pharmacies(city)))
            : Provider.hospital(institution);
    String doctor = isPharmacy ? null : Provider.doctorAt(city, institution, random).code();
    LocalDate admittedOn = day.minusDays(3 + random.nextInt(12));
    List<String> diagnosis = DIAGNOSES.get(random.nextInt(DIAGNOSES.size()));
    InsuredCategory category = InsuredCategory.of(person, day);
    double fundShare = isPharmacy ? 0 : (isInpatient ? 0.68 : 0.5) + 0.1 * random.nextDouble();
    int lines = 1 + random.nextInt(MOST_LINES);
    int firstItem = random.nextInt(ITEMS.size());
    return IntStream.range(0, lines)
        .mapToObj(
            line -> {
              List<String> item =
                  ITEMS.get(isPharmacy ? line % 2 : (firstItem + line) % ITEMS.size());
              ExtractRecord record =
                  new ExtractRecord()
                      .with("settlement_no", settlementNumber(day, number))
                      .with("line_no", line + 1)
                      .with("settled_on", day)
                      .with(
                          "insured_id", String.format(Locale.ROOT, "3702%08d", person.index() + 1))
                      .with("insured_name", person.name())
                      .with("resident_id", person.residentId())
                      .with("sex", person.isMale() ? "1" : "2")
                      .with("insured_category", category.code())
                      .with("area_code", person.district().code())
                      .with("institution_code", place.code())
                      .with("institution_name", place.name())
                      .with("doctor_code", doctor)
                      .with("visit_kind", visit)
                      .with("admitted_on", isInpatient ? admittedOn : null)
                      .with("discharged_on", isInpatient ? day : null)
                      .with("diagnosis_code", diagnosis.get(0))
                      .with("diagnosis_name", diagnosis.get(1))
                      .with("serviced_on", isInpatient ? admittedOn.plusDays(line % 3) : day)
                      .with("invoice_no", "FP" + settlementNumber(day, number).substring(2));
              return withCharge(record, item, 1 + (firstItem + 2 * line) % 5, fundShare);
            });
  }

  private static String settlementNumber(LocalDate day, long number) {
    return String.format(
        Locale.ROOT,
        "JS%d%02d%02d%05d",
        day.getYear(),
        day.getMonthValue(),
        day.getDayOfMonth(),
        number);
  }

  private static String visit(SplittableRandom random) {
    double draw = random.nextDouble();
    if (draw < 0.45) {
      return "outpatient";
    }
    if (draw < 0.65) {
      return "chronic";
    }
    if (draw < 0.8) {
      return "pharmacy";
    }
    return draw < 0.83 ? "emergency" : "inpatient";
  }

  private static ExtractRecord withCharge(
      ExtractRecord record, List<String> item, int quantity, double fundShare) {
    BigDecimal price = new BigDecimal(item.get(3));
    BigDecimal amount = price.multiply(BigDecimal.valueOf(quantity));
    BigDecimal fund = Yuan.share(amount, fundShare);
    return record
        .with("item_code", item.get(0))
        .with("item_name", item.get(1))
        .with("item_kind", item.get(2))
        .with("quantity", quantity)
        .with("unit_price", price)
        .with("payment_standard", item.get(2).equals("drug") ? price : null)
        .with("amount", amount)
        .with("fund_paid", fund)
        .with("self_paid", amount.subtract(fund));
  }
}
