package citybrain.simulation.education;

import citybrain.simulation.city.School;

/**
 * How the schools' numbers of students and teachers grow. Secondary schools grow by 2.5 percent a
 * year, as 青政字〔2020〕16号 plans for 2020 to 2022; colleges by 3 (assumed). Counts are persons on 1
 * September of a year.
 */
final class SchoolYears {
  /** The school year that {@link School#students} counts began in it. */
  private static final int BASE_YEAR = 2017;

  private static final double SECONDARY_GROWTH = 0.025;
  private static final double COLLEGE_GROWTH = 0.03;
  private static final double TEACHER_GROWTH = 0.035;
  private static final double ADMITTED = 0.345;
  private static final double GRADUATED = 0.32;

  private SchoolYears() {}

  static long students(School school, int year) {
    double growth = school.isCollege() ? COLLEGE_GROWTH : SECONDARY_GROWTH;
    return Math.round(school.students() * Math.pow(1 + growth, year - BASE_YEAR));
  }

  static long admissions(School school, int year) {
    return Math.round(ADMITTED * students(school, year));
  }

  static long graduates(School school, int year) {
    return Math.round(GRADUATED * students(school, year - 1));
  }

  static long teachers(School school, int year) {
    return Math.round(school.teachers() * Math.pow(1 + TEACHER_GROWTH, year - BASE_YEAR));
  }
}
