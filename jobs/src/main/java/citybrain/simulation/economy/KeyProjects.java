package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The monthly list of key projects, from some months before their start to after their end. */
final class KeyProjects implements ExtractGenerator {
  private static final double TROUBLED = 0.18;
  private static final int DAYS_TO_SETTLE = 20;

  /** Kinds of problems and how the list words them. */
  private static final List<List<String>> PROBLEMS =
      List.of(
          List.of("land", "土地指标尚未落实"),
          List.of("demolition", "征迁未完成"),
          List.of("funding", "后续资金未到位"),
          List.of("approval", "施工许可正在办理"),
          List.of("utilities", "供电配套滞后"),
          List.of("labour_material", "用工和材料短缺"));

  @Override
  public String department() {
    return "市发展改革委";
  }

  @Override
  public String extract() {
    return "key_projects";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(
                        () ->
                            KeyProject.of(city)
                                .filter(project -> project.isListedIn(month))
                                .map(project -> record(city, project, month))));
  }

  private static ExtractRecord record(City city, KeyProject project, YearMonth month) {
    boolean isStarted = !month.isBefore(project.startMonth());
    YearMonth completion = project.completionMonth();
    boolean isCompleted = !month.isBefore(completion);
    boolean isPlant = project.category() == KeyProject.Category.MANUFACTURING;
    boolean isProducing = isPlant && month.isAfter(completion.plusMonths(1));
    BigDecimal done = project.doneBy(month);
    long percent = Math.round(100 * done.doubleValue() / project.total().doubleValue());
    String stage =
        isProducing
            ? "producing"
            : isCompleted ? "completed" : isStarted ? "building" : "preparing";
    ExtractRecord record =
        new ExtractRecord()
            .with("project_id", code(project))
            .with("project_name", name(project))
            .with("period", month)
            .with("area_code", project.district().code())
            .with("park", project.park())
            .with("project_level", project.level())
            .with("project_category", project.category().code())
            .with("industry_code", isPlant ? project.owner().industry().code() : null)
            .with("owner_name", project.owner().name())
            .with("owner_credit_code", project.owner().creditCode())
            .with("responsible_department", project.category().department())
            .with("total_investment", project.total())
            .with("annual_plan", project.plannedIn(month.getYear()))
            .with("month_investment", project.investedIn(month))
            .with("year_investment", project.doneInYearBy(month))
            .with("done_investment", done)
            .with("project_stage", stage)
            .with("planned_start_on", project.plannedStart().atDay(1))
            .with("started_on", isStarted ? project.startedOn() : null)
            .with(
                "planned_completion_on",
                project.plannedStart().plusMonths(project.plannedMonths()).atDay(1).minusDays(1))
            .with("completed_on", isCompleted ? completion.atEndOfMonth() : null)
            .with("next_milestone", nextMilestone(isStarted, isCompleted))
            .with("progress", "完成总投资的" + percent + "%");
    return withProblem(record, city, project, month, isCompleted);
  }

  private static @Nullable String nextMilestone(boolean isStarted, boolean isCompleted) {
    return isCompleted ? null : isStarted ? "竣工验收" : "开工建设";
  }

  private static ExtractRecord withProblem(
      ExtractRecord record, City city, KeyProject project, YearMonth month, boolean isCompleted) {
    SplittableRandom random =
        city.random(
            "key_project/problem",
            project.index() * 10_000 + month.getYear() * 12L + month.getMonthValue());
    if (isCompleted || random.nextDouble() >= TROUBLED) {
      return record.with("problem_kind", "none");
    }
    List<String> problem = PROBLEMS.get(random.nextInt(PROBLEMS.size()));
    LocalDate raisedOn = month.atDay(1 + random.nextInt(10));
    LocalDate settledOn = raisedOn.plusDays(1 + random.nextInt(DAYS_TO_SETTLE));
    boolean isSettled = !settledOn.isAfter(month.atEndOfMonth());
    return record
        .with("problem_kind", problem.get(0))
        .with("problem", problem.get(1))
        .with("problem_raised_on", raisedOn)
        .with("problem_settled_on", isSettled ? settledOn : null);
  }

  private static String code(KeyProject project) {
    return String.format(
        Locale.ROOT, "ZD%d-%04d", project.plannedStart().getYear(), project.index() + 1);
  }

  private static String name(KeyProject project) {
    return project.district().zh()
        + "模拟"
        + project.category().word()
        + "（"
        + (project.index() + 1)
        + "）";
  }
}
