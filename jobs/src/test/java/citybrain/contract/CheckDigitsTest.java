package citybrain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.contract.CellReading.Failure;
import citybrain.contract.CellReading.Value;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {
  private static final ContractColumn CREDIT_CODE = ColumnFixture.of(ColumnType.CREDIT_CODE);
  private static final ContractColumn RESIDENT_ID = ColumnFixture.of(ColumnType.RESIDENT_ID);

  /** GB 32100-2015, table 1: I, O, S, V and Z are not used. */
  private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final String RESIDENT_CHECK = "10X98765432";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "worked example of GB 32100-2015 with the digit it computes, 91350100M000100Y43",
    "Haier Smart Home (annual report), 91370200264574251E",
    "Haier Group, 91370200163562681G",
    "Huawei Technologies, 914403001922038216",
    "Tencent Computer Systems, 9144030071526726XG",
  })
  void publishedCreditCodeIsRead(String source, String code) {
    assertThat(CREDIT_CODE.read(code)).isEqualTo(new Value(code));
    assertThat(CREDIT_CODE.read(" " + code.toLowerCase(java.util.Locale.ROOT) + "\u00a0"))
        .isEqualTo(new Value(code));
  }

  @ParameterizedTest(name = "{0} is a slip")
  @ValueSource(
      strings = {
        "91350100M000100Y4Z", // the worked example of GB 32100-2015: Z is found wrong
        "91350100M000100Y44",
        "91370200264574251B",
        "9137O200264574251E",
      })
  void creditCodeWithAWrongCheckDigitIsNoWrongType(String code) {
    assertThat(CREDIT_CODE.read(code))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.checkId()).isEqualTo("check_digit.credit_code");
              assertThat(failure.isWrongType()).isFalse();
              assertThat(failure.reasonZh()).contains("数值", code, "统一社会信用代码");
            });
  }

  @ParameterizedTest(name = "{0} is no credit code")
  @ValueSource(strings = {"青岛海尔", "9137020026457425", "9.13702E+17", "264574251"})
  void whatHasNotTheFormOfACreditCodeIsAWrongType(String text) {
    assertThat(CREDIT_CODE.read(text))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.checkId()).isEqualTo("type.credit_code");
              assertThat(failure.isWrongType()).isTrue();
            });
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "11010519491231002X, 11010519491231002X", // the example of GB 11643-1999
        "11010519491231002x, 11010519491231002X",
        "'11010519491231002X, 11010519491231002X",
        "１１０１０５１９４９１２３１００２Ｘ, 11010519491231002X",
      })
  void residentIdIsRead(String written, String id) {
    assertThat(RESIDENT_ID.read(written)).isEqualTo(new Value(id));
  }

  @ParameterizedTest(name = "{0} is a slip")
  @ValueSource(
      strings = {
        "110105194912310021", // check digit
        "110105194902310020", // no 31 February
        "00010519491231002X", // no such province
      })
  void residentIdThatCannotBeIsNoWrongTypeAndIsNotRepeated(String id) {
    assertThat(RESIDENT_ID.read(id))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.checkId()).isEqualTo("check_digit.resident_id");
              assertThat(failure.isWrongType()).isFalse();
              assertThat(failure.reasonZh()).contains("公民身份号码").doesNotContain(id);
            });
  }

  @ParameterizedTest(name = "{0} is no identity number")
  @ValueSource(strings = {"110105491231002", "1.10105E+17", "张三"})
  void whatHasNotTheFormOfAResidentIdIsAWrongType(String text) {
    assertThat(RESIDENT_ID.read(text))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.checkId()).isEqualTo("type.resident_id");
              assertThat(failure.isWrongType()).isTrue();
            });
  }

  @Property
  void exactlyOneOfAllCheckDigitsFitsACreditCode(@ForAll("creditCodeBodies") String body) {
    char expected = creditCheck(body);
    for (int i = 0; i < CREDIT_ALPHABET.length(); i++) {
      char digit = CREDIT_ALPHABET.charAt(i);
      CellReading reading = CREDIT_CODE.read(body + digit);
      if (digit == expected) {
        assertThat(reading).isEqualTo(new Value(body + digit));
      } else {
        assertThat(reading).isInstanceOf(Failure.class);
      }
    }
  }

  @Provide
  Arbitrary<String> creditCodeBodies() {
    Arbitrary<String> kind =
        Arbitraries.strings().withChars(CREDIT_ALPHABET.toCharArray()).ofLength(2);
    Arbitrary<String> district = Arbitraries.strings().numeric().ofLength(6);
    Arbitrary<String> body =
        Arbitraries.strings().withChars(CREDIT_ALPHABET.toCharArray()).ofLength(9);
    return kind.flatMap(k -> district.flatMap(d -> body.map(b -> k + d + b)));
  }

  @Property
  void exactlyOneOfAllCheckDigitsFitsAResidentId(
      @ForAll @DateRange(min = "1930-01-01", max = "2020-12-31") LocalDate born,
      @ForAll @IntRange(min = 0, max = 999) int serial) {
    String body =
        "370202" + DateTimeFormatter.BASIC_ISO_DATE.format(born) + "%03d".formatted(serial);
    char expected = residentCheck(body);
    for (int i = 0; i < RESIDENT_CHECK.length(); i++) {
      char digit = RESIDENT_CHECK.charAt(i);
      CellReading reading = RESIDENT_ID.read(body + digit);
      if (digit == expected) {
        assertThat(reading).isEqualTo(new Value(body + digit));
      } else {
        assertThat(reading).isInstanceOf(Failure.class);
      }
    }
  }

  /** GB 32100-2015: 31 less the sum of value times 3^i, all modulo 31. */
  private static char creditCheck(String body) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      sum += CREDIT_ALPHABET.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** GB 11643-1999, ISO 7064 MOD 11-2: the weight of a place is a power of two, modulo 11. */
  private static char residentCheck(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (body.charAt(i) - '0') * ((1 << (17 - i)) % 11);
    }
    return RESIDENT_CHECK.charAt(sum % 11);
  }
}
