package citybrain.simulation.education;

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
 * Monthly reports on the tasks that documents of 2020 assign, each from the month after its
 * document; two tasks are reported by every district.
 */
final class TaskReports implements ExtractGenerator {
  private static final List<CSVRecord> TASKS =
      ResourceTable.rows("/citybrain/simulation/policy-tasks.csv");
  private static final Shares PROBLEMS =
      Shares.of("", 6).and("资金安排尚未到位", 2).and("部门协调机制需进一步完善", 2).and("专业人员不足", 1);

  @Override
  public String department() {
    return "牵头部门";
  }

  @Override
  public String extract() {
    return "task_reports";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .filter(month -> TASKS.stream().anyMatch(task -> isReported(task, month)))
        .map(month -> Delivery.of(month).records(() -> records(city, month)));
  }

  private static LocalDate issuedOn(CSVRecord task) {
    return LocalDate.parse(task.get("issued"));
  }

  private static boolean isReported(CSVRecord task, YearMonth month) {
    return YearMonth.from(issuedOn(task)).isBefore(month);
  }

  private static Stream<ExtractRecord> records(City city, YearMonth month) {
    return TASKS.stream()
        .filter(task -> isReported(task, month))
        .flatMap(task -> areas(task).map(area -> record(city, task, area, month)));
  }

  private static Stream<String> areas(CSVRecord task) {
    return task.get("reported_by").equals("districts")
        ? Arrays.stream(District.values()).map(District::code)
        : Stream.of(District.CITY_CODE);
  }

  private static ExtractRecord record(City city, CSVRecord task, String area, YearMonth month) {
    String code = task.get("code");
    RandomGenerator random = city.random("task_reports/" + code, Long.parseLong(area));
    LocalDate startedOn = issuedOn(task).plusDays(5 + random.nextInt(60));
    TaskProgress progress =
        TaskProgress.of(startedOn, task.get("planned"), random.nextDouble(), month);
    boolean hasBegun = !startedOn.isAfter(month.atEndOfMonth());
    boolean isCompleted = progress.completedOn() != null;
    String problem = PROBLEMS.drawn(random);
    return new ExtractRecord()
        .with("task_code", code)
        .with("department", task.get("department"))
        .with("area_code", area)
        .with("period", month)
        .with("task_title", task.get("title"))
        .with("status", progress.status())
        .with("progress", progress.percent())
        .with("started_on", hasBegun ? startedOn : null)
        .with("completed_on", progress.completedOn())
        .with("evidence", isCompleted ? task.get("title") + "工作总结" : null)
        .with("evidence_number", isCompleted && random.nextDouble() < 0.5 ? evidence(random) : null)
        .with("problem", isCompleted ? null : problem)
        .with("reported_on", city.officeDays().after(month.atEndOfMonth(), 1 + random.nextInt(2)));
  }

  private static String evidence(RandomGenerator random) {
    return "青教字〔2020〕" + (1 + random.nextInt(60)) + "号";
  }
}
