package citybrain.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.WholeFile.Accepted;
import citybrain.intake.reading.WholeFile.Refused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/** Deliveries of 2020-08-03 held against the project's own contracts. */
final class FileReadingFixture {
  static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));
  static final Charset GB18030 = Charset.forName("GB18030");
  static final LocalDate DELIVERED_ON = LocalDate.of(2020, 8, 3);

  static final String PAYMENTS_HEADER = "拨付编号,申请编号,拨付日期,拨付金额(元),收款单位\r\n";
  static final String MONTHLY_HEADER = "指标名称,地区,时期,单位,当期值,累计值,同比增长(%),累计同比增长(%),数据来源\r\n";

  private FileReadingFixture() {}

  static WholeFile payments(byte[] content) {
    return read("救助基金运行管理机构", "relief_payments", content);
  }

  static WholeFile payments(String rows) {
    return payments((PAYMENTS_HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }

  static WholeFile monthly(byte[] content) {
    return read("市统计局", "stat_monthly", content);
  }

  static WholeFile monthly(String rows) {
    return monthly((MONTHLY_HEADER + rows).getBytes(GB18030));
  }

  static WholeFile annual(byte[] content) {
    return read("市统计局", "stat_annual", content);
  }

  static WholeFile read(String department, String extract, byte[] content) {
    return WholeFile.read(department, extract, DELIVERED_ON, "文件", content, CONTRACTS);
  }

  static Accepted accepted(WholeFile outcome) {
    assertThat(outcome).isInstanceOf(Accepted.class);
    return (Accepted) outcome;
  }

  static Refused refused(WholeFile outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return (Refused) outcome;
  }
}
