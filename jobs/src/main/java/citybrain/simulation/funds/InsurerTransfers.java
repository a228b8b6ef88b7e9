package citybrain.simulation.funds;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The levy on compulsory premiums by insurer and quarter. What happened after a quarter's file was
 * sent comes with the next one.
 */
final class InsurerTransfers implements ExtractGenerator {
  private static final int WORKDAYS_UNTIL_SENT = 10;

  @Override
  public String department() {
    return "保险公司";
  }

  @Override
  public String extract() {
    return "insurer_transfers";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.quarters()
        .map(quarter -> Delivery.of(quarter).records(() -> records(city, quarter)));
  }

  private static Stream<ExtractRecord> records(City city, Period quarter) {
    LocalDate known = city.officeDays().after(quarter.end(), WORKDAYS_UNTIL_SENT);
    Period before = quarterBefore(quarter);
    LocalDate knownBefore = city.officeDays().after(before.end(), WORKDAYS_UNTIL_SENT);
    Stream<ExtractRecord> news =
        Insurer.all().stream()
            .map(insurer -> LevyTransfer.of(city, insurer, quarter))
            .map(transfer -> record(transfer, known));
    Stream<ExtractRecord> followUps =
        before.first().isBefore(city.from())
            ? Stream.empty()
            : Insurer.all().stream()
                .map(insurer -> LevyTransfer.of(city, insurer, before))
                .filter(transfer -> isIncomplete(transfer, knownBefore))
                .map(transfer -> record(transfer, known));
    return Stream.concat(followUps, news);
  }

  static Period quarterBefore(Period quarter) {
    YearMonth last = quarter.first().minusMonths(1);
    return Period.quarter(last.getYear(), last.getMonthValue() / 3);
  }

  private static boolean isIncomplete(LevyTransfer transfer, LocalDate known) {
    return known(transfer.transferredOn(), known) == null || transfer.dunnedOn() != null;
  }

  private static @Nullable LocalDate known(@Nullable LocalDate day, LocalDate known) {
    return day == null || day.isAfter(known) ? null : day;
  }

  private static ExtractRecord record(LevyTransfer transfer, LocalDate known) {
    LocalDate transferredOn = known(transfer.transferredOn(), known);
    LocalDate dunnedOn = known(transfer.dunnedOn(), known);
    LocalDate paidOn = known(transfer.paidAfterDunningOn(), known);
    Insurer insurer = transfer.insurer();
    ExtractRecord record =
        new ExtractRecord()
            .with("insurer_credit_code", insurer.creditCode())
            .with("period", transfer.quarter())
            .with("insurer_name", insurer.name())
            .with("is_city_branch", true)
            .with("premium", transfer.premium())
            .with("levy_rate", LevyTransfer.RATE_PERCENT)
            .with("share_due", transfer.due());
    if (transferredOn != null) {
      record
          .with("transferred_amount", transfer.transferred())
          .with("transferred_on", transferredOn)
          .with("transfer_method", "bank_transfer")
          .with("received_account", "special")
          .with("voucher_number", "YH" + transferredOn.toEpochDay() + "-" + insurer.index());
    }
    if (dunnedOn != null) {
      record
          .with("dunned_on", dunnedOn)
          .with("dunned_amount", transfer.due().subtract(transfer.transferred()));
    }
    if (paidOn != null) {
      record
          .with("paid_after_dunning", transfer.paidAfterDunning())
          .with("paid_after_dunning_on", paidOn);
    }
    return record;
  }
}
