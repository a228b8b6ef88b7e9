package citybrain.simulation.education;

import citybrain.simulation.city.City;
import citybrain.simulation.city.ResourceTable;
import citybrain.simulation.city.School;
import citybrain.simulation.city.Shares;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVRecord;

/**
 * A major that a school offers. It takes three years; a major that is closed takes nobody in the
 * three years before.
 *
 * @param weight its share in the school, relative to the school's other majors
 * @param growth of that weight a year
 * @param openedIn first year with students
 * @param closedIn year it is struck off; {@link #NEVER} while it goes on
 * @param rank fixed quality from 0, the best, to 1
 */
record Major(
    String code,
    String name,
    String industry,
    double weight,
    double growth,
    int openedIn,
    int closedIn,
    double rank) {
  static final int NEVER = 9_999;

  private static final int YEARS = 3;
  private static final int FIRST_YEAR = 2018;
  private static final double PERCENT = 100;
  private static final List<CSVRecord> CATALOGUE =
      ResourceTable.rows("/citybrain/simulation/education-majors.csv");

  private static final Shares SECONDARY = weights("secondary");
  private static final Shares COLLEGE = weights("college");

  private static Shares weights(String stage) {
    Shares weights = Shares.equal();
    for (CSVRecord row : CATALOGUE) {
      if (row.get("stage").equals(stage)) {
        weights = weights.and(row.get("code"), Double.parseDouble(row.get("weight")));
      }
    }
    return weights;
  }

  /** The majors of a school by code, those that come later and those that go too. */
  static List<Major> of(City city, School school) {
    RandomGenerator random = city.random("majors/offer", school.index());
    int offered = school.isCollege() ? 7 + random.nextInt(7) : 4 + random.nextInt(5);
    Set<String> codes = new HashSet<>();
    while (codes.size() < offered) {
      codes.add((school.isCollege() ? COLLEGE : SECONDARY).drawn(random));
    }
    List<Major> majors = new ArrayList<>();
    for (CSVRecord row : CATALOGUE) {
      if (codes.contains(row.get("code"))) {
        majors.add(of(row, random));
      }
    }
    return majors;
  }

  private static Major of(CSVRecord row, RandomGenerator random) {
    double fate = random.nextDouble();
    int changes = FIRST_YEAR + random.nextInt(5);
    return new Major(
        row.get("code"),
        row.get("name"),
        row.get("industry"),
        Double.parseDouble(row.get("weight")),
        Double.parseDouble(row.get("yearly_growth_percent")) / PERCENT,
        fate < 0.12 ? changes : FIRST_YEAR - YEARS,
        fate > 0.93 ? changes : NEVER,
        random.nextDouble());
  }

  boolean isListed(int year) {
    return year >= openedIn && year <= closedIn;
  }

  boolean takesStudents(int year) {
    return year >= openedIn && year < closedIn - YEARS + 1;
  }

  /** Years of students that are in school in {@code year}, 0 to 3. */
  int classes(int year) {
    int classes = 0;
    for (int entered = year - YEARS + 1; entered <= year; entered++) {
      classes += takesStudents(entered) ? 1 : 0;
    }
    return classes;
  }

  /** Whether students who entered three years before leave in {@code year}. */
  boolean hasGraduates(int year) {
    return takesStudents(year - YEARS);
  }

  String status(int year) {
    if (year == closedIn) {
      return "closed";
    }
    if (!takesStudents(year)) {
      return "suspended";
    }
    if (year == openedIn) {
      return "new";
    }
    return takesStudents(year + 1) ? "running" : "reduced";
  }

  /** Weight in a year, with the classes that are there. */
  double weight(int year) {
    return weight * Math.pow(1 + growth, year - FIRST_YEAR) * classes(year) / YEARS;
  }
}
