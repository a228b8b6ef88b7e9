package citybrain.policy;

import citybrain.policy.Programme.Direction;
import citybrain.policy.Programme.Indicator;
import citybrain.policy.Programme.Printed;
import citybrain.problem.Problem;
import citybrain.unit.Unit;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code targets.yaml}: the cells of a target table, verbatim and in the unit they are stored
 * in.
 */
final class TargetReader {
  private static final String WHOLE = "_T";
  private static final Set<String> NO_NUMBER = Set.of("", "/");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final PolicyDocuments documents;
  private final List<Problem> problems;
  private final List<Programme> programmes = new ArrayList<>();
  private final List<MajorOffer> majorOffers = new ArrayList<>();

  TargetReader(PolicyDocuments documents, List<Problem> problems) {
    this.documents = documents;
    this.problems = problems;
  }

  List<Programme> programmes() {
    return programmes;
  }

  List<MajorOffer> majorOffers() {
    return majorOffers;
  }

  void read(PolicyFile file) {
    Set<String> ids = new HashSet<>();
    for (JsonNode item : file.fitItems()) {
      String id = Fields.text(item, "id");
      if (!ids.add(id)) {
        tellTwice(file.subject(id));
      }
      Table table = new Table(file, item);
      List<Indicator> indicators = new ArrayList<>();
      for (JsonNode section : item.get("sections")) {
        for (JsonNode row : section.get("indicators")) {
          indicator(table, section, row).ifPresent(indicators::add);
        }
      }
      if (item.has("industry_table")) {
        indicators.addAll(industryIndicators(table, item.get("industry_table")));
        majorOffers.addAll(majorOffers(table, item.get("industry_table")));
      }
      checkUnique(indicators, file);
      programmes.add(
          new Programme(
              table.programmeId(),
              file.folder(),
              Fields.title(item),
              table.baselineYear(),
              Fields.text(item, "area_code"),
              List.copyOf(indicators)));
    }
  }

  private Optional<Indicator> indicator(Table table, JsonNode section, JsonNode row) {
    String id = Fields.text(row, "id");
    String subject = table.file().subject(id);
    Reference reference = Fields.reference(row);
    documents.check(reference, table.file(), id);
    table.checkYears(years(row.get("targets")), table.years(), subject);
    Optional<Unit> unit = Fields.unit(row, subject, problems);
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    JsonNode source = row.get("source_unit");
    BigDecimal factor =
        source == null ? BigDecimal.ONE : new BigDecimal(Fields.text(source, "factor"));
    Cells cells = new Cells(unit.get(), factor, subject);
    SortedMap<Integer, Printed> targets = new TreeMap<>();
    for (int year : years(row.get("targets"))) {
      String name = Integer.toString(year);
      targets.put(year, cells.read(Fields.text(row.get("targets"), name), name));
    }
    Direction direction = Direction.valueOf(Fields.text(row, "direction"));
    return Optional.of(
        new Indicator(
            id,
            WHOLE,
            Fields.title(row),
            unit.get(),
            source == null ? unit.get().zh() : Fields.text(source, "name"),
            direction,
            cells.read(Fields.text(row, "baseline"), "baseline"),
            Collections.unmodifiableSortedMap(targets),
            Fields.text(section, "department"),
            table.note(row, section, direction),
            reference));
  }

  private List<Indicator> industryIndicators(Table table, JsonNode industryTable) {
    List<Indicator> indicators = new ArrayList<>();
    for (String measure : List.of("major_points", "students")) {
      JsonNode declared = industryTable.get(measure);
      Optional<Unit> unit =
          Fields.unit(declared, table.file().subject(Fields.text(declared, "id")), problems);
      if (unit.isEmpty()) {
        continue;
      }
      for (JsonNode industry : industryTable.get("industries")) {
        indicators.add(industryIndicator(table, industryTable, measure, unit.get(), industry));
      }
    }
    return indicators;
  }

  private Indicator industryIndicator(
      Table table, JsonNode industryTable, String measure, Unit unit, JsonNode industry) {
    JsonNode declared = industryTable.get(measure);
    JsonNode byYear = industry.get("years");
    String name = Fields.text(industry, "industry");
    Cells cells = new Cells(unit, BigDecimal.ONE, table.file().subject(name));
    Printed baseline = new Printed("", null);
    SortedMap<Integer, Printed> targets = new TreeMap<>();
    for (int year : years(byYear)) {
      JsonNode cell = byYear.get(Integer.toString(year));
      Printed printed = cells.read(Fields.text(cell, measure), year + " " + measure);
      if (year == table.baselineYear()) {
        baseline = printed;
      } else {
        targets.put(year, printed);
      }
    }
    Direction direction = Direction.valueOf(Fields.text(declared, "direction"));
    return new Indicator(
        Fields.text(declared, "id"),
        name,
        Fields.title(declared),
        unit,
        unit.zh(),
        direction,
        baseline,
        Collections.unmodifiableSortedMap(targets),
        Fields.text(industryTable, "department"),
        table.note(industry, industryTable, direction),
        Fields.reference(industry));
  }

  private List<MajorOffer> majorOffers(Table table, JsonNode industryTable) {
    List<MajorOffer> offers = new ArrayList<>();
    Set<Integer> expected = new TreeSet<>(table.years());
    expected.add(table.baselineYear());
    for (JsonNode industry : industryTable.get("industries")) {
      String name = Fields.text(industry, "industry");
      Reference reference = Fields.reference(industry);
      documents.check(reference, table.file(), name);
      JsonNode byYear = industry.get("years");
      table.checkYears(years(byYear), expected, table.file().subject(name));
      for (int year : years(byYear)) {
        List<String> majors = new ArrayList<>();
        byYear
            .get(Integer.toString(year))
            .get("majors")
            .forEach(major -> majors.add(major.textValue()));
        offers.add(new MajorOffer(table.programmeId(), name, year, majors, reference));
      }
    }
    return offers;
  }

  private void checkUnique(List<Indicator> indicators, PolicyFile file) {
    Set<String> seen = new HashSet<>();
    for (Indicator indicator : indicators) {
      boolean isWhole = indicator.breakdown().equals(WHOLE);
      String key = isWhole ? indicator.id() : indicator.id() + " " + indicator.breakdown();
      if (!seen.add(key)) {
        tellTwice(file.subject(key));
      }
    }
  }

  private void tellTwice(String subject) {
    problems.add(
        new Problem(
            "POLICY_ID_TWICE", subject, "stands twice in the file", "Rename or merge one."));
  }

  private static Set<Integer> years(JsonNode byYear) {
    Set<Integer> years = new TreeSet<>();
    byYear.fieldNames().forEachRemaining(year -> years.add(Integer.valueOf(year)));
    return years;
  }

  /** What all rows of a programme share. */
  private final class Table {
    private final PolicyFile file;
    private final JsonNode item;

    Table(PolicyFile file, JsonNode item) {
      this.file = file;
      this.item = item;
    }

    PolicyFile file() {
      return file;
    }

    String programmeId() {
      return file.folder() + "." + Fields.text(item, "id");
    }

    int baselineYear() {
      return item.get("baseline_year").intValue();
    }

    Set<Integer> years() {
      Set<Integer> years = new TreeSet<>();
      item.get("years").forEach(year -> years.add(year.intValue()));
      return years;
    }

    /**
     * The notes of the row, of its part of the table and of its direction, each in full sentences.
     */
    String note(JsonNode row, JsonNode part, Direction direction) {
      return Stream.of(
              Fields.optionalText(row, "note_zh"),
              Fields.optionalText(part, "note_zh"),
              Fields.text(item.get("direction_notes_zh"), direction.name()))
          .filter(Objects::nonNull)
          .collect(Collectors.joining());
    }

    void checkYears(Set<Integer> found, Set<Integer> expected, String subject) {
      if (!found.equals(expected)) {
        problems.add(
            new Problem(
                "POLICY_TARGET_YEARS",
                subject,
                "has cells for " + found + ", expected " + expected,
                "Give every year its cell; a cell that is printed blank is \"\"."));
      }
    }
  }

  /** Reads the cells of one row. */
  private final class Cells {
    private final Unit unit;
    private final BigDecimal factor;
    private final String subject;

    Cells(Unit unit, BigDecimal factor, String subject) {
      this.unit = unit;
      this.factor = factor;
      this.subject = subject;
    }

    Printed read(String verbatim, String cell) {
      return new Printed(verbatim, value(verbatim, cell));
    }

    private @Nullable BigDecimal value(String verbatim, String cell) {
      if (NO_NUMBER.contains(verbatim)) {
        return null;
      }
      boolean isPercent = verbatim.endsWith("%");
      String number = isPercent ? verbatim.substring(0, verbatim.length() - 1) : verbatim;
      if (!NUMBER.matcher(number).matches() || isPercent != (unit == Unit.PERCENT)) {
        problems.add(
            new Problem(
                "POLICY_TARGET_CELL",
                subject,
                "has the cell \""
                    + verbatim
                    + "\" for "
                    + cell
                    + ", expected a number in "
                    + unit.code()
                    + ", \"/\" or \"\"",
                "Compare the cell with the print; a percentage keeps its % and needs the unit percent."));
        return null;
      }
      return new BigDecimal(number).multiply(factor);
    }
  }
}
