package citybrain.simulation;

import citybrain.simulation.file.DelimitedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * Real published figures, re-keyed into the files that the statistics bureau would send.
 *
 * <p>Grain: one file per table and delivery. Units are written as the bureau writes them (亿元, 亿美元,
 * %). Null rule: a figure that was not published is empty, a dash or an ellipsis, never a number.
 * The files are not simulated and their names do not say so. Equal input gives equal bytes.
 *
 * <p>Source: the CSV files under {@code citybrain/published} and the README beside them.
 */
public final class PublishedExtracts {
  private static final String DEPARTMENT = "市统计局";
  private static final String ANNUAL = "stat_annual";
  private static final String MONTHLY = "stat_monthly";

  private static final LocalDate NATIONAL_DELIVERY = LocalDate.of(2018, 1, 20);
  private static final LocalDate ANNUAL_DELIVERY = LocalDate.of(2025, 3, 20);
  private static final LocalDate HOUSE_PRICE_DELIVERY = LocalDate.of(2026, 3, 20);

  private static final List<String> LONG_FORM =
      List.of("指标名称", "地区", "时期", "单位", "当期值", "累计值", "同比增长(%)", "累计同比增长(%)", "数据来源");

  private PublishedExtracts() {}

  /**
   * Writes all files beneath {@code landing}, replacing files of the same name.
   *
   * @return the files written, in the order of writing
   */
  public static List<Path> write(Path landing) throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(writeAnnual(landing));
    files.add(writeRetail(landing));
    files.add(writeExports(landing));
    files.add(writeIndustrialGrowth(landing));
    files.addAll(writePressReleases(landing));
    files.add(writeHousePrices(landing));
    return files;
  }

  private static Path writeAnnual(Path landing) throws IOException {
    Path file = file(landing, ANNUAL, ANNUAL_DELIVERY, "青岛市历年统计资料.xls");
    AnnualWorkbook.write(file, PublishedSeries.QINGDAO_ANNUAL.rows());
    return file;
  }

  private static Path writeRetail(Path landing) throws IOException {
    Path file = file(landing, MONTHLY, NATIONAL_DELIVERY, "社会消费品零售总额.xlsx");
    RetailWorkbook.write(file, PublishedSeries.NATIONAL_RETAIL_SALES.rows(), NATIONAL_DELIVERY);
    return file;
  }

  private static Path writeExports(Path landing) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (CSVRecord row : PublishedSeries.NATIONAL_EXPORTS.rows()) {
      String month = month(row);
      rows.add(List.of("出口总额", "全国", month, "亿美元", row.get("value"), "", "", "", "海关总署"));
    }
    return writeLongForm(file(landing, MONTHLY, NATIONAL_DELIVERY, "出口总额.csv"), rows);
  }

  private static Path writeIndustrialGrowth(Path landing) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (CSVRecord row : PublishedSeries.NATIONAL_INDUSTRIAL_GROWTH.rows()) {
      String period = row.get("year") + "年" + row.get("period");
      rows.add(List.of("规模以上工业增加值", "全国", period, "%", "", "", row.get("yoy"), "", "国家统计局"));
    }
    return writeLongForm(file(landing, MONTHLY, NATIONAL_DELIVERY, "规模以上工业增加值增速.csv"), rows);
  }

  /** One file per day of publication: each figure is known from the day it was printed. */
  private static List<Path> writePressReleases(Path landing) throws IOException {
    SortedMap<LocalDate, List<List<String>>> byDay = new TreeMap<>();
    for (CSVRecord row : PublishedSeries.QINGDAO_PRESS_RELEASES.rows()) {
      String day = row.get("published_on");
      byDay
          .computeIfAbsent(LocalDate.parse(day), unused -> new ArrayList<>())
          .add(
              List.of(
                  row.get("indicator"),
                  "青岛",
                  row.get("period"),
                  row.get("unit"),
                  row.get("value"),
                  "",
                  row.get("yoy"),
                  row.get("ytd_yoy"),
                  row.get("publisher") + "," + day));
    }
    List<Path> files = new ArrayList<>();
    for (Map.Entry<LocalDate, List<List<String>>> release : byDay.entrySet()) {
      Path file = file(landing, MONTHLY, release.getKey(), "青岛市经济运行情况.csv");
      files.add(writeLongForm(file, release.getValue()));
    }
    return files;
  }

  private static Path writeHousePrices(Path landing) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (CSVRecord row : PublishedSeries.QINGDAO_HOUSE_PRICE_INDEX.rows()) {
      String indicator = row.get("indicator");
      rows.add(
          List.of(indicator, "青岛", month(row), "上月=100", row.get("value"), "", "", "", "国家统计局"));
    }
    return writeLongForm(file(landing, MONTHLY, HOUSE_PRICE_DELIVERY, "青岛市住宅销售价格指数.csv"), rows);
  }

  private static Path writeLongForm(Path file, List<List<String>> rows) throws IOException {
    DelimitedFile.write(file, DelimitedFile.Encoding.GB18030, LONG_FORM, rows);
    return file;
  }

  private static String month(CSVRecord row) {
    return row.get("year") + "年" + row.get("month") + "月";
  }

  private static Path file(Path landing, String extract, LocalDate deliveredOn, String name) {
    return landing
        .resolve(DEPARTMENT)
        .resolve(extract)
        .resolve(deliveredOn.toString())
        .resolve(name);
  }
}
