package citybrain.simulation.economy;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.util.List;
import java.util.stream.Stream;

/**
 * Industrial firms above the size limit by division, one sheet per area: manufacturing and energy
 * as sums, their divisions below each. Divisions the city has no firms in are left out.
 */
final class IndustryMonths implements ExtractGenerator {
  @Override
  public String department() {
    return "市统计局";
  }

  @Override
  public String extract() {
    return "industry_monthly";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    List<IndustryDivision> divisions = IndustryDivision.of(city);
    List<MonthlySeries> indicators = MonthlySeries.of("division");
    return StatisticalMonths.of(city)
        .flatMap(
            period ->
                Area.all().stream()
                    .map(area -> delivery(city, area, period, divisions, indicators)));
  }

  private static Delivery delivery(
      City city,
      Area area,
      Period period,
      List<IndustryDivision> divisions,
      List<MonthlySeries> indicators) {
    Delivery delivery =
        Delivery.of(period).named(area.zh() + "规模以上工业分行业").heading("area_code", area.code());
    for (MonthlySeries indicator : indicators) {
      delivery = delivery.across(indicator.code(), PublishedMeasures.units(indicator.unit()));
    }
    return delivery.records(
        () ->
            IndustryDivision.SECTIONS.stream()
                .flatMap(
                    section -> {
                      List<IndustryDivision> below =
                          divisions.stream()
                              .filter(division -> division.section().equals(section))
                              .toList();
                      return Stream.concat(
                          row(city, area, period, section, below, indicators, false),
                          below.stream()
                              .flatMap(
                                  division ->
                                      row(
                                          city,
                                          area,
                                          period,
                                          division.code(),
                                          List.of(division),
                                          indicators,
                                          true)));
                    }));
  }

  private static Stream<ExtractRecord> row(
      City city,
      Area area,
      Period period,
      String code,
      List<IndustryDivision> divisions,
      List<MonthlySeries> indicators,
      boolean isSubItem) {
    return indicators.stream()
        .map(
            indicator -> {
              ExtractRecord record =
                  new ExtractRecord()
                      .with("industry_code", code)
                      .with("period", period)
                      .with("indicator_code", indicator.code());
              if (isSubItem) {
                record.asSubItem();
              }
              Figure figure =
                  Figure.sum(divisions.stream().map(division -> division.of(indicator)).toList());
              return indicator.isStock()
                  ? PublishedMeasures.addStock(record, figure, city, area, period)
                  : PublishedMeasures.addFlow(record, figure, city, area, period);
            });
  }
}
