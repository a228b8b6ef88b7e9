package citybrain.intake.anomaly;

import citybrain.contract.CodeList;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.SeriesCheck;
import citybrain.contract.SeriesCheck.Sum;
import citybrain.period.Period;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Records of a table that are judged together: those of one series, of one whole and its parts, or
 * of one group.
 *
 * <p>One fault is told once: a figure whose unit or zero is doubted counts as missing in all other
 * checks of its series.
 */
final class SeriesFamily {
  /** Of an ISO date, which a time begins with. */
  private static final int DATE_LENGTH = 10;

  private final Contract table;
  private final List<SeriesRecord> records;
  private final CopiedColumn copies;

  /**
   * @param copies counts what may be copied, over many families
   */
  SeriesFamily(Contract table, List<SeriesRecord> records, CopiedColumn copies) {
    this.table = table;
    this.records = records.stream().sorted(Comparator.comparing(SeriesRecord::place)).toList();
    this.copies = copies;
  }

  /**
   * What is doubtful by some checks of the table.
   *
   * @param checks all of the same grouping
   */
  List<Found> judge(List<SeriesCheck> checks) {
    List<Found> found = new ArrayList<>();
    Set<String> suspect = new HashSet<>();
    for (SeriesCheck check : checks) {
      if (isAboutOneFigure(check)) {
        for (Found doubt : doubts(check, suspect)) {
          found.add(doubt);
          suspect.add(suspectKey(doubt.record(), doubt.column()));
        }
      }
    }
    for (SeriesCheck check : checks) {
      if (!isAboutOneFigure(check)) {
        found.addAll(doubts(check, suspect));
      }
    }
    return found;
  }

  private static boolean isAboutOneFigure(SeriesCheck check) {
    return check.kind() == SeriesCheck.Kind.UNIT_SLIP
        || check.kind() == SeriesCheck.Kind.ZERO_AS_NULL;
  }

  private static String suspectKey(SeriesRecord record, String column) {
    return record.place() + "\n" + column;
  }

  private List<Found> doubts(SeriesCheck check, Set<String> suspect) {
    return switch (check.kind()) {
      case ABOLISHED_CODE -> abolished(check);
      case HIERARCHY_SUM -> sums(check);
      case SUM_LIMIT -> limits(check);
      case UNIT_SLIP,
          ZERO_AS_NULL,
          LEVEL_SHIFT,
          SEASONAL_OUTLIER,
          PUBLISHED_GROWTH,
          COPIED_COLUMN -> {
        List<Found> found = new ArrayList<>();
        for (int column = 0; column < check.values().size(); column++) {
          found.addAll(inSeries(check, column, suspect));
        }
        yield found;
      }
    };
  }

  private record Dated(SeriesRecord record, Period period) {}

  private List<Found> inSeries(SeriesCheck check, int column, Set<String> suspect) {
    Map<Rhythm, List<Dated>> byRhythm = new EnumMap<>(Rhythm.class);
    for (SeriesRecord record : meant(check)) {
      record
          .period(check)
          .ifPresent(
              period ->
                  byRhythm
                      .computeIfAbsent(Rhythm.of(period), rhythm -> new ArrayList<>())
                      .add(new Dated(record, period)));
    }
    List<Found> found = new ArrayList<>();
    for (List<Dated> dated : byRhythm.values()) {
      dated.sort(
          Comparator.comparing((Dated d) -> d.period().first())
              .thenComparing(d -> d.period().last()));
      if (check.kind() == SeriesCheck.Kind.COPIED_COLUMN) {
        copies.count(
            check,
            column,
            check.against().isEmpty() ? "" : titleZh(check.against().get(column)),
            dated.stream().map(Dated::record).toList(),
            dated.stream().map(Dated::period).toList());
        continue;
      }
      String value = check.values().get(column);
      String against = check.against().isEmpty() ? "" : check.against().get(column);
      List<Point> points = new ArrayList<>();
      for (Dated one : dated) {
        Point point =
            new Point(one.period(), one.record().number(value), one.record().number(against));
        points.add(
            suspect.contains(suspectKey(one.record(), value)) ? point.withoutValue() : point);
      }
      String marked = check.kind() == SeriesCheck.Kind.PUBLISHED_GROWTH ? against : value;
      for (Doubt doubt : finder(check).in(points)) {
        found.add(new Found(check, dated.get(doubt.at()).record(), marked, doubt.reasonZh(), null));
      }
    }
    return found;
  }

  private String titleZh(String column) {
    return table.column(column).map(ContractColumn::header).orElse(column);
  }

  private static SeriesFinder finder(SeriesCheck check) {
    return switch (check.kind()) {
      case UNIT_SLIP -> new UnitSlip(real(check, "factor"), whole(check, "least_others"));
      case ZERO_AS_NULL -> new ZeroAsNull(real(check, "least_share"), whole(check, "least_others"));
      case LEVEL_SHIFT ->
          new LevelShift(real(check, "ratio"), real(check, "spreads"), whole(check, "least_years"));
      case SEASONAL_OUTLIER ->
          new SeasonalOutlier(
              real(check, "ratio"),
              real(check, "spreads"),
              whole(check, "least_years"),
              real(check, "festival_ratio"));
      case PUBLISHED_GROWTH -> new PublishedGrowth(check.threshold("gap"));
      case COPIED_COLUMN, HIERARCHY_SUM, SUM_LIMIT, ABOLISHED_CODE ->
          throw new IllegalArgumentException(check.kind() + " looks at no single series");
    };
  }

  private static double real(SeriesCheck check, String threshold) {
    return check.threshold(threshold).doubleValue();
  }

  private static int whole(SeriesCheck check, String threshold) {
    return check.threshold(threshold).intValueExact();
  }

  private List<SeriesRecord> meant(SeriesCheck check) {
    return records.stream().filter(record -> record.isMeantBy(check)).toList();
  }

  /** Of one period: the family of a sum is grouped by it. */
  private List<Found> sums(SeriesCheck check) {
    SumOfParts sumOfParts = new SumOfParts(check.threshold("tolerance"));
    Map<List<String>, SeriesRecord> members = new HashMap<>();
    for (SeriesRecord record : meant(check)) {
      List<String> codes =
          check.across().stream()
              .map(column -> Objects.requireNonNullElse(record.text(column), ""))
              .toList();
      members.put(codes, record);
    }
    List<Found> found = new ArrayList<>();
    for (Sum sum : check.sums()) {
      SeriesRecord whole = members.get(sum.whole());
      for (String column : check.values()) {
        List<BigDecimal> parts =
            sum.parts().stream()
                .map(members::get)
                .filter(Objects::nonNull)
                .map(part -> part.number(column))
                .filter(Objects::nonNull)
                .toList();
        BigDecimal total = whole == null ? null : whole.number(column);
        if (whole == null || total == null || parts.size() < sum.parts().size()) {
          continue;
        }
        String period = whole.period(check).map(Wording::of).orElse("");
        sumOfParts
            .doubt(total, parts)
            .ifPresent(reason -> found.add(new Found(check, whole, column, period + reason, null)));
      }
    }
    return found;
  }

  private List<Found> limits(SeriesCheck check) {
    SumOfParts sumOfParts = new SumOfParts(check.threshold("tolerance"));
    List<SeriesRecord> lines = meant(check);
    List<Found> found = new ArrayList<>();
    for (int column = 0; column < check.values().size(); column++) {
      String limit = check.values().get(column);
      String summed = check.against().get(column);
      List<BigDecimal> parts =
          lines.stream().map(line -> line.number(summed)).filter(Objects::nonNull).toList();
      Optional<SeriesRecord> stated =
          lines.stream().filter(line -> line.number(limit) != null).findFirst();
      if (stated.isEmpty() || parts.size() < lines.size()) {
        continue;
      }
      sumOfParts
          .excess(Objects.requireNonNull(stated.get().number(limit)), parts)
          .ifPresent(reason -> found.add(new Found(check, stated.get(), limit, reason, null)));
    }
    return found;
  }

  private List<Found> abolished(SeriesCheck check) {
    List<Found> found = new ArrayList<>();
    for (String column : check.values()) {
      CodeList codes = table.column(column).map(ContractColumn::codes).orElseThrow();
      for (SeriesRecord record : meant(check)) {
        String code = record.text(column);
        Optional<LocalDate> day = firstDay(check, record);
        if (code != null && day.isPresent() && codes.abolishedOn(code, day.get())) {
          found.add(
              new Found(check, record, column, abolishedReason(codes, code, day.get()), null));
        }
      }
    }
    return found;
  }

  private static Optional<LocalDate> firstDay(SeriesCheck check, SeriesRecord record) {
    Optional<LocalDate> start = record.period(check).map(Period::start);
    String day = record.text(check.period());
    if (start.isPresent() || day == null) {
      return start;
    }
    try {
      return Optional.of(LocalDate.parse(day.substring(0, Math.min(DATE_LENGTH, day.length()))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String abolishedReason(CodeList codes, String code, LocalDate day) {
    String name = codes.zh(code).orElse(code);
    String successor =
        codes.successorOn(code, day).flatMap(codes::zh).map(zh -> "，当时相应的是" + zh).orElse("");
    return "%s（%s）自%s起已撤销，数据时期始于%s%s"
        .formatted(name, code, codes.entry(code).orElseThrow().validTo(), day, successor);
  }
}
