package citybrain.simulation;

import citybrain.simulation.Field.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVRecord;

/**
 * The education bureau's yearly reports on the indicators of the three-year action plan.
 *
 * <p>Grain: one file per calendar year that lies wholly in the span, delivered in the March after
 * it; one row per indicator and industry; one column per year from 2020 to the reported one. A
 * value moves from its 2019 starting point by a yearly drift with noise; a few values are corrected
 * in the report of the next year. Null rule: an indicator without a starting point is never
 * reported and stays empty.
 *
 * <p>Source of starting points marked {@code gazette}: 青政字〔2020〕16号 附件3, column 2019. Drifts and
 * noise are assumed.
 */
final class IndicatorReports {
  static final int FIRST_YEAR = 2020;
  static final String SHEET = "指标完成情况";

  private static final int BASE_YEAR = 2019;
  private static final double CORRECTED_SHARE = 0.03;
  private static final double CORRECTION_SIZE = 0.02;
  private static final double PERCENT = 100;

  private IndicatorReports() {}

  static List<ExtractTable> of(
      SimulationRequest request, RandomStreams streams, OfficeDays officeDays) throws IOException {
    int lastYear =
        request.to().getMonthValue() == 12 ? request.to().getYear() : request.to().getYear() - 1;
    List<Line> lines = linesUntil(lastYear, streams);
    List<ExtractTable> reports = new ArrayList<>();
    for (int year = FIRST_YEAR; year <= lastYear; year++) {
      if (!YearMonth.of(year, 1).isBefore(request.from())) {
        reports.add(report(year, lines, streams, officeDays));
      }
    }
    return reports;
  }

  private static ExtractTable report(
      int year, List<Line> lines, RandomStreams streams, OfficeDays officeDays) {
    int day = 5 + streams.of("indicator_report/delivery", year).nextInt(20);
    LocalDate deliveredOn = officeDays.onOrAfter(LocalDate.of(year + 1, 3, day));
    List<Field> fields =
        new ArrayList<>(
            List.of(
                Field.optional("序号", Kind.TEXT),
                Field.optional(IndicatorReportLayout.SECTION, Kind.TEXT),
                Field.requiredCode("指标", "中职学校满意度"),
                Field.optionalCode("产业", "低空经济"),
                Field.requiredCode("单位", "套")));
    for (int reported = FIRST_YEAR; reported <= year; reported++) {
      fields.add(Field.optional(reported + "年", Kind.AMOUNT));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Line line : lines) {
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(rows.size() + 1));
      row.addAll(List.of(line.section(), line.indicator(), line.industry(), line.unit()));
      for (int reported = FIRST_YEAR; reported <= year; reported++) {
        row.add(line.valueOf(reported, year));
      }
      rows.add(row);
    }
    String fileName = "职业教育指标完成情况" + ExtractTable.SIMULATED + "数据" + year + "年.xlsx";
    return new ExtractTable(
        "市教育局",
        "indicator_report",
        deliveredOn,
        fileName,
        fields,
        rows,
        new IndicatorReportLayout(SHEET));
  }

  private static List<Line> linesUntil(int lastYear, RandomStreams streams) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (CSVRecord parameters :
        ResourceTable.rows("/citybrain/simulation/education-indicators.csv")) {
      RandomGenerator random = streams.of("indicator_report", lines.size());
      lines.add(
          new Line(
              parameters.get("section"),
              parameters.get("indicator"),
              parameters.get("industry"),
              parameters.get("unit"),
              pathOf(parameters, lastYear, random)));
    }
    return lines;
  }

  /** Values from {@link #FIRST_YEAR} on; empty for an indicator that is never reported. */
  private static List<Reported> pathOf(CSVRecord parameters, int lastYear, RandomGenerator random) {
    List<Reported> path = new ArrayList<>();
    if (parameters.get("start_2019").isEmpty()) {
      return path;
    }
    double start = Double.parseDouble(parameters.get("start_2019"));
    double drift = Double.parseDouble(parameters.get("yearly_drift_percent")) / PERCENT;
    double noise = Double.parseDouble(parameters.get("noise_percent")) / PERCENT;
    int decimals = Integer.parseInt(parameters.get("decimals"));
    for (int year = FIRST_YEAR; year <= lastYear; year++) {
      double value =
          start * Math.pow(1 + drift, year - BASE_YEAR) * (1 + noise * random.nextGaussian());
      boolean isCorrected = random.nextDouble() < CORRECTED_SHARE;
      double corrected = isCorrected ? value * (1 - CORRECTION_SIZE) : value;
      path.add(new Reported(rounded(value, decimals), rounded(corrected, decimals)));
    }
    return path;
  }

  private static String rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * @param first as the report of the year itself says
   * @param later as all later reports say
   */
  private record Reported(String first, String later) {}

  private record Line(
      String section, String indicator, String industry, String unit, List<Reported> path) {
    String valueOf(int year, int reportYear) {
      if (path.isEmpty()) {
        return "";
      }
      Reported reported = path.get(year - FIRST_YEAR);
      return year == reportYear ? reported.first() : reported.later();
    }
  }
}
