package citybrain.intake.reading;

import static citybrain.intake.reading.FileReadingFixture.accepted;
import static citybrain.intake.reading.FileReadingFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import citybrain.intake.reading.ConformedRow.Outcome;
import citybrain.intake.reading.WholeFile.Accepted;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The tables of education that are laid out for print, as messy as a department sends them. */
class PrintedEducationTablesTest {

  /** Figures of 青政字〔2020〕16号附件3五: 财政性职业教育经费总投入 and 生均拨款, in 万元. */
  @Test
  void fundingOfItemsByYearIsReadInYuan() throws IOException {
    byte[] content =
        Workbooks.xlsx(
            "经费投入",
            sheet ->
                sheet
                    .row(1, "青岛市职业教育经费投入情况表")
                    .merge("A1:G1")
                    .row(2, "序号", "项目", "学段", "2019年", "", "2020年", "")
                    .row(3, "", "", "", "预算数", "执行数", "预算数", "执行数")
                    .merge("A2:A3")
                    .merge("B2:B3")
                    .merge("C2:C3")
                    .merge("D2:E2")
                    .merge("F2:G2")
                    .row(4, "", "", "单位", "万元", "万元", "万元", "万元")
                    .row(5, "一", "财政性职业教育经费总投入", "职业教育", "—", 380231, 391600, "")
                    .row(6, "二", "　　其中：市本级专项", "职业教育", "", "44,616", 39249, "")
                    .row(7, "三", "生均拨款", "中职", "", 0.41, 0.41, "")
                    .row(8, "", "合计", "", "", 424847, 430849, "")
                    .row(9, "注：中职生均拨款为全市平均数。")
                    .merge("A9:G9"));

    Accepted accepted = accepted(read("市财政局", "education_funding", content));

    assertThat(accepted.records())
        .extracting(
            r -> r.values().get("item"),
            r -> r.values().get("stage"),
            r -> r.values().get("period"),
            r -> r.values().get("budget"),
            r -> r.values().get("actual"),
            ConformedRow::outcome)
        .containsExactly(
            tuple("public_funding", "vocational", "2019", null, "3802310000", Outcome.ACCEPTED),
            tuple("public_funding", "vocational", "2020", "3916000000", null, Outcome.ACCEPTED),
            tuple("municipal_special", "vocational", "2019", null, "446160000", Outcome.ACCEPTED),
            tuple("municipal_special", "vocational", "2020", "392490000", null, Outcome.ACCEPTED),
            tuple("per_student", "secondary", "2019", null, "4100", Outcome.ACCEPTED),
            tuple("per_student", "secondary", "2020", "4100", null, Outcome.ACCEPTED));
    assertThat(Workbooks.dispositions(accepted))
        .containsExactly(
            "1 TITLE",
            "2 HEADER",
            "3 HEADER",
            "4 UNIT",
            "5 DATA",
            "6 DATA",
            "7 DATA",
            "8 TOTAL",
            "9 FOOTNOTE");
  }

  @Test
  void scoresOfDistrictsSideBySideGiveOneRecordPerItemAndDistrict() throws IOException {
    byte[] content =
        Workbooks.xlsx(
            "评价得分",
            sheet ->
                sheet
                    .row(1, "对区市人民政府履行教育职责评价得分表")
                    .merge("A1:I1")
                    .row(3, "序号", "评价内容", "评价项目", "评价年度", "分值", "市南区", "", "西海岸新区", "")
                    .row(4, "", "", "", "", "", "自评分", "核定分", "自评分", "核定分")
                    .merge("A3:A4")
                    .merge("B3:B4")
                    .merge("C3:C4")
                    .merge("D3:D4")
                    .merge("E3:E4")
                    .merge("F3:G3")
                    .merge("H3:I3")
                    .row(5, 1, "贯彻执行教育方针", "党对教育事业的全面领导", "2020年度", 5, 5, 4.5, "5", "—")
                    .row(6, 2, "", "2.教育优先发展战略的落实", "", 5, 4, 4, 4.8, 4.8)
                    .merge("B5:B6")
                    .merge("D5:D6")
                    .row(7, 20, "整改情况", "督导反馈问题整改情况", "2020年度", "—", "(0.5)", -1, 0, 0)
                    .row(8, "", "", "合计", "", 100, 95, 93, 96, 94)
                    .row(10, "填表：市政府教育督导委员会办公室")
                    .merge("A10:I10"));

    Accepted accepted = accepted(read("市教育局", "district_education_duty", content));

    assertThat(accepted.records())
        .extracting(
            r -> r.values().get("item"),
            r -> r.values().get("area_code"),
            r -> r.values().get("period"),
            r -> r.values().get("full_score"),
            r -> r.values().get("self_score"),
            r -> r.values().get("verified_score"))
        .containsExactly(
            tuple("01", "370202", "2020", "5", "5", "4.5"),
            tuple("01", "370211", "2020", "5", "5", null),
            tuple("02", "370202", "2020", "5", "4", "4"),
            tuple("02", "370211", "2020", "5", "4.8", "4.8"),
            tuple("20", "370202", "2020", null, "-0.5", "-1"),
            tuple("20", "370211", "2020", null, "0", "0"));
    assertThat(accepted.records()).allMatch(r -> r.outcome() == Outcome.ACCEPTED);
  }

  @Test
  void headersOfTwoRowsAreJoinedAndTheirUnitsConverted() throws IOException {
    byte[] content =
        Workbooks.xlsx(
            "降级情形",
            sheet ->
                sheet
                    .row(1, "履行教育职责评价降级情形和可信度")
                    .merge("A1:S1")
                    .row(
                        2,
                        "区市",
                        "评价年度",
                        "一般公共预算教育支出",
                        "",
                        "生均一般公共预算教育支出",
                        "",
                        "义务教育校际均衡达到国家标准",
                        "重大安全事故和校园安全事件数",
                        "师德师风重大问题未履责数",
                        "学生体质健康优良率(%)",
                        "学生近视率(%)",
                        "严重弄虚作假行为数",
                        "自评总分",
                        "核定总分",
                        "可信度",
                        "初评等级",
                        "最终等级",
                        "整改期限",
                        "结果公布日期")
                    .row(3, "", "", "本年(万元)", "上年(万元)", "本年(元)", "上年(元)")
                    .merge("A2:A3")
                    .merge("B2:B3")
                    .merge("C2:D2")
                    .merge("E2:F2")
                    .row(
                        4,
                        "胶州市",
                        "2020年",
                        "251,300.5",
                        260000,
                        "18,200",
                        17900,
                        "是",
                        0,
                        0,
                        "52.1",
                        "61.3%",
                        0,
                        95,
                        90.25,
                        0.95,
                        "优秀",
                        "良好",
                        "2021年3月31日",
                        "／")
                    .row(5, "合计", "", 251300.5, 260000));

    Accepted accepted = accepted(read("市教育局", "district_education_facts", content));

    assertThat(accepted.records()).hasSize(1);
    ConformedRow record = accepted.records().get(0);
    assertThat(record.problems()).isEmpty();
    assertThat(record.values())
        .containsEntry("area_code", "370281")
        .containsEntry("budget_spending", "2513005000")
        .containsEntry("budget_spending_before", "2600000000")
        .containsEntry("budget_per_student", "18200")
        .containsEntry("budget_per_student_before", "17900")
        .containsEntry("is_balanced", "true")
        .containsEntry("fitness_rate", "52.1")
        .containsEntry("myopia_rate", "61.3")
        .containsEntry("credibility", "0.95")
        .containsEntry("grade_before", "excellent")
        .containsEntry("grade", "good")
        .containsEntry("rectified_by", "2021-03-31")
        .doesNotContainKey("published_on");
  }
}
