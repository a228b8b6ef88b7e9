package citybrain.intake.reading;

import static citybrain.intake.reading.FileReadingFixture.GB18030;
import static citybrain.intake.reading.FileReadingFixture.PAYMENTS_HEADER;
import static citybrain.intake.reading.FileReadingFixture.accepted;
import static citybrain.intake.reading.FileReadingFixture.monthly;
import static citybrain.intake.reading.FileReadingFixture.payments;
import static citybrain.intake.reading.FileReadingFixture.read;
import static citybrain.intake.reading.FileReadingFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import citybrain.intake.reading.ConformedRow.Outcome;
import citybrain.intake.reading.WholeFile.Accepted;
import citybrain.intake.reading.WholeFile.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileReadingTest {
  private static final String PAYMENT = "BF2020-00001,JZ2020-00001,2020-08-03,12345.67,青岛市市立医院\r\n";

  @ParameterizedTest(name = "{0} with mark {1} is read as {2}")
  @CsvSource({
    "UTF-8,    EFBBBF, UTF-8",
    "UTF-8,    '',     UTF-8",
    "GB18030,  '',     GB18030",
    "UTF-16LE, FFFE,   UTF-16LE",
    "UTF-16BE, FEFF,   UTF-16BE",
  })
  void encodingIsToldByContent(String charset, String mark, String expected) {
    byte[] text = (PAYMENTS_HEADER + PAYMENT).getBytes(Charset.forName(charset));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(java.util.HexFormat.of().parseHex(mark));
    file.writeBytes(text);

    Accepted accepted = accepted(payments(file.toByteArray()));

    assertThat(accepted.evidence().encoding()).isEqualTo(expected);
    assertThat(accepted.records().get(0).values())
        .containsOnly(
            entry("payment_id", "BF2020-00001"),
            entry("application_id", "JZ2020-00001"),
            entry("paid_on", "2020-08-03"),
            entry("amount", "12345.67"),
            entry("payee", "青岛市市立医院"));
  }

  @ParameterizedTest(name = "delimiter {0}")
  @CsvSource({"'\t'", "';'", "','"})
  void delimiterIsToldByContent(String delimiter) {
    byte[] content =
        (PAYMENTS_HEADER + PAYMENT).replace(",", delimiter).getBytes(StandardCharsets.UTF_8);
    assertThat(accepted(payments(content)).evidence().delimiter()).isEqualTo(delimiter);
  }

  @Test
  void rowOfACsvIsTheLineItsRecordStartsOn() {
    Accepted accepted =
        accepted(
            payments(
                """
                BF1,JZ1,2020-08-03,1,"第一行
                第二行"
                BF2,JZ2,2020-08-03,2,医院

                BF3,JZ3,2020-08-03,3,医院
                """));
    assertThat(accepted.records()).extracting(ConformedRow::row).containsExactly(2, 4, 6);
    assertThat(accepted.rows().get(1).cells().get(4)).isEqualTo("第一行\n第二行");
  }

  @Test
  void cumulativePeriodFillsTheCumulativeColumns() {
    // Published: Qingdao, January–May 2020, industrial value added −4.0 % (bandao 2020-06-24).
    Accepted accepted =
        accepted(
            monthly(
                """
                规模以上工业增加值,青岛,2020年1-5月,%,,,-4.0,,"半岛网,2020-06-24"
                出口总额,全国,2013年12月,亿美元,2077.42,,,,海关总署
                """));
    assertThat(accepted.records().get(0).values())
        .containsEntry("period", "2020-01/2020-05")
        .containsEntry("period_type", "cumulative")
        .containsEntry("period_start", "2020-01-01")
        .containsEntry("period_end", "2020-05-31")
        .containsEntry("ytd_yoy_published", "-4")
        .containsEntry("source_name", "半岛网,2020-06-24")
        .doesNotContainKeys("level", "cumulative", "yoy_published", "unit");
    assertThat(accepted.records().get(1).values())
        .containsEntry("area_code", "000000")
        .containsEntry("level", "207742000000")
        .containsEntry("unit", "us_dollar");
  }

  @ParameterizedTest(name = "{0}: the figure is {1}")
  @CsvSource({
    "2018年上半年, cumulative, ytd_yoy_published",
    "2018年下半年, level, yoy_published",
    "2018年1-5月, cumulative, ytd_yoy_published",
    "2018年1-2月, level, yoy_published",
    "2018年第一季度, level, yoy_published",
    "2018年前三季度, cumulative, ytd_yoy_published",
    "2018年, level, yoy_published",
  })
  void figureFromJanuaryOnIsCumulative(String period, String figure, String growth) {
    Map<String, String> values =
        accepted(monthly("地区生产总值,青岛," + period + ",亿元,5985.43,,7.6,,\r\n"))
            .records()
            .get(0)
            .values();
    assertThat(values).containsEntry(figure, "598543000000").containsEntry(growth, "7.6");
  }

  @Test
  void badCellHoldsItsRecordBackAndIsNamedWithItsPlace() {
    String good =
        IntStream.range(0, 60).mapToObj(i -> payment(i, "2020-08-03")).reduce("", String::concat);
    Accepted accepted = accepted(payments(good + payment(60, "2020/13/01")));

    assertThat(accepted.count(Outcome.ACCEPTED)).isEqualTo(60);
    assertThat(accepted.count(Outcome.QUARANTINED)).isEqualTo(1);
    assertThat(accepted.cellProblems())
        .containsExactly(
            CellProblem.error(
                "", 62, null, "拨付日期", "2020/13/01", "type.date", "“拨付日期”中的“2020/13/01”不是存在的日期"));
  }

  @Test
  void missingRequiredCellHoldsItsRecordBack() {
    Accepted accepted = accepted(payments("BF1,,2020-08-03,1,医院\r\n"));
    assertThat(accepted.cellProblems())
        .extracting(CellProblem::column, CellProblem::checkId)
        .containsExactly(Tuple.tuple("申请编号", "required"));
  }

  @Test
  void tooManyWrongCellsOfOneColumnRefuseTheFileAndAreAllListed() {
    Refused refused =
        refused(
            payments(
                payment(0, "2020-08-03")
                    + payment(1, "2020/13/01")
                    + payment(2, "下周")
                    + payment(3, "2020-08-03")));
    assertThat(refused.problem())
        .hasToString(
            "SCHEMA_MISMATCH: 救助基金运行管理机构/relief_payments/2020-08-03/文件 does not fit"
                + " schemas/extracts/救助基金运行管理机构/relief_payments.yaml: column 拨付日期 has 2 of 4 values that"
                + " are no date, first \"2020/13/01\" in line 3. Nothing was loaded. Correct the extract, or add an"
                + " alias with the date it starts.");
    assertThat(refused.cellProblems()).extracting(CellProblem::row).containsExactly(3, 4);
    assertThat(refused.rows()).hasSize(5);
  }

  @Test
  void missingColumnIsNamedWithWhatWasFound() {
    byte[] content =
        (PAYMENTS_HEADER.replace("拨付金额(元)", "拨付额") + PAYMENT).getBytes(StandardCharsets.UTF_8);
    assertThat(refused(payments(content)).problem().toString())
        .startsWith("SCHEMA_MISMATCH: ")
        .contains("column 拨付金额(元) is missing (found 拨付额) in the header of row 1");
  }

  @Test
  void repeatedColumnIsNamed() {
    byte[] content =
        "拨付编号,申请编号,拨付日期,拨付金额(元),收款单位,拨付日期\r\nB,J,2020-08-03,1,医院,2020-08-04\r\n"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(refused(payments(content)).problem().message())
        .contains("column 拨付日期 stands more than once");
  }

  @Test
  void fileOfAnotherExtractIsSaidToBeSo() {
    byte[] content = (PAYMENTS_HEADER + PAYMENT).getBytes(StandardCharsets.UTF_8);
    assertThat(refused(monthly(content)).problem())
        .hasToString(
            "WRONG_EXTRACT: 市统计局/stat_monthly/2020-08-03/文件 has the header of 救助基金运行管理机构/relief_payments"
                + " and lies in the folder of 市统计局/stat_monthly. Nothing was loaded. Deliver it under its own"
                + " department and extract.");
  }

  @Test
  void folderWithoutContractIsRefused() {
    assertThat(
            refused(read("市水务局", "water", PAYMENT.getBytes(StandardCharsets.UTF_8)))
                .problem()
                .code())
        .isEqualTo("UNKNOWN_EXTRACT");
  }

  @Test
  void emptyFileIsRefused() {
    assertThat(refused(payments(new byte[0])).problem().code()).isEqualTo("FILE_EMPTY");
    assertThat(refused(payments(",,\r\n\r\n".getBytes(StandardCharsets.UTF_8))).problem().code())
        .isEqualTo("FILE_EMPTY");
  }

  @Test
  void headerAloneIsADayWithoutEventsButNoStatistic() {
    assertThat(accepted(payments("")).records()).isEmpty();
    assertThat(refused(monthly("")).problem().code()).isEqualTo("FILE_EMPTY");
  }

  @Test
  void binaryJunkHasNoEncoding() {
    byte[] junk = new byte[4_000];
    new Random(7).nextBytes(junk);
    assertThat(refused(payments(junk)).problem().code()).isEqualTo("ENCODING_UNKNOWN");
  }

  @Test
  void bytesThatAreNoChineseTextHaveNoEncoding() {
    byte[] mixed = (PAYMENTS_HEADER + PAYMENT).getBytes(GB18030);
    mixed[40] = (byte) 0xFF;
    assertThat(refused(payments(mixed)).problem().message())
        .contains("neither valid UTF-8 nor valid GB18030");
  }

  @Test
  void textCutInsideACharacterIsNoUtf8BehindItsMark() {
    byte[] text = ("\uFEFF" + PAYMENTS_HEADER + PAYMENT).getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(text, text.length - 4);
    assertThat(refused(payments(cut)).problem().message()).contains("byte-order mark EF BB BF");
  }

  @Test
  void unclosedQuoteIsAnErrorWithItsLine() {
    Refused refused = refused(payments(PAYMENT + "BF2,JZ2,2020-08-03,1,\"医院\r\n" + PAYMENT));
    assertThat(refused.problem().code()).isEqualTo("FILE_TRUNCATED");
    assertThat(refused.problem().message()).contains("starts in line 3");
  }

  @Test
  void rowWithMoreOrLessCellsThanTheHeaderIsAnErrorWithItsLine() {
    Refused refused =
        refused(payments(PAYMENT + "BF2,JZ2,2020-08-03,1\r\nBF3,JZ3,2020-08-03,1,000,医院\r\n"));
    assertThat(refused.problem().message())
        .contains("the row in line 3 has 4 cells, the header 5")
        .contains("the row in line 4 has 6 cells, the header 5");
  }

  @Test
  void identicalRecordIsSupersededAndContradictingOnesAreHeldBack() {
    Accepted accepted =
        accepted(payments(PAYMENT + PAYMENT + payment(5, "2020-08-03") + payment(5, "2020-08-04")));
    assertThat(accepted.records())
        .extracting(ConformedRow::outcome)
        .containsExactly(
            Outcome.SUPERSEDED, Outcome.ACCEPTED, Outcome.QUARANTINED, Outcome.QUARANTINED);
    assertThat(accepted.cellProblems())
        .extracting(CellProblem::checkId, CellProblem::column, CellProblem::value)
        .containsOnly(Tuple.tuple("key.conflict", "拨付编号", "BF2020-00005"));
  }

  @Test
  void noteBelowTheRecordsIsNoRecord() {
    Accepted accepted = accepted(payments(PAYMENT + "注：本周数据。\r\n"));
    assertThat(Workbooks.dispositions(accepted))
        .containsExactly("1 HEADER", "2 DATA", "3 FOOTNOTE");
  }

  /** Of the numbers, 2n and 2n+1 are one payment on two different days. */
  @Property(tries = 50)
  void orderOfRowsChangesNoOutcome(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 11) Integer> numbers,
      @ForAll Random random) {
    List<String> rows =
        new ArrayList<>(
            numbers.stream().map(n -> payment(n / 2, "2020-08-0" + (1 + n % 2))).toList());
    List<String> expected = outcomes(rows);
    Collections.shuffle(rows, random);
    assertThat(outcomes(rows)).isEqualTo(expected);
  }

  private static List<String> outcomes(List<String> rows) {
    return accepted(payments(String.join("", rows))).records().stream()
        .map(record -> new TreeMap<>(record.values()) + " " + record.outcome())
        .sorted()
        .toList();
  }

  private static String payment(int number, String day) {
    return "BF2020-%05d,JZ2020-%05d,%s,100,医院\r\n".formatted(number, number, day);
  }
}
