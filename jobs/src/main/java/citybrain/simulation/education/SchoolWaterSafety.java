package citybrain.simulation.education;

import citybrain.simulation.city.City;
import citybrain.simulation.city.School;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.YearMonth;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What the vocational schools do against drowning, month by month. The three safety lessons and
 * most of the letters fall in June, before the holidays; schools were closed from February to April
 * 2020 and are in February and August.
 */
final class SchoolWaterSafety implements ExtractGenerator {
  private static final YearMonth CLOSED_FROM = YearMonth.of(2020, 2);
  private static final YearMonth CLOSED_UNTIL = YearMonth.of(2020, 4);

  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "school_water_safety";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(() -> city.schools().map(school -> record(city, school, month))));
  }

  private static boolean isClosed(YearMonth month) {
    boolean isHoliday = month.getMonthValue() == 2 || month.getMonthValue() == 8;
    return isHoliday || !(month.isBefore(CLOSED_FROM) || month.isAfter(CLOSED_UNTIL));
  }

  private static ExtractRecord record(City city, School school, YearMonth month) {
    RandomGenerator fixed = city.random("school_water_safety", school.index());
    RandomGenerator random =
        city.random(
            "school_water_safety/month",
            school.index() * 100_000 + month.getYear() * 12L + month.getMonthValue());
    int began = month.getMonthValue() < 9 ? month.getYear() - 1 : month.getYear();
    long students = SchoolYears.students(school, began);
    long teachers = SchoolYears.teachers(school, began);
    boolean isJune = month.getMonthValue() == 6;
    double reached = isJune ? 0.92 + 0.08 * random.nextDouble() : isClosed(month) ? 0 : 0.15;
    long special = Math.round(students * (0.01 + 0.02 * fixed.nextDouble()));
    double visited = isJune ? 0.6 : 0.1;
    long specialVisits = Math.round(special * visited);
    return new ExtractRecord()
        .with("school_code", school.code())
        .with("period", month)
        .with("school_name", school.name())
        .with("area_code", school.district().code())
        .with("students", students)
        .with("teachers", teachers)
        .with("has_leading_group", fixed.nextDouble() < 0.85 + 0.04 * (month.getYear() - 2018))
        .with("letters_signed", Math.round(teachers * (0.8 + 0.2 * fixed.nextDouble())))
        .with("staff_at_lesson", Math.round(teachers * reached))
        .with("students_at_lesson", Math.round(students * reached))
        .with("parents_at_lesson", Math.round(students * reached * 0.9))
        .with("theme_lessons", isClosed(month) ? 0 : isJune ? 4 : random.nextInt(3))
        .with("has_swimming_course", fixed.nextDouble() < 0.2 + 0.05 * (month.getYear() - 2018))
        .with("parent_letters", isJune ? students : 0)
        .with("special_pupils", special)
        .with("home_visits", specialVisits + Math.round(students * 0.02 * random.nextDouble()))
        .with("special_home_visits", specialVisits)
        .with("pupil_groups", students / 45);
  }
}
