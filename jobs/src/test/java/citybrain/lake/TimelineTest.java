package citybrain.lake;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.lake.Timeline.Said;
import citybrain.lake.Timeline.Validity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimelineTest {
  private static final int LAST_DAY = 9;

  @Provide
  Arbitrary<List<Said>> records() {
    Arbitrary<Integer> day = Arbitraries.integers().between(1, LAST_DAY - 1);
    Arbitrary<@Nullable Integer> daysToWithdrawal =
        Arbitraries.integers().between(1, 4).injectNull(0.6);
    return Combinators.combine(day, daysToWithdrawal, Arbitraries.of("A", "B"))
        .as((on, days, content) -> new Said(on, days == null ? null : on + days, content))
        .list()
        .ofMaxSize(7)
        .map(list -> list.stream().sorted(Comparator.comparingInt(Said::day)).toList());
  }

  /** What the youngest standing record says; the definition, with nothing remembered. */
  private static @Nullable String knownOn(int day, List<Said> said) {
    return said.stream()
        .filter(record -> record.day() <= day)
        .filter(record -> record.withdrawnOn() == null || record.withdrawnOn() > day)
        .reduce((older, younger) -> younger)
        .map(Said::content)
        .orElse(null);
  }

  private static List<Validity> on(int day, List<Validity> validities) {
    return validities.stream()
        .filter(v -> v.from() <= day && (v.to() == null || v.to() > day))
        .toList();
  }

  @Property
  void eachDayKnowsWhatTheYoungestStandingRecordSays(@ForAll("records") List<Said> said) {
    List<Validity> validities = Timeline.of(said);
    for (int day = 0; day <= LAST_DAY + 4; day++) {
      List<String> known =
          on(day, validities).stream().map(v -> said.get(v.said()).content()).toList();
      String expected = knownOn(day, said);
      assertThat(known).isEqualTo(expected == null ? List.of() : List.of(expected));
    }
  }

  @Property
  void eachRecordIsKeptOnceFromItsDeliveryDay(@ForAll("records") List<Said> said) {
    List<Validity> validities = Timeline.of(said);
    for (int i = 0; i < said.size(); i++) {
      int record = i;
      assertThat(validities)
          .filteredOn(v -> v.said() == record && v.from() == said.get(record).day())
          .hasSize(1);
    }
    assertThat(validities.stream().map(v -> List.of(v.said(), v.from())).distinct().count())
        .as("a row is told by its record and its first day")
        .isEqualTo(validities.size());
  }

  @Property
  void evidenceStandsAndChangesOnlyForAReason(@ForAll("records") List<Said> said) {
    List<Validity> validities = Timeline.of(said);
    Validity before = null;
    for (int day = 0; day <= LAST_DAY + 4; day++) {
      Validity now = on(day, validities).stream().findFirst().orElse(null);
      if (now != null) {
        Integer withdrawnOn = said.get(now.said()).withdrawnOn();
        assertThat(withdrawnOn == null || withdrawnOn > day).as("a withdrawn record").isTrue();
      }
      if (now != null && before != null && !now.equals(before)) {
        boolean saysTheSame =
            said.get(now.said()).content().equals(said.get(before.said()).content());
        boolean wasWithdrawn = Objects.equals(said.get(before.said()).withdrawnOn(), day);
        assertThat(!saysTheSame || wasWithdrawn).isTrue();
      }
      before = now;
    }
  }

  /**
   * A record is written day:content, or day-withdrawn:content; the expected rows, content and days,
   * in the order of their first day.
   */
  @ParameterizedTest(name = "{0}: {1} gives {2}")
  @CsvSource({
    "corrected, 1:A 2:B, 0 1..2|1 2..null",
    "repeated, 1:A 2:A, 0 1..null|1 2..2",
    "said again after a change, 1:A 2:B 3:A, 0 1..2|1 2..3|2 3..null",
    "two files of one day, 1:A 1:B, 0 1..1|1 1..null",
    "the second of a day takes the first back, 1:A 2:B 2:A, 0 1..null|1 2..2|2 2..2",
    "withdrawn and nothing left, 1-3:A, 0 1..3",
    "withdrawn and restored, 1:A 2-4:B, 0 1..2|1 2..4|0 4..null",
    "correction withdrawn after it was undone, 1:A 2-4:B 3:A, 0 1..2|1 2..3|2 3..null",
    "first evidence withdrawn, 1-3:A 2:A, 0 1..3|1 2..2|1 3..null",
    "restored twice, 1:A 2-3:B 4-5:C, 0 1..2|1 2..3|0 3..4|2 4..5|0 5..null",
    "withdrawn on the day of a correction, 1:A 2-3:B 3:C, 0 1..2|1 2..3|2 3..null",
    "restored is the first that said so, 1:A 2:A 3-4:B, 0 1..3|1 2..2|2 3..4|0 4..null",
    "the earlier file of the day is restored, 1:A 1-2:B, 0 1..1|1 1..2|0 2..null",
  })
  void validitiesAreThoseOfTheStory(String story, String records, String rows) {
    List<Said> said = new ArrayList<>();
    for (String record : records.split(" ", -1)) {
      String[] dayAndContent = record.split(":", -1);
      String[] days = dayAndContent[0].split("-", -1);
      said.add(
          new Said(
              Integer.parseInt(days[0]),
              days.length == 1 ? null : Integer.valueOf(days[1]),
              dayAndContent[1]));
    }
    assertThat(
            Timeline.of(said).stream()
                .sorted(Comparator.comparingInt(Validity::from).thenComparingInt(Validity::said))
                .map(v -> v.said() + " " + v.from() + ".." + v.to()))
        .containsExactly(rows.split("\\|", -1));
  }
}
