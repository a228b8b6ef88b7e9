package citybrain.app;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import citybrain.calendar.WorkdayCalendar;
import citybrain.contract.Contract;
import citybrain.contract.ContractRegistry;
import citybrain.period.Period;
import citybrain.period.PeriodType;
import citybrain.serving.feedback.DueDelivery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Deliveries that contracts ask for: one per period of the cadence, due some working days after its
 * end.
 *
 * <p>The first one is that of the first period delivered: when a department's duty began is not
 * written anywhere else. Where a working day is not announced yet, the latest day it may fall on
 * counts.
 */
final class DueDeliveries {
  /** What a cadence's periods are; others are due on no day. */
  private static final Map<String, PeriodType> TYPES =
      Map.of("month", PeriodType.MONTH, "quarter", PeriodType.QUARTER, "year", PeriodType.YEAR);

  private DueDeliveries() {}

  /**
   * Deliveries due by {@code asOf}.
   *
   * @param deliveries quality/delivery
   */
  static List<DueDelivery> by(LocalDate asOf, ContractRegistry contracts, Dataset<Row> deliveries) {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(asOf);
    List<DueDelivery> due = new ArrayList<>();
    for (Row first :
        deliveries
            .where(
                col("delivered_at")
                    .leq(lit(java.sql.Date.valueOf(asOf)))
                    .and(col("period").isNotNull()))
            .groupBy("department", "extract")
            .agg(min("period"))
            .collectAsList()) {
      Optional<Contract> contract = contracts.extract(first.getString(0), first.getString(1));
      contract.ifPresent(c -> due.addAll(of(c, first.getString(2), calendar, asOf)));
    }
    return due;
  }

  private static List<DueDelivery> of(
      Contract contract, String firstPeriod, WorkdayCalendar calendar, LocalDate asOf) {
    PeriodType type = TYPES.get(contract.cadence());
    Integer workdays = contract.latencyWorkdays();
    List<DueDelivery> due = new ArrayList<>();
    if (type == null || workdays == null) {
      return due;
    }
    Period period = Period.parse(firstPeriod, type);
    while (period.end().isBefore(asOf)) {
      // Before the first covered day no working day is known, so nothing can have been late.
      if (!period.end().isBefore(calendar.firstDay())) {
        LocalDate dueOn = calendar.addWorkdays(period.end(), workdays).latest();
        if (!dueOn.isAfter(asOf)) {
          due.add(new DueDelivery(contract.department(), contract.name(), period.code(), dueOn));
        }
      }
      period = next(period);
    }
    return due;
  }

  private static Period next(Period period) {
    return new Period(
        period.type(),
        period.first().plusMonths(period.months()),
        period.last().plusMonths(period.months()));
  }
}
