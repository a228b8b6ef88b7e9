package citybrain.serving.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.contract.CellText;
import citybrain.serving.feedback.CellContent.Kind;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellContentTest {
  @ParameterizedTest(name = "{0} is a number shown as {1}")
  @CsvSource({
    "0, General",
    "-5, General",
    "1200.5, General",
    "-0.75, General",
    "123456789012, 0",
    "123456789012345, 0",
    "1234567890.125, 0.000",
    "0.123456789012345, 0.000000000000000",
  })
  void numberThatSpreadsheetsKeepIsOne(String verbatim, String format) {
    assertThat(CellContent.of(verbatim)).isEqualTo(new CellContent(Kind.NUMBER, verbatim, format));
  }

  @ParameterizedTest(name = "{0} stays text")
  @ValueSource(
      strings = {
        "370202199001011234",
        "1234567890123456",
        "007",
        "00",
        "1200.50",
        "1.0",
        "1e5",
        "1,200",
        "1200元",
        "５",
        ".5",
        "5.",
        "０",
        "1 200",
        "(5)",
        "5.2%",
        "2020-09-01",
        "…",
        "—",
        "－－"
      })
  void textIsNeverMadeANumber(String verbatim) {
    CellContent content = CellContent.of(verbatim);
    assertThat(content.kind()).isIn(Kind.TEXT, Kind.NEUTRALISED);
    assertThat(content.text()).isIn(verbatim, "'" + verbatim);
  }

  @ParameterizedTest(name = "{0} is not run")
  @ValueSource(
      strings = {
        "=1+1",
        "+86 532",
        "-",
        "--",
        "-5.50",
        "-0",
        "-abc",
        "@SUM(A1)",
        "＝1",
        "＋1",
        "－",
        "＠x",
        "\t=1",
        "=cmd|'/c calc'!A1"
      })
  void formulaLikeTextIsNeutralised(String verbatim) {
    CellContent content = CellContent.of(verbatim);
    assertThat(content.kind()).isEqualTo(Kind.NEUTRALISED);
    assertThat(content.text()).isEqualTo("'" + verbatim);
    assertThat(CellText.plain(content.text())).isEqualTo(CellText.plain(verbatim));
  }

  @Test
  void carriageReturnAtTheStartIsNeutralised() {
    assertThat(CellContent.of("\r=1"))
        .isEqualTo(new CellContent(Kind.NEUTRALISED, "'\r=1", "General"));
  }

  @Test
  void apostropheBeforeAnythingElseIsTheDepartmentsOwn() {
    assertThat(CellText.plain("'abc")).isEqualTo("'abc");
    assertThat(CellText.plain("'")).isEqualTo("'");
  }

  @ParameterizedTest
  @CsvSource({"a\u0001b, a_x0001_b", "_x0041_, _x005F_x0041_", "_x004_, _x004_", "a_b, a_b"})
  void whatXmlCannotHoldIsEscapedAsTheFormatDoes(String verbatim, String written) {
    assertThat(CellContent.of(verbatim).text()).isEqualTo(written);
  }

  @Test
  void longestTextFitsAndOneMoreDoesNot() {
    assertThat(CellContent.of("长".repeat(32_767)).fits()).isTrue();
    assertThat(CellContent.of("长".repeat(32_768)).fits()).isFalse();
    assertThat(CellContent.of("=" + "a".repeat(32_766)).fits()).as("with its apostrophe").isFalse();
  }

  /** A spreadsheet keeps a binary fraction: what it shows of it must be the text delivered. */
  @Property
  void writtenNumberReadsBackAsItsText(@ForAll("plainNumbers") String verbatim) {
    CellContent content = CellContent.of(verbatim);
    if (content.kind() == Kind.NUMBER) {
      BigDecimal kept =
          BigDecimal.valueOf(Double.parseDouble(content.text()))
              .round(new java.math.MathContext(15))
              .stripTrailingZeros();
      assertThat(kept.signum() == 0 ? "0" : kept.toPlainString()).isEqualTo(verbatim);
    }
  }

  @Provide
  Arbitrary<String> plainNumbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1e17"), new BigDecimal("1e17"))
        .ofScale(6)
        .map(number -> number.stripTrailingZeros().toPlainString());
  }
}
