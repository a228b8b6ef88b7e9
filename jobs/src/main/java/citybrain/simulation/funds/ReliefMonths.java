package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.funds.ReliefCase.Payment;
import citybrain.simulation.funds.ReliefCases.Numbered;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The relief fund month by month: what was paid in it, and the paid cases in which something may
 * still happen. Cases are kept for no longer than that.
 */
final class ReliefMonths {
  /** From an application to the last step of recovery. */
  private static final int LONGEST_CASE_DAYS = 420;

  private final Iterator<Numbered> cases;
  private final YearNumbers paymentNumbers = new YearNumbers("BF");
  private final Deque<Numbered> open = new ArrayDeque<>();
  private @Nullable Numbered next;

  private ReliefMonths(City city) {
    cases = ReliefCases.of(city).iterator();
    advance();
  }

  /**
   * One transfer.
   *
   * @param paymentId as the extract of payments numbers it
   */
  record Advance(String paymentId, Numbered known, Payment payment) {}

  /**
   * @param paid in the month, by day
   * @param open cases with a payment, by day of application
   */
  record Month(YearMonth month, List<Advance> paid, List<Numbered> open) {}

  /** What a function tells of each month of the span, one month at a time. */
  static <T> Stream<T> of(City city, Function<Month, T> told) {
    ReliefMonths months = new ReliefMonths(city);
    return city.months().map(month -> told.apply(months.in(month)));
  }

  private Month in(YearMonth month) {
    while (next != null && !YearMonth.from(next.relief().appliedOn()).isAfter(month)) {
      if (!next.relief().payments().isEmpty()) {
        open.addLast(next);
      }
      advance();
    }
    LocalDate oldest = month.atDay(1).minusDays(LONGEST_CASE_DAYS);
    while (!open.isEmpty() && open.getFirst().relief().appliedOn().isBefore(oldest)) {
      open.removeFirst();
    }
    List<Advance> paid =
        open.stream()
            .flatMap(
                known ->
                    known.relief().payments().stream()
                        .filter(payment -> YearMonth.from(payment.paidOn()).equals(month))
                        .map(payment -> new Advance("", known, payment)))
            .sorted(
                Comparator.comparing((Advance advance) -> advance.payment().paidOn())
                    .thenComparing(advance -> advance.known().applicationId()))
            .map(
                advance ->
                    new Advance(
                        paymentNumbers.next(advance.payment().paidOn()),
                        advance.known(),
                        advance.payment()))
            .toList();
    return new Month(month, paid, List.copyOf(open));
  }

  private void advance() {
    next = cases.hasNext() ? cases.next() : null;
  }
}
