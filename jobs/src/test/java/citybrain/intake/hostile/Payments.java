package citybrain.intake.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The delivery that all cases are made of: payments of the relief fund, one record. */
final class Payments {
  static final String DEPARTMENT = "救助基金运行管理机构";
  static final String EXTRACT = "relief_payments";

  static final String HEADER = "拨付编号,申请编号,拨付日期,拨付金额(元),收款单位\r\n";
  static final String ROW = "BF1,JZ1,2020-08-03,100,青岛市市立医院\r\n";
  static final String TABLE = HEADER + ROW;

  /** {@link #ROW} as the reader gives it. */
  static final String RECORD = "BF1 JZ1 2020-08-03 100 青岛市市立医院";

  static final Charset GB18030 = Charset.forName("GB18030");

  private Payments() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gb18030(String text) {
    return text.getBytes(GB18030);
  }

  /** A row of its own number, for tables of many. */
  static String row(int number) {
    return "BF%d,JZ%d,2020-08-03,100,医院\r\n".formatted(number, number);
  }

  static String rows(int first, int last) {
    StringBuilder rows = new StringBuilder();
    for (int number = first; number <= last; number++) {
      rows.append(row(number));
    }
    return rows.toString();
  }
}
