package citybrain.simulation.services;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Shares;
import citybrain.simulation.city.Streets;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What streets, communities and villages handle, month by month: {@value SITES} sites at scale 1,
 * each with every item of {@link #ITEMS}. From July 2020 (青政办字〔2020〕62号) sites reach the standard
 * and items go online; the spring of 2020 sends people online for good.
 */
final class ServiceItems implements ExtractGenerator {
  private static final int SITES = 8;
  private static final YearMonth FIRST = YearMonth.of(2018, 1);
  private static final YearMonth STANDARD = YearMonth.of(2020, 7);
  private static final YearMonth CLOSURE = YearMonth.of(2020, 2);

  private static final Shares SITE_KINDS =
      Shares.of("street_centre", 25)
          .and("community_station", 40)
          .and("village_station", 30)
          .and("service_point", 5);
  private static final Shares MISSING = Shares.equal("设备", "经费", "人员", "网络、设备");

  /** Where an item of low {@code onlineRank} goes online early. */
  private record Item(
      String code, String name, String kind, String field, int workdays, double onlineRank) {}

  private static final List<Item> ITEMS =
      List.of(
          new Item("BM0101", "城乡居民养老保险参保登记", "public_service", "pension", 1, 0.1),
          new Item("BM0201", "医疗保险参保信息变更", "public_service", "medical_insurance", 1, 0.3),
          new Item("BM0301", "最低生活保障初审", "payment", "social_assistance", 15, 0.8),
          new Item("BM0402", "就业困难人员认定", "confirmation", "employment", 5, 0.6),
          new Item("BM0501", "居住证明出具", "convenience", "certificate", 0, 0.9));

  @Override
  public String department() {
    return "市行政审批局";
  }

  @Override
  public String extract() {
    return "service_items";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(
                        () ->
                            LongStream.range(0, city.scaled(SITES))
                                .boxed()
                                .flatMap(
                                    site ->
                                        ITEMS.stream()
                                            .map(item -> record(city, site, item, month)))));
  }

  private static ExtractRecord record(City city, long site, Item item, YearMonth month) {
    RandomGenerator fixed = city.random("service_items/site", site);
    double years = ChronoUnit.MONTHS.between(FIRST, month) / 12.0;
    double since = Math.max(0, ChronoUnit.MONTHS.between(STANDARD, month)) / 12.0;
    District district = District.drawn(fixed);
    String kind = SITE_KINDS.drawn(fixed);
    boolean meets = fixed.nextDouble() < 0.35 + 0.08 * years + 0.2 * since;
    boolean isOneWindow = fixed.nextDouble() < 0.3 + 0.4 * since;
    String missing = MISSING.drawn(fixed);
    ExtractRecord record =
        new ExtractRecord()
            .with("site_code", String.format(Locale.ROOT, "%s%05d", district.code(), site + 1))
            .with("item_code", item.code())
            .with("period", month)
            .with("area_code", district.code())
            .with("street", Streets.drawn(district, fixed))
            .with("site_name", district.zh() + "模拟第" + (site + 1) + "便民服务站点")
            .with("site_kind", kind)
            .with("meets_site_standard", meets)
            .with("missing_elements", meets ? null : missing)
            .with("is_one_window", isOneWindow)
            .with("item_name", item.name())
            .with("item_kind", item.kind())
            .with("field", item.field())
            .with("is_on_application", true)
            .with("has_standard_elements", since > 0 && fixed.nextDouble() < 0.7 + 0.15 * since)
            .with("has_guide", fixed.nextDouble() < 0.7 + 0.15 * since)
            .with("promised_workdays", item.workdays());
    boolean isOnline = item.onlineRank() < 0.25 + 0.1 * years + 0.3 * since;
    RandomGenerator random =
        city.random(
            "service_items/" + item.code(),
            site * 100_000 + month.getYear() * 12L + month.getMonthValue());
    return withCases(record, kind, month, isOnline, random);
  }

  private static ExtractRecord withCases(
      ExtractRecord record,
      String kind,
      YearMonth month,
      boolean isOnline,
      RandomGenerator random) {
    double usual = kind.equals("street_centre") ? 160 : 35;
    long handled =
        Math.round(
            usual
                * Dynamics.growth(month, 0.04)
                * Dynamics.springFestival(month, 0.7)
                * Dynamics.shock2020(month, 0.5)
                * Dynamics.noise(random, 0.15));
    double online = month.isBefore(CLOSURE) ? 0.25 : 0.5;
    long handledOnline = isOnline ? Math.round(handled * online) : 0;
    long rated = Math.round(handled * (month.getYear() < 2020 ? 0.2 : 0.5));
    return record
        .with("is_online", isOnline)
        .with("handled", handled)
        .with("handled_online", handledOnline)
        .with("handled_in_time", handled - Math.round(handled * 0.03 * random.nextDouble()))
        .with("rated", rated)
        .with("rated_good", rated - Math.round(rated * 0.04 * random.nextDouble()));
  }
}
