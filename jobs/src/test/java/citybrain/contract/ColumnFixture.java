package citybrain.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns that no contract of the project has. */
final class ColumnFixture {
  private ColumnFixture() {}

  static ContractColumn of(ColumnType type) {
    return column(type, null, null, false, Set.of());
  }

  static ContractColumn between(ColumnType type, String minimum, String maximum) {
    return column(type, new BigDecimal(minimum), new BigDecimal(maximum), false, Set.of());
  }

  static ContractColumn fraction() {
    return column(ColumnType.PERCENT, null, new BigDecimal("100"), true, Set.of());
  }

  static ContractColumn marked(String... negativeMarks) {
    return column(ColumnType.DECIMAL, null, null, false, Set.of(negativeMarks));
  }

  private static ContractColumn column(
      ColumnType type,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      boolean isWrittenAsFraction,
      Set<String> negativeMarks) {
    return new ContractColumn(
        "figure",
        "数值",
        type,
        "text",
        false,
        false,
        0,
        Layout.Place.COLUMN,
        null,
        "public",
        "",
        List.of(),
        null,
        minimum,
        maximum,
        null,
        isWrittenAsFraction,
        false,
        PaperForm.PLAIN,
        negativeMarks,
        Set.of("-", "—", "/", "..."));
  }
}
