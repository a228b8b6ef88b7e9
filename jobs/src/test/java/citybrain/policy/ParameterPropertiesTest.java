package citybrain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.problem.ProblemException;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The value in force on a day is the last one that started by then. */
final class ParameterPropertiesTest {
  private static final LocalDate ORIGIN = LocalDate.parse("2000-01-01");
  private static final int ENDING = 0;

  @Property
  void valueInForceIsTheLastThatStartedInWhateverOrderTheyAreGiven(
      @ForAll @Size(min = 1, max = 6)
          Map<@IntRange(max = 50) Integer, @IntRange(max = 3) Integer> days,
      @ForAll @IntRange(max = 60) int day,
      @ForAll Random random) {
    TreeMap<Integer, Integer> byDay = new TreeMap<>(days);
    byDay.put(byDay.firstKey(), 1);
    List<DatedValue> values = new ArrayList<>();
    byDay.forEach((from, value) -> values.add(value(from, value)));
    Collections.shuffle(values, random);
    Parameter parameter =
        new Parameter("folder.item", new Text("时限", "Limit"), Unit.WORKDAY, "all", values);

    Map.Entry<Integer, Integer> expected = byDay.floorEntry(day);
    if (expected == null || expected.getValue() == ENDING) {
      assertThat(parameter.on(ORIGIN.plusDays(day))).isEmpty();
      assertThatThrownBy(() -> parameter.require(ORIGIN.plusDays(day)))
          .isInstanceOf(ProblemException.class)
          .hasMessageStartingWith("POLICY_NOT_IN_FORCE: policies/folder/parameters.yaml#item ");
    } else {
      assertThat(parameter.require(ORIGIN.plusDays(day)))
          .isEqualTo(BigDecimal.valueOf(expected.getValue()));
    }
  }

  private static DatedValue value(int from, int value) {
    return new DatedValue(
        ORIGIN.plusDays(from),
        value == ENDING ? null : BigDecimal.valueOf(value),
        new Reference("青政办发〔2020〕12号", "第十一条"));
  }
}
