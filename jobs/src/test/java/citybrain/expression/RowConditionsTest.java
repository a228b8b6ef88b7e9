package citybrain.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowConditionsTest {
  private static final ExpressionCheck CHECK =
      new ExpressionCheck(
          StructType.fromDDL("amount DECIMAL(28,8), paid_on DATE, decided_on DATE"));

  private static InternalRow row(
      @Nullable BigDecimal amount, @Nullable LocalDate paid, @Nullable LocalDate decided) {
    return new GenericInternalRow(
        new @Nullable Object[] {
          amount == null ? null : Decimal.apply(amount, 28, 8),
          paid == null ? null : (int) paid.toEpochDay(),
          decided == null ? null : (int) decided.toEpochDay()
        });
  }

  @ParameterizedTest(name = "{0} of {1} {2} {3}: broken {4}")
  @CsvSource({
    "amount between 1 and 5,           5,    ,           ,           false",
    "amount between 1 and 5,           5.01, ,           ,           true",
    "amount between 1 and 5,           ,     ,           ,           false",
    "paid_on >= decided_on,            ,     2020-08-31, 2020-09-01, true",
    "paid_on >= decided_on,            ,     2020-09-01, 2020-09-01, false",
    "paid_on >= decided_on,            ,     2020-08-31, ,           false",
    "'coalesce(amount, 0) <= 100',     100,  ,           ,           false",
    "'datediff(paid_on, decided_on) <= 5', , 2020-09-07, 2020-09-01, true",
    "'amount is null or amount > 0',   0,    ,           ,           true",
  })
  void conditionIsBrokenWhereItIsFalse(
      String condition,
      @Nullable BigDecimal amount,
      @Nullable LocalDate paid,
      @Nullable LocalDate decided,
      boolean isBroken) {
    RowConditions conditions = CHECK.conditions(List.of("amount >= 0", condition));
    BitSet broken = conditions.broken(row(amount, paid, decided));
    assertThat(broken.get(0)).isFalse();
    assertThat(broken.get(1)).isEqualTo(isBroken);
  }

  @Test
  void betweenOverSomethingComputedIsToldBeforeItIsAsked() {
    assertThat(CHECK.rowFault("amount between 1 and 5")).isEmpty();
    assertThat(CHECK.rowFault("amount * 2 between 1 and 5"))
        .contains("has a between over what is computed first; write it as two comparisons");
  }
}
