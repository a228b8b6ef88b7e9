package citybrain.services;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.services.Grading.Status;
import citybrain.services.Grading.Trigger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Boundaries of 青政办字〔2020〕59号 1.6 (metro) and 61号 1.6 (bridge): 以上 includes the number, 以下 does
 * not. A minus stands for a fact that was not delivered.
 */
final class GradingTest {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 1);

  @ParameterizedTest(name = "metro {0}: {1} dead, {2} injured, {3} yuan, {4} hours is {5}")
  @CsvSource({
    "59号1.6 死亡,       1,   0,         0,    0, IV",
    "59号1.6 死亡,       2,   0,         0,    0, IV",
    "59号1.6 死亡,       3,   0,         0,    0, III",
    "59号1.6 死亡,       9,   0,         0,    0, III",
    "59号1.6 死亡,      10,   0,         0,    0, II",
    "59号1.6 死亡,      29,   0,         0,    0, II",
    "59号1.6 死亡,      30,   0,         0,    0, I",
    "59号1.6 重伤,       0,   1,         0,    0, IV",
    "59号1.6 重伤,       0,   9,         0,    0, IV",
    "59号1.6 重伤,       0,  10,         0,    0, III",
    "59号1.6 重伤,       0,  49,         0,    0, III",
    "59号1.6 重伤,       0,  50,         0,    0, II",
    "59号1.6 重伤,       0,  99,         0,    0, II",
    "59号1.6 重伤,       0, 100,         0,    0, I",
    "59号1.6 损失,       0,   0,    500000,    0, IV",
    "59号1.6 损失,       0,   0, 9999999.99,   0, IV",
    "59号1.6 损失,       0,   0,  10000000,    0, III",
    "59号1.6 损失,       0,   0, 49999999.99,  0, III",
    "59号1.6 损失,       0,   0,  50000000,    0, II",
    "59号1.6 损失,       0,   0, 99999999.99,  0, II",
    "59号1.6 损失,       0,   0, 100000000,    0, I",
    "59号1.6 中断行车,   0,   0,         0,    2, IV",
    "59号1.6 中断行车,   0,   0,         0,  5.9, IV",
    "59号1.6 中断行车,   0,   0,         0,    6, III",
    "59号1.6 中断行车,   0,   0,         0, 23.9, III",
    "59号1.6 中断行车,   0,   0,         0,   24, II",
    "59号1.6 中断行车无Ⅰ级, 0, 0,        0,  999, II",
    "59号1.6 任一标准取高, 1, 10, 50000000,    2, II",
    "59号1.6 任一标准取高, 30, 0,        0,    0, I",
  })
  void metroGradesByTheHighestOfAnyCriterion(
      String source, String deaths, String injured, String loss, String hours, EventGrade grade) {
    Grading grading = metro(deaths, injured, loss, hours);

    assertThat(grading.grade()).isEqualTo(grade);
    assertThat(grading.status()).isEqualTo(Status.GRADED);
    assertThat(grading.otherGrade()).isNull();
    assertThat(grading.reasonZh()).endsWith("定为" + grade.zh());
  }

  @ParameterizedTest(name = "bridge {0}: {1} dead, {2} injured, {3} yuan is {4}, also printed {5}")
  @CsvSource({
    "61号1.6.1,            2,  0,         0, IV,",
    "61号1.6.2,            3,  0,         0, III,",
    "61号1.6.4,            0, 100,        0, I,",
    "61号1.6.1和1.6.2重叠, 0,  0,   1000000, III, IV",
    "61号1.6.1和1.6.2重叠, 0,  0,   5000000, III, IV",
    "61号1.6.1和1.6.2重叠, 0,  0, 9999999.99, III, IV",
    "61号1.6.2,            0,  0,  10000000, III,",
    "61号1.6.2,            0,  0, 49999999.99, III,",
    "61号1.6.3,            0,  0,  50000000, II,",
    "61号1.6.4,            0,  0, 100000000, I,",
    "死亡已定较大,         3,  0,   5000000, III,",
    "重伤已定重大,         0, 50,   5000000, II,",
    "死亡为一般,           2,  0,   5000000, III, IV",
  })
  void bridgeShowsTheGradeItsPrintAlsoGives(
      String source,
      String deaths,
      String injured,
      String loss,
      EventGrade grade,
      @Nullable EventGrade other) {
    Grading grading = bridge(deaths, injured, loss, null, null, null);

    assertThat(grading.grade()).isEqualTo(grade);
    assertThat(grading.otherGrade()).isEqualTo(other);
  }

  @Test
  void overlapIsToldInThePlansOwnWords() {
    Grading grading = bridge("0", "0", "5000000", null, null, null);

    assertThat(grading.reasonZh())
        .contains(
            "直接经济损失500万元同时合较大（Ⅲ级）标准“100萬元以上5000萬元以下直接經濟損失”"
                + "和一般（Ⅳ级）标准“100萬元以上1000萬元以下直接經濟損失”，预案两级重叠，照印未改，从严取高")
        .contains("定为较大（Ⅲ级）");
    assertThat(grading.triggers())
        .extracting(Trigger::grade, Trigger::fact)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(EventGrade.III, "direct_loss"),
            org.assertj.core.groups.Tuple.tuple(EventGrade.IV, "direct_loss"));
  }

  @Test
  void overlapIsToldWhereAnotherFactDecidesToo() {
    assertThat(bridge("12", "0", "5000000", null, null, null).reasonZh())
        .startsWith("死亡12人，合重大（Ⅱ级）标准“造成10人以上30人以下死亡”")
        .contains("预案两级重叠");
  }

  @Test
  void everyCriterionMetIsATrigger() {
    Grading grading = metro("1", "10", "50000000", "2");

    assertThat(grading.triggers())
        .extracting(t -> t.grade() + " " + t.fact() + " " + t.observed() + " " + t.unit())
        .containsExactly(
            "II direct_loss 50000000 yuan",
            "III serious_injuries 10 person",
            "IV deaths 1 person",
            "IV interruption_hours 2 hour");
    assertThat(grading.triggers().get(1).printed()).isEqualTo("10人以上50人以下重傷");
  }

  @ParameterizedTest(name = "{0}: {1} yuan, {2} hours is no grade")
  @CsvSource({
    "59号1.6 损失50万元以下, 499999.99, 0",
    "59号1.6 中断2小时以下,          0, 1.9",
    "59号1.6 二者均不足,     499999.99, 1.9",
  })
  void lessThanTheLowestGradeIsNoGradeAndSaysWhatTheLetterGives(
      String source, String loss, String hours) {
    Grading grading = metro("0", "0", loss, hours);

    assertThat(grading.grade()).isNull();
    assertThat(grading.status()).isEqualTo(Status.BELOW_LOWEST);
    // 3人以下 and 10人以下 have no lower end: nobody hurt is IV by the letter.
    assertThat(grading.otherGrade()).isEqualTo(EventGrade.IV);
    assertThat(grading.triggers()).isEmpty();
    assertThat(grading.reasonZh())
        .isEqualTo("各项事实均未达到最低一级标准，不定级；死亡、重伤标准未印下限，无人伤亡按字面也合一般（Ⅳ级），是否定级预案未写明");
  }

  @ParameterizedTest(name = "{0}: at least {5}, missing {6}")
  @CsvSource({
    "什么也不知道,             -, -, -, -,     , 死亡、重伤、直接经济损失、连续中断行车",
    "死亡未报不是无人死亡,     -, 0, 0, 0,     , 死亡",
    "损失未报可能更高,        12, 0, -, 0,   II, 直接经济损失",
    "中断未报可能为较大,       2, 0, 0, -,   IV, 连续中断行车",
    "中断未报可能为重大,       3, 0, 0, -,  III, 连续中断行车",
  })
  void missingFactThatCouldRaiseTheGradeLeavesNone(
      String source,
      String deaths,
      String injured,
      String loss,
      String hours,
      @Nullable EventGrade atLeast,
      String missing) {
    Grading grading = metro(deaths, injured, loss, hours);

    assertThat(grading.grade()).isNull();
    assertThat(grading.status()).isEqualTo(Status.NOT_ASSESSABLE);
    assertThat(grading.atLeast()).isEqualTo(atLeast);
    assertThat(grading.reasonZh()).startsWith(missing + "未报，可能使级别更高，无法定级");
  }

  @ParameterizedTest(name = "{0}: {5}")
  @CsvSource({
    "无更高级别,             30, -, -, -,  I",
    "中断行车最高为重大,     10, 0, 0, -,  II",
  })
  void missingFactThatCannotRaiseTheGradeIsToldAndDoesNoHarm(
      String source, String deaths, String injured, String loss, String hours, EventGrade grade) {
    Grading grading = metro(deaths, injured, loss, hours);

    assertThat(grading.grade()).isEqualTo(grade);
    assertThat(grading.missing()).contains(EventFact.INTERRUPTION_HOURS);
    assertThat(grading.reasonZh()).contains("未报，不影响定级");
  }

  @Test
  void bridgeDoesNotAskForTheInterruptionOfTrains() {
    Grading grading = bridge("3", "0", "0", null, null, null);

    assertThat(grading.missing()).isEmpty();
    assertThat(grading.reasonZh()).contains("事件类别、损伤或通行影响程度未报，该项标准未计入");
  }

  @ParameterizedTest(name = "61号1.6 {0}, {1} damage, {2} impact is {3}")
  @CsvSource({
    "natural,  slight,   slight,       IV",
    "natural,  moderate, considerable, III",
    "security, severe,   severe,       II",
    "natural,  extreme,  impassable,   I",
    // Both are asked for: the lesser of the two decides.
    "natural,  severe,   slight,       IV",
    "natural,  slight,   impassable,   IV",
    "natural,  extreme,  severe,       II",
    // Printed for natural causes and human acts, not for accidents.
    "accident, severe,   severe,       ",
    "natural,  severe,   ,             ",
  })
  void bridgeGradesByDamageAndImpactTogether(
      String cause, @Nullable String damage, @Nullable String impact, @Nullable EventGrade grade) {
    assertThat(bridge("0", "0", "0", cause, damage, impact).grade()).isEqualTo(grade);
  }

  @ParameterizedTest(name = "on {0}: {1}")
  @CsvSource({"2020-07-05, NOT_ASSESSABLE", "2020-07-06, GRADED"})
  void planGradesFromItsFirstDayInForce(LocalDate day, Status status) {
    Grading grading =
        Grading.of(Plans.reportedAs("rail"), facts("3", "0", "0", "0", null, null, null), day);

    assertThat(grading.status()).isEqualTo(status);
    if (status == Status.NOT_ASSESSABLE) {
      assertThat(grading.reasonZh()).contains("预案自2020-07-06起施行");
    }
  }

  @ParameterizedTest(name = "declared {0} against {1} dead and {2} yuan of loss: {3}")
  @CsvSource({
    "III, 3, 0,       AGREES",
    "IV,  3, 0,       DIFFERS",
    "II,  3, 0,       DIFFERS",
    "III, 0, 5000000, AGREES",
    "IV,  0, 5000000, AGREES_WITH_OTHER_GRADE",
    "IV,  0, 0,       AGREES_WITH_OTHER_GRADE",
    "III, 0, 0,       DIFFERS",
    // What is known gives II already, whatever the loss was.
    "IV, 12, -,       DIFFERS",
    "I,  12, -,       NOT_ASSESSABLE",
    ",    3, 0,       NOT_ASSESSABLE",
  })
  void declaredGradeIsHeldAgainstTheComputedOne(
      @Nullable EventGrade declared, String deaths, String loss, InitialGradeCheck check) {
    assertThat(InitialGradeCheck.of(declared, bridge(deaths, "0", loss, null, null, null)))
        .isEqualTo(check);
  }

  private static Grading metro(String deaths, String injured, String loss, String hours) {
    return Grading.of(
        Plans.reportedAs("rail"), facts(deaths, injured, loss, hours, null, null, null), DAY);
  }

  private static Grading bridge(
      String deaths,
      String injured,
      String loss,
      @Nullable String cause,
      @Nullable String damage,
      @Nullable String impact) {
    return Grading.of(
        Plans.reportedAs("bridge"), facts(deaths, injured, loss, "-", cause, damage, impact), DAY);
  }

  private static EventFacts facts(
      String deaths,
      String injured,
      String loss,
      String hours,
      @Nullable String cause,
      @Nullable String damage,
      @Nullable String impact) {
    Map<EventFact, BigDecimal> numbers = new EnumMap<>(EventFact.class);
    put(numbers, EventFact.DEATHS, deaths);
    put(numbers, EventFact.SERIOUS_INJURIES, injured);
    put(numbers, EventFact.DIRECT_LOSS, loss);
    put(numbers, EventFact.INTERRUPTION_HOURS, hours);
    return new EventFacts(numbers, cause, damage, impact);
  }

  private static void put(Map<EventFact, BigDecimal> numbers, EventFact fact, String value) {
    if (!value.equals("-")) {
      numbers.put(fact, new BigDecimal(value));
    }
  }
}
