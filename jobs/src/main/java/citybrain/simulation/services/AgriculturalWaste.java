package citybrain.simulation.services;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Identifiers;
import citybrain.simulation.city.Occurrences;
import citybrain.simulation.city.Person;
import citybrain.simulation.city.Person.Population;
import citybrain.simulation.city.Shares;
import citybrain.simulation.city.Streets;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Ledger entries of a month: some 35 at scale 1. Film is laid in April and recovered in October,
 * pesticide packaging comes back in summer, straw in autumn, carcasses all year.
 */
final class AgriculturalWaste implements ExtractGenerator {
  private static final int KEEPERS = 20;
  private static final long FIRST_ORGANISATION = 75_000_000;
  private static final Shares CROPS = Shares.equal("花生", "马铃薯", "大姜", "蔬菜大棚", "玉米");

  /** A ledger, who keeps it, how many entries a month it has and when most. */
  private record Ledger(
      String kind, String keeper, String keeperZh, double entries, int peakMonth) {
    double entries(YearMonth month) {
      return entries * Dynamics.season(month, kind.equals("carcass") ? 0.1 : 0.7, peakMonth);
    }
  }

  private static final List<Ledger> LEDGERS =
      List.of(
          new Ledger("pesticide_packaging", "collection_point", "回收网点", 9, 7),
          new Ledger("fertiliser_packaging", "farm_company", "农业有限公司", 3, 5),
          new Ledger("film_use", "cooperative", "农民专业合作社", 6, 4),
          new Ledger("film_recovery", "recycler", "再生资源有限公司", 5, 10),
          new Ledger("carcass", "carcass_operator", "无害化处理有限公司", 6, 2),
          new Ledger("manure", "livestock_farm", "畜禽养殖场", 3, 3),
          new Ledger("straw", "cooperative", "农民专业合作社", 2, 10),
          new Ledger("vegetable", "farm_company", "农业有限公司", 2, 6));

  @Override
  public String department() {
    return "市农业农村局";
  }

  @Override
  public String extract() {
    return "agricultural_waste";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months().map(month -> Delivery.of(month).records(() -> records(city, month)));
  }

  private static Stream<ExtractRecord> records(City city, YearMonth month) {
    return LEDGERS.stream()
        .flatMap(
            ledger -> {
              long seed = month.getYear() * 100L + month.getMonthValue();
              RandomGenerator random = city.random("agricultural_waste/" + ledger.kind(), seed);
              long entries = Occurrences.drawn(city, ledger.entries(month), random);
              return LongStream.range(0, entries)
                  .mapToObj(number -> record(city, ledger, month, number));
            });
  }

  private static ExtractRecord record(City city, Ledger ledger, YearMonth month, long number) {
    int nth = LEDGERS.indexOf(ledger) + 1;
    long seed = (month.getYear() * 100L + month.getMonthValue()) * 1_000_000 + number;
    RandomGenerator random = city.random("agricultural_waste/entry/" + ledger.kind(), seed);
    LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
    long keeper = random.nextLong(city.scaled(KEEPERS));
    District district =
        District.drawn(city.random("agricultural_waste/keeper/" + ledger.kind(), keeper));
    long organisation = FIRST_ORGANISATION + keeper * LEDGERS.size() + nth;
    String prefix = ledger.keeper().equals("cooperative") ? "93" : "91";
    ExtractRecord record =
        new ExtractRecord()
            .with(
                "entry_id",
                String.format(
                    Locale.ROOT,
                    "NF%d%02d-%d-%05d",
                    month.getYear(),
                    month.getMonthValue(),
                    nth,
                    number + 1))
            .with("ledger_kind", ledger.kind())
            .with("keeper_name", district.zh() + "模拟" + (keeper + 1) + "号" + ledger.keeperZh())
            .with(
                "keeper_credit_code", Identifiers.creditCode(prefix, district.code(), organisation))
            .with("keeper_kind", ledger.keeper())
            .with("area_code", district.code())
            .with("occurred_on", day)
            .with("place", Streets.drawn(district, random))
            .with("ledger_opened_on", LocalDate.of(2017, 3, 1))
            .with("ledger_kept_until", day.plusYears(2));
    return withContent(record, city, ledger, day, random);
  }

  private static ExtractRecord withContent(
      ExtractRecord record, City city, Ledger ledger, LocalDate day, RandomGenerator random) {
    Person bringer = city.person(Population.INSURED, random.nextLong(city.insuredCount()));
    String phone = String.format(Locale.ROOT, "138%08d", random.nextInt(100_000_000));
    double kilograms = 20 + 400 * random.nextDouble();
    LocalDate treatedOn = day.plusDays(random.nextInt(4));
    return switch (ledger.kind()) {
      case "film_use" ->
          record
              .with("used_for", CROPS.drawn(random))
              .with("product_name", "聚乙烯吹塑农用地面覆盖薄膜")
              .with("producer", "青岛模拟塑料制品有限公司")
              .with("seller", "青岛模拟农资经营部")
              .with("weight", kilograms, 1);
      case "film_recovery" ->
          record
              .with("weight", kilograms, 1)
              .with("volume", kilograms / 110, 2)
              .with("returned_by", bringer.name())
              .with("returned_by_contact", phone)
              .with("destination", "再生造粒");
      case "carcass" ->
          record
              .with("pieces", 1 + random.nextInt(40))
              .with("weight", kilograms, 1)
              .with("is_harmlessly_treated", true)
              .with("treated_on", treatedOn)
              .with("reported_on", treatedOn.plusDays(1));
      case "manure" ->
          record
              .with("volume", kilograms / 8, 2)
              .with("has_manure_facility", random.nextDouble() < 0.9)
              .with("is_manure_entrusted", random.nextDouble() < 0.4)
              .with("destination", "有机肥厂");
      case "pesticide_packaging", "fertiliser_packaging" ->
          record
              .with("pieces", 50 + random.nextInt(900))
              .with("weight", kilograms / 10, 1)
              .with("returned_by", bringer.name())
              .with("returned_by_contact", phone)
              .with("destination", "专业回收服务机构")
              .with("is_harmlessly_treated", true);
      default -> record.with("weight", kilograms * 20, 1).with("destination", "饲料化、肥料化利用");
    };
  }
}
