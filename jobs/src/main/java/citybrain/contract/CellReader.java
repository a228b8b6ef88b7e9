package citybrain.contract;

import citybrain.contract.CellReading.Failure;
import citybrain.contract.CellReading.Missing;
import citybrain.contract.CellReading.Value;
import citybrain.period.PeriodText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one verbatim cell as its column's type. */
final class CellReader {
  private static final Set<String> YES = Set.of("是", "有", "√", "✓", "✔", "true", "1", "y", "yes");
  private static final Set<String> NO =
      Set.of("否", "无", "×", "✗", "✘", "x", "false", "0", "n", "no");

  private CellReader() {}

  static CellReading read(ContractColumn column, String verbatim) {
    String plain = CellText.plain(verbatim);
    if (plain.isEmpty() || column.nullTokens().contains(CellText.dense(plain))) {
      return new Missing();
    }
    return switch (column.type()) {
      case TEXT, UNIT -> new Value(plain);
      case INTEGER, DECIMAL, PERCENT -> NumberCell.read(column, plain);
      case DATE -> TimeCell.day(column, plain);
      case TIMESTAMP -> TimeCell.timestamp(column, plain);
      case PERIOD -> period(column, plain);
      case CODE -> code(column, plain);
      case BOOLEAN -> yesOrNo(column, plain);
      case CREDIT_CODE -> CheckDigits.creditCode(column, CellText.dense(plain));
      case RESIDENT_ID -> CheckDigits.residentId(column, CellText.dense(plain));
      case ARRAY ->
          throw new IllegalStateException("No extract has a column of this type: " + column.name());
    };
  }

  private static CellReading yesOrNo(ContractColumn column, String plain) {
    String text = plain.toLowerCase(Locale.ROOT);
    if (YES.contains(text)) {
      return new Value("true");
    }
    if (NO.contains(text)) {
      return new Value("false");
    }
    return new Failure(
        "type.boolean", "“%s”中的“%s”不是“是”或“否”".formatted(column.header(), plain), true);
  }

  private static CellReading code(ContractColumn column, String plain) {
    CodeList codes = column.codes();
    if (codes == null) {
      throw new IllegalStateException("A code column has a code list: " + column.name());
    }
    Optional<String> code = codes.code(CellText.name(plain));
    if (code.isPresent()) {
      return new Value(code.get());
    }
    return new Failure(
        "code." + codes.id(),
        "“%s”中的“%s”不在“%s”代码表中".formatted(column.header(), plain, codes.titleZh()),
        false);
  }

  private static CellReading period(ContractColumn column, String plain) {
    return PeriodText.parse(plain)
        .or(() -> column.isDateForMonth() ? TimeCell.monthOfDay(column, plain) : Optional.empty())
        .<CellReading>map(period -> new Value(period.code()))
        .orElseGet(
            () ->
                new Failure(
                    "type.period", "“%s”中的“%s”不是可识别的时期".formatted(column.header(), plain), true));
  }
}
