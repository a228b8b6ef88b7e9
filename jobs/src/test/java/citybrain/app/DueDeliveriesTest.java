package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.contract.ContractRegistry;
import citybrain.serving.feedback.DueDelivery;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Monthly figures are due on the 12th, annual ones on the 60th working day after the period. */
@ExtendWith(SparkSessionExtension.class)
final class DueDeliveriesTest {
  private static final StructType DELIVERY =
      StructType.fromDDL("department STRING, extract STRING, period STRING, delivered_at DATE");

  private static Row delivery(String extract, String period, String day) {
    return RowFactory.create("市统计局", extract, period, Date.valueOf(day));
  }

  @Test
  void dueDaysAreWorkingDaysAfterThePeriodsFromTheFirstOneDelivered(SparkSession spark) {
    List<DueDelivery> due =
        DueDeliveries.by(
            LocalDate.of(2020, 11, 30),
            ContractRegistry.load(Path.of("..")),
            spark.createDataFrame(
                List.of(
                    delivery("stat_monthly", "2020-10", "2020-11-20"),
                    delivery("stat_monthly", "2020-08", "2020-09-20"),
                    delivery("stat_monthly", "2020-07", "2020-12-01"),
                    delivery("stat_annual", "2019", "2020-02-01"),
                    delivery("no_contract", "2019", "2020-02-01")),
                DELIVERY));

    // State Council: 24 January to 2 February and 1 to 8 October 2020 off, 19 January and 10
    // October worked.
    assertThat(due)
        .extracting(d -> d.extract() + " " + d.period() + " " + d.dueOn())
        .containsExactlyInAnyOrder(
            "stat_monthly 2020-08 2020-09-16",
            "stat_monthly 2020-09 2020-10-23",
            "stat_monthly 2020-10 2020-11-17",
            "stat_annual 2019 2020-04-01");
  }
}
