package citybrain.rule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import citybrain.calendar.WorkdayCalendar;
import citybrain.policy.Rule;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Due dates and days used; in working days by the calendar's two extremes.
 *
 * <p>The day is due earliest when every day that may become a working day does, and latest when
 * none does; where all is announced the two are the same day. Natural days are the same in every
 * calendar. All columns are null for other kinds of rules.
 */
final class Deadlines {
  private static final String ELAPSED_FEWEST = "elapsed_fewest";
  private static final String ELAPSED_MOST = "elapsed_most";

  private Deadlines() {}

  /**
   * Adds the columns.
   *
   * @param firstEvent first day on which any of the limits was in force: earlier days are not
   *     needed
   */
  static Dataset<Row> withDays(
      Dataset<Row> limited, WorkdayCalendar calendar, LocalDate firstEvent, LocalDate asOf) {
    LocalDate lastDay = calendar.lastDay();
    WorkdayColumns fewest = new WorkdayColumns(calendar.fewestWorkdays(), firstEvent, lastDay);
    WorkdayColumns most = new WorkdayColumns(calendar.mostWorkdays(), firstEvent, lastDay);
    Column event = col(FindingColumns.EVENT_ON);
    Column days = when(isDeadline(), col(FindingColumns.EXPECTED).cast("int"));
    Column until = when(isDeadline(), coalesce(col(FindingColumns.SETTLED_ON), lit(asOf)));
    Column naturalDue = date_add(event, days);
    Column naturalElapsed = datediff(until, event);
    return limited
        .withColumn(FindingColumns.DUE_EARLIEST_ON, ofKind(most.due(event, days), naturalDue))
        .withColumn(FindingColumns.DUE_LATEST_ON, ofKind(fewest.due(event, days), naturalDue))
        .withColumn(FindingColumns.DUE_ON, when(isSettled(), col(FindingColumns.DUE_EARLIEST_ON)))
        .withColumn(ELAPSED_FEWEST, ofKind(fewest.elapsed(event, until), naturalElapsed))
        .withColumn(ELAPSED_MOST, ofKind(most.elapsed(event, until), naturalElapsed));
  }

  private static Column ofKind(Column inWorkdays, Column inDays) {
    return when(RulePass.rule(RuleConstants.COUNTS_WORKDAYS), inWorkdays).otherwise(inDays);
  }

  static Column isDeadline() {
    return RulePass.isOf(Rule.Kind.DEADLINE);
  }

  /** Whether the due date is one day. */
  static Column isSettled() {
    return col(FindingColumns.DUE_EARLIEST_ON).equalTo(col(FindingColumns.DUE_LATEST_ON));
  }

  /** Working days from the event to the settlement; to the as-of day while it is not settled. */
  static Column daysElapsed() {
    return when(col(ELAPSED_FEWEST).equalTo(col(ELAPSED_MOST)), col(ELAPSED_FEWEST));
  }

  /** Working days the duty took; null while it is not done, and where the dates contradict. */
  static Column daysUsed() {
    Column settled = col(FindingColumns.SETTLED_ON);
    return when(settled.geq(col(FindingColumns.EVENT_ON)), daysElapsed()).cast(RulePass.DECIMAL);
  }
}
