package citybrain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every printed time of the two gazettes of 2020 that names a number, a day or a period, as a rule.
 *
 * <p>Rows say document, place and the printed words; due days are counted by hand on 国办发明电〔2019〕16号
 * as amended (27 September and 10 October 2020 worked, 1 to 8 October off), 〔2020〕27号 (1 to 3
 * January, 11 to 17 February and 3 to 5 April 2021 off) and the notices after them. Words without
 * any (及时, 立即, 定期, 年初) have no due day and are no rule here.
 */
class GazetteTimingTest {
  private static final WorkdayCalendar CALENDAR = WorkdayCalendar.asOf(LocalDate.of(2026, 11, 1));

  @ParameterizedTest(name = "{0} {1} {2}: {3} gives {6}")
  @CsvSource({
    // Tue 1 Sep: 2 to 4 Sep (3), 7 to 11 (8), 14 to 18 (13), 21 to 25 (18), Sun 27 (19), 28 to 30
    // (22), 9 and 10 Oct (24), 12 to 16 (29), 19 (30)
    "青政办发〔2020〕12号, 第十一条, 事故发生之日起30个工作日内, 2020-09-01, 30, WORKDAY, 2020-10-19",
    // Fri 9, Sat 10, 12, 13, 14 Oct
    "青政办发〔2020〕12号, 第十四条第一款, 收到申请材料后5个工作日内, 2020-09-30, 5, WORKDAY, 2020-10-14",
    "青政办发〔2020〕12号, 第十四条第二款, 3个工作日内划入, 2020-10-14, 3, WORKDAY, 2020-10-19",
    // Wed 10, then 11 to 17 Feb off, Thu 18, Fri 19
    "青政办发〔2020〕12号, 第二十五条, 催缴超过3个工作日, 2021-02-09, 3, WORKDAY, 2021-02-19",
    // 21 to 25 Sep (5), Sun 27 (6), 28 to 30 (9), 9 and 10 Oct (11), 12 to 15 (15)
    "青政办字〔2020〕59号, 8.3, 处置结束15个工作日内, 2020-09-18, 15, WORKDAY, 2020-10-15",
    "青政办字〔2020〕59号, 10.2, 至少每2年1次 counted from the last drill, 2020-09-18, 2, YEAR, 2022-09-18",
    "青政发〔2020〕12号, 第13项, 单笔业务可延长至15天, 2020-09-20, 15, DAY, 2020-10-05",
    "青岛市人民政府令第280号, 第十一条第一款, 保存2年以上, 2020-11-01, 2, YEAR, 2022-11-01",
    "青岛市人民政府令第280号, 第十一条第二款, 保存2年以上, 2024-02-29, 2, YEAR, 2026-02-28",
    "青政办字〔2020〕54号, 第2项, 离校2年内, 2019-06-30, 2, YEAR, 2021-06-30",
    "青政办字〔2020〕56号, （四）, 贴息期限不超过6个月, 2020-08-31, 6, MONTH, 2021-02-28",
    "青政办字〔2020〕56号, （十九）, 贴息期6个月, 2020-03-31, 6, MONTH, 2020-09-30",
    "青政办字〔2020〕84号, 一（二）, 3年内, 2020-09-07, 3, YEAR, 2023-09-07",
    "任免 2020-07, 赵海滨, 任期三年, 2020-07-11, 3, YEAR, 2023-07-11",
    "任免 2020-09, 张思峰, 试用期一年, 2020-09-30, 1, YEAR, 2021-09-30",
    "任免 2020-09, 贺未泓, 时间一年, 2020-09-30, 1, YEAR, 2021-09-30",
  })
  void dueAfterAnEvent(
      String document,
      String place,
      String printed,
      LocalDate event,
      int amount,
      CountUnit unit,
      LocalDate expected) {
    TimeLimit limit = new TimeLimit(amount, unit, EventDay.NOT_COUNTED, RestDayRule.STAYS);
    assertThat(new AfterEvent(limit).due(event, CALENDAR)).isEqualTo(DateInterval.on(expected));
  }

  /** The texts print both days of these terms. */
  @ParameterizedTest(name = "{0} {1} {2}: {3} years from {4} end on {5}")
  @CsvSource({
    "青政字〔2020〕23号, 聘任, 聘期3年 自2020年10月1日—2023年9月30日, 3, 2020-10-01, 2023-09-30",
    "青政办发〔2020〕12号, 第三十四条, 2020年8月1日起施行 有效期至2025年7月31日, 5, 2020-08-01, 2025-07-31",
  })
  void termFromAPrintedFirstDay(
      String document,
      String place,
      String printed,
      int years,
      LocalDate first,
      LocalDate expected) {
    assertThat(new AfterEvent(TimeLimit.years(years).withFirstDayCounted()).due(first, CALENDAR))
        .isEqualTo(DateInterval.on(expected));
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3} hours after {4} is {5}")
  @CsvSource({
    "青政办字〔2020〕59号, 5, 1小时内先电话后书面, 1, 2020-07-25T23:20, 2020-07-26T00:20",
    "青政办字〔2020〕59号, 5, 最迟不得晚于1.5小时, 1.5, 2020-07-25T23:20, 2020-07-26T00:50",
    "青政办字〔2020〕59号, 5, 敏感事件也应在1小时内, 1, 2020-10-01T08:05, 2020-10-01T09:05",
    "青政办字〔2020〕61号, 5.2, 1小时内先电话后书面, 1, 2020-12-31T23:59, 2021-01-01T00:59",
    "青政办字〔2020〕61号, 5.2, 最迟不得晚于1.5小时, 1.5, 2020-12-31T23:59, 2021-01-01T01:29",
    "青政办字〔2020〕61号, 5.2, 敏感事件1小时内, 1, 2020-02-29T23:30, 2020-03-01T00:30",
    "青政办发〔2020〕12号, 第十二条, 接受抢救之时起72小时内, 72, 2020-09-30T22:15, 2020-10-03T22:15",
  })
  void dueWithinHours(
      String document,
      String place,
      String printed,
      BigDecimal hours,
      LocalDateTime event,
      LocalDateTime expected) {
    WithinTime rule = WithinTime.hours(hours);
    assertThat(rule.due(event)).isEqualTo(expected);
    assertThat(rule.dependsOnNotices()).isFalse();
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}, or {4} if extended over rest days")
  @CsvSource({
    "青政发〔2020〕13号, 通知, 2020年10月底前, 2020-10-31, 2020-11-02",
    "青政办发〔2020〕17号, 二（一）, 2020年年底前, 2020-12-31, 2020-12-31",
    "青政办发〔2020〕17号, 二（六）, 2021年年底以前, 2021-12-31, 2021-12-31",
    "青政办发〔2020〕17号, 二（七）, 2022年年底以前, 2022-12-31, 2023-01-03",
    "青政办发〔2020〕17号, 二（十）, 2023年年底以前, 2023-12-31, 2024-01-02",
    "青政办发〔2020〕17号, 二（二）, 2024年年底以前, 2024-12-31, 2024-12-31",
    "青政办发〔2020〕17号, 二（一）, 2025年年底前, 2025-12-31, 2025-12-31",
    "青政字〔2020〕16号, 附件2, 2022年年底, 2022-12-31, 2023-01-03",
    "青政办字〔2020〕77号, 四（二）, 2020年8月底前, 2020-08-31, 2020-08-31",
    "青政办字〔2020〕62号, 二（一）2, 7月底前, 2020-07-31, 2020-07-31",
    "青政办字〔2020〕62号, 二（一）3, 8月底前, 2020-08-31, 2020-08-31",
    "青政办字〔2020〕62号, 一, 2020年9月10日前, 2020-09-10, 2020-09-10",
    "青政办字〔2020〕54号, 第1项, 延长至2021年4月30日, 2021-04-30, 2021-04-30",
    "青政办字〔2020〕54号, 第1项, 延长执行到2020年6月底, 2020-06-30, 2020-06-30",
    "青政办字〔2020〕56号, 末段, 有效期至2020年12月31日, 2020-12-31, 2020-12-31",
    "青政办字〔2020〕65号, 一（三）, 到2021年年底, 2021-12-31, 2021-12-31",
  })
  void dueOnAPrintedDay(
      String document, String place, String printed, LocalDate on, LocalDate extended) {
    assertThat(new FixedDate(on, RestDayRule.STAYS).due(CALENDAR)).isEqualTo(DateInterval.on(on));
    assertThat(new FixedDate(on, RestDayRule.EXTENDS).due(CALENDAR))
        .isEqualTo(DateInterval.on(extended));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void dueInEveryPeriod(
      String printed, Cycle cycle, PeriodRule rule, String from, String to, List<String> expected) {
    LocalDate first = LocalDate.parse(from);
    LocalDate last = LocalDate.parse(to);
    assertThat(new Schedule(cycle, rule, first, null).occurrences(first, last, CALENDAR))
        .extracting(Schedule.Occurrence::due)
        .containsExactlyElementsOf(
            expected.stream().map(day -> DateInterval.on(LocalDate.parse(day))).toList());
  }

  /** First day in force, last day looked at, and the due days of the periods that end within. */
  static Stream<Arguments> dueInEveryPeriod() {
    return Stream.of(
        // After Q3: 9, 10, 12 to 16, 19 to 21 Oct; after Q4: 4 to 8, 11 to 15 Jan; after Q1: 1, 2,
        // 6 to
        // 9, 12 to 15 Apr; after Q2: 1, 2, 5 to 9, 12 to 14 Jul
        Arguments.of(
            "青政办发〔2020〕12号第八条 每季度终了后10个工作日内",
            Cycle.QUARTER,
            new AfterPeriodEnd(TimeLimit.workdays(10)),
            "2020-08-01",
            "2021-06-30",
            List.of("2020-10-21", "2021-01-15", "2021-04-15", "2021-07-14")),
        // The last one in force; 1 to 4, 7 to 11, 14 Jul
        Arguments.of(
            "青政办发〔2020〕12号第二十二条 每季度终了后10个工作日内",
            Cycle.QUARTER,
            new AfterPeriodEnd(TimeLimit.workdays(10)),
            "2025-06-01",
            "2025-07-31",
            List.of("2025-07-14")),
        // 2024 is a leap year
        Arguments.of(
            "青政办发〔2020〕12号第二十二条 每年2月底前, 上年度",
            Cycle.YEAR,
            new DayOfYear(Month.FEBRUARY, DayOfYear.LAST_DAY_OF_MONTH, 1, RestDayRule.STAYS),
            "2020-08-01",
            "2023-12-31",
            List.of("2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29")),
        Arguments.of(
            "青政办发〔2020〕17号三（二） 每季度最后一个月20日前",
            Cycle.QUARTER,
            new DayOfPeriod(3, 20, RestDayRule.STAYS),
            "2020-09-11",
            "2021-06-30",
            List.of("2020-09-20", "2020-12-20", "2021-03-20", "2021-06-20")),
        // 20 Sep and 20 Dec 2020 and 20 Jun 2021 are Sundays, 20 Mar 2021 is a Saturday
        Arguments.of(
            "the same, extended over rest days",
            Cycle.QUARTER,
            new DayOfPeriod(3, 20, RestDayRule.EXTENDS),
            "2020-09-11",
            "2021-06-30",
            List.of("2020-09-21", "2020-12-21", "2021-03-22", "2021-06-21")),
        Arguments.of(
            "青政办发〔2020〕17号三（二） 每年12月20日前",
            Cycle.YEAR,
            new DayOfYear(Month.DECEMBER, 20, 0, RestDayRule.STAYS),
            "2020-09-11",
            "2021-12-31",
            List.of("2020-12-20", "2021-12-20")),
        Arguments.of(
            "青政办字〔2020〕62号三（二） 2020年9月30日前，每月25日",
            Cycle.MONTH,
            new DayOfPeriod(1, 25, RestDayRule.STAYS),
            "2020-07-09",
            "2020-09-30",
            List.of("2020-07-25", "2020-08-25", "2020-09-25")),
        // Read as once in two calendar years from the plan's year; the other reading is two years
        // after the last drill, above
        Arguments.of(
            "青政办字〔2020〕59号10.2 至少每2年组织1次",
            Cycle.TWO_YEARS,
            AfterPeriodEnd.onLastDay(),
            "2020-07-06",
            "2023-12-31",
            List.of("2021-12-31", "2023-12-31")),
        Arguments.of(
            "青政办字〔2020〕61号10.2 至少每2年组织一次",
            Cycle.TWO_YEARS,
            AfterPeriodEnd.onLastDay(),
            "2020-07-06",
            "2021-12-31",
            List.of("2021-12-31")),
        Arguments.of(
            "青政字〔2020〕16号四（二） 每2年评选一次",
            Cycle.TWO_YEARS,
            AfterPeriodEnd.onLastDay(),
            "2020-06-30",
            "2022-12-31",
            List.of("2021-12-31")),
        Arguments.of(
            "青政办字〔2020〕63号一（四）15 每三年核定一次",
            Cycle.THREE_YEARS,
            AfterPeriodEnd.onLastDay(),
            "2020-07-14",
            "2025-12-31",
            List.of("2022-12-31", "2025-12-31")),
        Arguments.of(
            "青政办字〔2020〕63号二（一） 每年开展一次",
            Cycle.YEAR,
            AfterPeriodEnd.onLastDay(),
            "2020-07-14",
            "2021-12-31",
            List.of("2020-12-31", "2021-12-31")),
        Arguments.of(
            "青政发〔2020〕12号三（一） 每年组织评估",
            Cycle.YEAR,
            AfterPeriodEnd.onLastDay(),
            "2020-09-20",
            "2021-12-31",
            List.of("2020-12-31", "2021-12-31")),
        // The season's last day
        Arguments.of(
            "青政办字〔2020〕87号三（二） 每年6月、7月、8月",
            Cycle.YEAR,
            new DayOfYear(Month.AUGUST, DayOfYear.LAST_DAY_OF_MONTH, 0, RestDayRule.STAYS),
            "2020-09-16",
            "2021-12-31",
            List.of("2020-08-31", "2021-08-31")));
  }
}
