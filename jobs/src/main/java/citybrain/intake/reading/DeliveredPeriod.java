package citybrain.intake.reading;

import citybrain.contract.ColumnType;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.period.Period;
import citybrain.period.PeriodType;
import citybrain.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which period a file describes, told by its records: the latest one they state, as long as the
 * extract's cadence.
 *
 * <p>A list without a period is told by its dates: the period of the latest that is not after the
 * delivery. Where that period has not ended by the delivery, the file may be of it or of the one
 * before, and so has none. Daily extracts and events have none: a day without an event leaves no
 * trace in a list.
 */
public final class DeliveredPeriod {
  private static final String PERIOD = "period";
  private static final String PERIOD_TYPE = "period_type";
  private static final String YEAR = "year";
  private static final int MONTHS_A_QUARTER = 3;

  /** Days that are no events: they are our own, or stand for a period that is stated. */
  private static final Set<String> NO_EVENT =
      Set.of("known_from", "known_to", "period_start", "period_end");

  private final String cadence;
  private final String deliveredOn;
  private final List<String> periodColumns;
  private final List<String> dateColumns;
  private String lastText = "";
  private String lastType = "";
  private @Nullable String latestPeriod;
  private String latestDate = "";

  private DeliveredPeriod(
      String cadence, LocalDate deliveredOn, List<String> periodColumns, List<String> dateColumns) {
    this.cadence = cadence;
    this.deliveredOn = deliveredOn.toString();
    this.periodColumns = periodColumns;
    this.dateColumns = dateColumns;
  }

  /**
   * For one file.
   *
   * @param silver table that its records go to
   */
  static DeliveredPeriod of(Contract extract, Contract silver, LocalDate deliveredOn) {
    List<String> periods =
        silver.columns().stream()
            .filter(c -> c.type() == ColumnType.PERIOD || c.name().equals(PERIOD))
            .map(ContractColumn::name)
            .toList();
    boolean hasYear = extract.cadence().equals(YEAR) && silver.column(YEAR).isPresent();
    return new DeliveredPeriod(
        extract.cadence(),
        deliveredOn,
        periods.isEmpty() && hasYear ? List.of(YEAR) : periods,
        silver.columns().stream()
            .filter(
                c -> c.physicalType().equals("DATE") || c.physicalType().startsWith("TIMESTAMP"))
            .map(ContractColumn::name)
            .filter(name -> !NO_EVENT.contains(name))
            .toList());
  }

  /** Takes note of one record: columns of the silver table to canonical text. */
  void add(Map<String, String> values) {
    for (String column : periodColumns) {
      String text = values.get(column);
      if (text != null) {
        addPeriod(text, values.getOrDefault(PERIOD_TYPE, ""));
      }
    }
    if (!periodColumns.isEmpty()) {
      return;
    }
    for (String column : dateColumns) {
      String text = values.get(column);
      if (text != null && text.compareTo(latestDate) > 0) {
        String day = text.substring(0, Math.min(text.length(), deliveredOn.length()));
        if (day.compareTo(deliveredOn) <= 0 && day.compareTo(latestDate) > 0) {
          latestDate = day;
        }
      }
    }
  }

  /** Most records of a file state the same period, so only what is new is read. */
  private void addPeriod(String text, String type) {
    if (text.equals(lastText) && type.equals(lastType)) {
      return;
    }
    lastText = text;
    lastType = type;
    boolean isCumulative = type.equals(PeriodType.CUMULATIVE.code());
    read(text)
        .map(period -> isCumulative ? month(period.last()) : period)
        .flatMap(this::asLongAsCadence)
        .ifPresent(period -> latestPeriod = later(latestPeriod, period.code()));
  }

  /** Code of the latest period told so far; null when none was. */
  @Nullable String latest() {
    if (latestPeriod == null && !latestDate.isEmpty()) {
      Period month = month(YearMonth.from(LocalDate.parse(latestDate)));
      return asLongAsCadence(month).map(Period::code).orElse(null);
    }
    return latestPeriod;
  }

  /** The later of two codes, as of two slices of a file; of one end, the longer period. */
  static @Nullable String later(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    Period first = read(a).orElseThrow();
    Period second = read(b).orElseThrow();
    int order = first.last().compareTo(second.last());
    if (order == 0) {
      return first.months() >= second.months() ? a : b;
    }
    return order > 0 ? a : b;
  }

  /** The period, if it had ended on the day of delivery. */
  public static Optional<Period> ended(@Nullable String code, LocalDate deliveredOn) {
    return Optional.ofNullable(code)
        .flatMap(DeliveredPeriod::read)
        .filter(period -> period.end().isBefore(deliveredOn));
  }

  private Optional<Period> asLongAsCadence(Period period) {
    int year = period.last().getYear();
    return switch (cadence) {
      // January and February come as one.
      case "month" ->
          Optional.of(period.type() == PeriodType.MERGED_MONTHS ? period : month(period.last()));
      case "quarter" ->
          Optional.of(
              Period.quarter(year, (period.last().getMonthValue() - 1) / MONTHS_A_QUARTER + 1));
      case YEAR -> Optional.of(Period.year(year));
      default -> Optional.empty();
    };
  }

  private static Period month(YearMonth month) {
    return Period.month(month.getYear(), month.getMonthValue());
  }

  /** A period by its code alone: months of a year that are not said to add up are merged ones. */
  private static Optional<Period> read(String code) {
    PeriodType type =
        code.contains("/")
            ? PeriodType.MERGED_MONTHS
            : code.contains("Q")
                ? PeriodType.QUARTER
                : code.contains("H")
                    ? PeriodType.HALF_YEAR
                    : code.contains("-") ? PeriodType.MONTH : PeriodType.YEAR;
    try {
      return Optional.of(Period.parse(code, type));
    } catch (ProblemException e) {
      // A school year, or another text that is no calendar period.
      return Optional.empty();
    }
  }
}
