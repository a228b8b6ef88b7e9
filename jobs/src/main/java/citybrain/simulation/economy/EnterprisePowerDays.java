package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.FirmSize;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.DayOfWeek;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Electricity by day of large industrial firms; the days of a month sum to its month. */
final class EnterprisePowerDays implements ExtractGenerator {
  private static final int HOURS = 24;
  private static final double SUNDAY = 0.7;
  private static final double PEAK = 1.35;

  @Override
  public String department() {
    return "国网青岛供电公司";
  }

  @Override
  public String extract() {
    return "enterprise_power_daily";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(
                        () ->
                            city.firms()
                                .filter(firm -> firm.size() == FirmSize.LARGE)
                                .map(firm -> new FirmMonth(city, firm, month))
                                .filter(FirmMonth::isIndustrial)
                                .filter(firmMonth -> firmMonth.firm().isActive(month))
                                .flatMap(EnterprisePowerDays::records)));
  }

  private static Stream<ExtractRecord> records(FirmMonth firmMonth) {
    int days = firmMonth.month().lengthOfMonth();
    SplittableRandom random = firmMonth.random("enterprise_power_daily");
    double[] weights = new double[days];
    double sum = 0;
    for (int i = 0; i < days; i++) {
      DayOfWeek weekday = firmMonth.month().atDay(i + 1).getDayOfWeek();
      weights[i] = (weekday == DayOfWeek.SUNDAY ? SUNDAY : 1) * Dynamics.noise(random, 0.05);
      sum += weights[i];
    }
    long[] used = new long[days];
    long left = EnterprisePower.electricity(firmMonth);
    double month = left;
    for (int i = 0; i < days - 1; i++) {
      used[i] = (long) (month * weights[i] / sum);
      left -= used[i];
    }
    used[days - 1] = left;
    return IntStream.range(0, days).mapToObj(i -> record(firmMonth, i + 1, used[i]));
  }

  private static ExtractRecord record(FirmMonth firmMonth, int day, long electricity) {
    return new ExtractRecord()
        .with("account_id", EnterprisePower.account(firmMonth.firm()))
        .with("credit_code", firmMonth.firm().creditCode())
        .with("enterprise_name", firmMonth.firm().name())
        .with("used_on", firmMonth.month().atDay(day))
        .with("electricity", electricity)
        .with("maximum_load", electricity * PEAK / HOURS, 1);
  }
}
