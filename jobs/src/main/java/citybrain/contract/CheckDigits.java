package citybrain.contract;

import citybrain.contract.CellReading.Failure;
import citybrain.contract.CellReading.Value;
import cn.hutool.core.util.CreditCodeUtil;
import cn.hutool.core.util.IdcardUtil;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads numbers that carry a check digit. One that has the right form and the wrong check digit is
 * a slip of the pen, not a column of the wrong kind.
 */
final class CheckDigits {
  private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");
  private static final Pattern UNUSED_LETTER = Pattern.compile("[IOSVZ]");
  private static final Pattern RESIDENT_ID = Pattern.compile("[0-9]{17}[0-9X]");

  private CheckDigits() {}

  static CellReading creditCode(ContractColumn column, String written) {
    String key = withoutTextMark(written);
    String code = key.toUpperCase(Locale.ROOT);
    if (!CREDIT_CODE.matcher(code).matches()) {
      return new Failure(
          "type.credit_code", "“%s”中的“%s”不是18位统一社会信用代码".formatted(column.header(), key), true);
    }
    if (UNUSED_LETTER.matcher(code).find()) {
      return new Failure(
          "check_digit.credit_code",
          "“%s”中的“%s”有误：统一社会信用代码不使用字母I、O、S、V、Z".formatted(column.header(), key),
          false);
    }
    if (!CreditCodeUtil.isCreditCode(code)) {
      return new Failure(
          "check_digit.credit_code",
          "“%s”中的“%s”校验位不符，统一社会信用代码有误".formatted(column.header(), key),
          false);
    }
    return new Value(code);
  }

  static CellReading residentId(ContractColumn column, String key) {
    String id = withoutTextMark(key).toUpperCase(Locale.ROOT);
    if (!RESIDENT_ID.matcher(id).matches()) {
      return new Failure(
          "type.resident_id", "“%s”中的内容不是18位公民身份号码".formatted(column.header()), true);
    }
    // The library also holds the year of birth against the clock's year; the numbers of people who
    // are alive when they are delivered never meet that limit.
    if (!IdcardUtil.isValidCard18(id)) {
      return new Failure(
          "check_digit.resident_id", "“%s”中的公民身份号码校验位不符或出生日期不存在".formatted(column.header()), false);
    }
    return new Value(id);
  }

  /** An apostrophe keeps a spreadsheet from rounding a long number; it is no part of it. */
  private static String withoutTextMark(String written) {
    return written.startsWith("'") ? written.substring(1) : written;
  }
}
