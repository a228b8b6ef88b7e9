package citybrain.simulation.services;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.ResourceTable;
import citybrain.simulation.city.Shares;
import citybrain.simulation.city.TaskProgress;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * Reports on the reform of natural-resource property rights (青政办发〔2020〕17号 of 11 September 2020):
 * each quarter from the third of 2020, and each year in a file of its own.
 */
final class ReformReports implements ExtractGenerator {
  private static final LocalDate ISSUED_ON = LocalDate.of(2020, 9, 11);
  private static final List<CSVRecord> TASKS =
      ResourceTable.rows("/citybrain/simulation/reform-tasks.csv");
  private static final Shares PROBLEMS =
      Shares.equal("基础数据精度不一致", "上级配套政策尚未出台", "部门数据共享不充分", "专业技术力量不足");

  @Override
  public String department() {
    return "市自然资源和规划局";
  }

  @Override
  public String extract() {
    return "reform_reports";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.quarters()
        .filter(quarter -> quarter.end().isAfter(ISSUED_ON))
        .flatMap(
            quarter -> {
              Period year = Period.year(quarter.first().getYear());
              boolean isLast = quarter.end().equals(year.end());
              return isLast ? Stream.of(quarter, year) : Stream.of(quarter);
            })
        .map(period -> Delivery.of(period).records(() -> records(city, period)));
  }

  private record Reporter(String name, String areaCode) {}

  private static Stream<ExtractRecord> records(City city, Period period) {
    return TASKS.stream()
        .flatMap(task -> reporters(task).map(reporter -> record(city, task, reporter, period)));
  }

  private static Stream<Reporter> reporters(CSVRecord task) {
    return task.get("reported_by").equals("districts")
        ? Arrays.stream(District.values())
            .map(district -> new Reporter(district.zh() + "政府", district.code()))
        : Stream.of(new Reporter(task.get("department"), ""));
  }

  private static ExtractRecord record(City city, CSVRecord task, Reporter reporter, Period period) {
    String code = task.get("code");
    RandomGenerator random = city.random("reform_reports/" + code + "/" + reporter.name(), 0);
    LocalDate startedOn = ISSUED_ON.plusDays(random.nextInt(150));
    TaskProgress progress =
        TaskProgress.of(
            startedOn, task.get("planned"), random.nextDouble(), YearMonth.from(period.end()));
    boolean isCompleted = progress.completedOn() != null;
    String problem = PROBLEMS.drawn(random);
    return new ExtractRecord()
        .with("task_code", code)
        .with("reporter", reporter.name())
        .with("period", period)
        .with("area_code", reporter.areaCode())
        .with("status", progress.status())
        .with("progress", progress.percent())
        .with("progress_text", isCompleted ? "已完成并通过验收" : "按计划推进，已形成阶段性成果")
        .with("problem", isCompleted ? "无" : problem)
        .with("next_step", isCompleted ? "做好成果应用" : "加快推进后续工作")
        .with("completed_on", progress.completedOn())
        .with("is_pilot", task.get("is_pilot").equals("yes"))
        .with("reported_on", city.officeDays().after(period.end(), 2 + random.nextInt(5)));
  }
}
