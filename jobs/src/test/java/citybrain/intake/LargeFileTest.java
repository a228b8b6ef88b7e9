package citybrain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.contract.ContractRegistry;
import citybrain.lake.Lake;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file read slice by slice gives the tables that it gives when one task reads it. */
@ExtendWith(SparkSessionExtension.class)
final class LargeFileTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEADER = "拨付编号,申请编号,拨付日期,拨付金额(元),收款单位\r\n";
  private static final ReadingSizes TINY = new ReadingSizes(100, 700);
  private static final String PAYMENTS = "救助基金运行管理机构/relief_payments/2020-09-07";

  @TempDir private Path folder;

  private IntakeResult intake(SparkSession spark, String lake, ReadingSizes sizes) {
    return new IntakeJob(
            new Lake(spark, folder.resolve(lake).toString()),
            new LandingArea(
                folder.resolve("landing").toString(), spark.sparkContext().hadoopConfiguration()),
            CONTRACTS,
            line -> {},
            sizes)
        .run(Optional.empty(), Optional.empty());
  }

  private void land(String name, String text) throws IOException {
    Path file = folder.resolve("landing").resolve(PAYMENTS).resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(GB18030));
  }

  private List<String> dump(SparkSession spark, String lake, String table) {
    return spark
        .read()
        .format("delta")
        .load(folder.resolve(lake).resolve(table).toString())
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  @Test
  void slicesGiveTheTablesOfOneTask(SparkSession spark) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 1; i <= 120; i++) {
      text.append("BF%d,JZ%d,2020-09-01,%d.5,青岛市\"第%d\"医院\r\n".formatted(i, i, i, i));
    }
    // The same record again, a contradicting one, a wrong date, a negative amount, a line break.
    text.append("BF3,JZ3,2020-09-01,3.5,青岛市\"第3\"医院\r\n");
    text.append("BF5,JZ5,2020-09-01,999,别处\r\n");
    text.append("BF121,JZ121,2020-09-31,1,医院\r\n");
    text.append("BF122,JZ122,2020-09-01,-1,医院\r\n");
    text.append("BF123,JZ123,2020-09-01,1,\"医\r\n院\"\r\n");
    land("payments.csv", text.toString());
    land("shifted.csv", text + "BF124,JZ124,2020-09-01,1\r\n");

    IntakeResult whole = intake(spark, "whole", ReadingSizes.USUAL);
    IntakeResult sliced = intake(spark, "sliced", TINY);

    assertThat(sliced).isEqualTo(whole);
    assertThat(whole.refusedFiles()).isEqualTo(1);
    assertThat(whole.counts().quarantined() - 127).as("BF5 twice, BF121, BF122").isEqualTo(4);
    assertThat(whole.counts().superseded()).isEqualTo(1);
    Stream.of(
            "bronze/delivered_row",
            "silver/relief_payment",
            "quality/quarantined_row",
            "quality/delivery",
            "quality/reconciliation")
        .forEach(
            table ->
                assertThat(dump(spark, "sliced", table))
                    .as(table)
                    .isEqualTo(dump(spark, "whole", table)));
  }
}
