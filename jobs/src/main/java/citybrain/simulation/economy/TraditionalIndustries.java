package citybrain.simulation.economy;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.economy.TraditionalIndustryCells.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The seven traditional industries by quarter, side by side with their sum, one sheet per area. */
final class TraditionalIndustries implements ExtractGenerator {
  @Override
  public String department() {
    return "市工业和信息化局";
  }

  @Override
  public String extract() {
    return "traditional_industry";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    TraditionalIndustryCells cells = new TraditionalIndustryCells(city);
    List<String> industries = new ArrayList<>(List.of(TraditionalIndustryCells.ALL));
    industries.addAll(TraditionalIndustryCells.INDUSTRIES.keySet());
    return city.quarters()
        .flatMap(
            quarter -> Area.all().stream().map(area -> delivery(cells, area, quarter, industries)));
  }

  private static Delivery delivery(
      TraditionalIndustryCells cells, Area area, Period quarter, List<String> industries) {
    Delivery delivery =
        Delivery.of(quarter).named(area.zh() + "传统产业转型升级").heading("area_code", area.code());
    for (String industry : industries) {
      delivery = delivery.across(industry);
    }
    return delivery.records(
        () -> {
          List<List<Row>> columns =
              industries.stream().map(industry -> cells.rows(area, industry, quarter)).toList();
          return IntStream.range(0, columns.get(0).size())
              .boxed()
              .flatMap(
                  line ->
                      IntStream.range(0, industries.size())
                          .mapToObj(
                              column ->
                                  record(
                                      line,
                                      industries.get(column),
                                      columns.get(column).get(line))));
        });
  }

  private static ExtractRecord record(int line, String industry, Row row) {
    return new ExtractRecord()
        .with("line", line + 1)
        .with("indicator_code", row.indicator())
        .with("industry_code", industry)
        .with("period", row.period())
        .with("unit", row.unit())
        .with("value", row.value());
  }
}
