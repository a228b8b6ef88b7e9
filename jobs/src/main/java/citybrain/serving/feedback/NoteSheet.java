package citybrain.serving.feedback;

import citybrain.contract.Contract;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a copy: what became of the delivery, how to correct it, and the list of its
 * problems.
 *
 * <p>The intake reads the corrected workbook with this sheet inside and must find no table in it:
 * each cell is a sentence, or stands in brackets that no header of a contract has.
 */
final class NoteSheet {
  static final String NAME = "更正说明";
  static final String TITLE = "数据更正说明";

  /** Problems listed; all are in the marks, and a longer list is read by nobody. */
  static final int MAX_LISTED = 10_000;

  private static final int MAX_LINKS = 10_000;
  private static final int MAX_LEFT_OUT_NAMED = 20;
  private static final int MAX_VALUE_CHARACTERS = 200;
  private static final int MAX_REASON_CHARACTERS = 1_000;
  private static final int WIDTH_UNIT = 256;
  private static final int[] WIDTHS = {7, 16, 16, 20, 44, 36, 10, 36};
  private static final List<String> HEADINGS =
      List.of("【序号】", "【位置】", "【列】", "【原值】", "【问题】", "【怎么改】", "【程度】", "【依据】");

  private static final int POINTS_A_LINE = 16;

  /** As high as a row can be. */
  private static final int MAX_POINTS = 409;

  /** A marked cell. */
  record Place(String sheet, String address) {}

  private final SXSSFSheet sheet;
  private final Delivery delivery;
  private final @Nullable Contract contract;
  private final CellStyle wrapped;
  private final CellStyle heading;
  private final CellStyle columnHeading;
  private final CellStyle link;
  private final CellStyle error;
  private final CellStyle warning;
  private int next;

  NoteSheet(SXSSFSheet sheet, CopyStyles styles, Delivery delivery, @Nullable Contract contract) {
    this.sheet = sheet;
    this.delivery = delivery;
    this.contract = contract;
    this.wrapped = styles.wrapped();
    this.heading = styles.heading();
    this.columnHeading = styles.columnHeading();
    this.link = styles.link();
    this.error = styles.of(CopyStyles.Mark.ERROR, "General", false);
    this.warning = styles.of(CopyStyles.Mark.WARNING, "General", false);
    CopyStyles.printOnePageWide(sheet);
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * WIDTH_UNIT);
    }
  }

  /** Check and contract a problem is judged by. */
  String basis(ReportedProblem problem) {
    return "检查 "
        + problem.checkId()
        + (contract == null ? "（没有对应的数据合同）" : "，数据合同 " + contract.path());
  }

  /** The text, cut to so many characters with a mark of the cut. */
  static String shortened(String text, int characters) {
    if (text.length() <= characters) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(characters - 2)) ? 2 : 1;
    return text.substring(0, characters - end) + "…";
  }

  void write(
      List<ReportedProblem> problems,
      long count,
      boolean isExcerpt,
      List<String> leftOut,
      Function<ReportedProblem, @Nullable Place> places) {
    row(TITLE, heading);
    String title = contract == null ? "" : "（" + contract.titleZh() + "）";
    sentence("报送单位：" + delivery.department());
    sentence("报表：" + delivery.extract() + title);
    sentence("报送日期：" + delivery.deliveredOn());
    sentence("原文件：" + delivery.fileName());
    next++;
    outcome();
    sentence("一、标红的单元格有错误，其所在记录未入库，请改正；标黄的单元格已入库，但数值可疑，请核对，属实则不必改。");
    sentence("二、把鼠标移到标色的单元格上，可以看到原因、改法和依据。整行有问题时，标在该行第一个看得见的单元格。下面的清单列出全部问题，点“位置”即可跳转。");
    sentence("三、直接在本文件中改，不要增删、移动行列，不要改动工作表名称。批注、颜色和本页不必删除，文件可原样重新报送。");
    sentence(
        "四、改好后报送到 %s/%s/〈重新报送的日期〉/，只有改过的记录会变化，其余记录不受影响。"
            .formatted(delivery.department(), delivery.extract()));
    sentence("五、以“'”开头的文字（如“'-”“'=A1”）是为防止被当作公式执行而加的，读取时自动去掉，不必处理。");
    if (isExcerpt) {
      sentence("六、原文件行数很多，本副本只列出需要更正的行，第一列“原行号”是该行在原文件中的行号。未列出的记录已入库，不必重报。");
    }
    leftOut(leftOut);
    next++;
    list(problems, count, places);
  }

  private void outcome() {
    String reason = delivery.reason();
    if (!delivery.isRefused() || reason == null) {
      return;
    }
    sentence("★ 该文件未被接收，其中的数据都没有入库：" + RefusalText.title(reason), error);
    RefusalText.details(reason).forEach(detail -> sentence("　　· " + detail, error));
    sentence("　　系统记录：" + shortened(reason, MAX_REASON_CHARACTERS));
    next++;
  }

  private void leftOut(List<String> leftOut) {
    if (leftOut.isEmpty()) {
      return;
    }
    next++;
    sentence("★ 以下%d行电子表格放不下，本副本中没有，请在原文件中更正后重新报送：".formatted(leftOut.size()), error);
    leftOut.stream().limit(MAX_LEFT_OUT_NAMED).forEach(row -> sentence("　　· " + row));
    if (leftOut.size() > MAX_LEFT_OUT_NAMED) {
      sentence("　　· 等等");
    }
  }

  private void list(
      List<ReportedProblem> problems,
      long count,
      Function<ReportedProblem, @Nullable Place> places) {
    if (problems.isEmpty()) {
      return;
    }
    sentence(
        count > problems.size()
            ? "问题清单（共%d个，列出前%d个，其余见各表中的标色单元格）：".formatted(count, problems.size())
            : "问题清单（共%d个）：".formatted(count));
    Row headings = sheet.createRow(next++);
    for (int i = 0; i < HEADINGS.size(); i++) {
      Cell cell = headings.createCell(i);
      cell.setCellValue(HEADINGS.get(i));
      cell.setCellStyle(columnHeading);
    }
    int number = 1;
    for (ReportedProblem problem : problems) {
      listed(number++, problem, places.apply(problem));
    }
  }

  private void listed(int number, ReportedProblem problem, @Nullable Place place) {
    Row row = sheet.createRow(next++);
    text(row, 0, "第" + number + "个", wrapped);
    Cell position = text(row, 1, position(problem, place), wrapped);
    if (place != null && number <= MAX_LINKS) {
      Hyperlink target =
          sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      target.setAddress("'" + place.sheet().replace("'", "''") + "'!" + place.address());
      position.setHyperlink(target);
      position.setCellStyle(link);
    }
    text(row, 2, bracketed(problem.column()), wrapped);
    text(row, 3, bracketed(shortened(problem.value(), MAX_VALUE_CHARACTERS)), wrapped);
    text(row, 4, reason(problem), wrapped);
    text(row, 5, remedy(problem) + "。", wrapped);
    text(row, 6, problem.isError() ? "【错误】" : "【请核对】", problem.isError() ? error : warning);
    text(row, 7, basis(problem), wrapped);
    int lines = 1;
    for (Cell cell : row) {
      lines = Math.max(lines, lines(cell.getStringCellValue(), WIDTHS[cell.getColumnIndex()]));
    }
    setHeight(row, lines);
  }

  private static String reason(ReportedProblem problem) {
    return problem.isOfWholeFile()
        ? RefusalText.title(problem.reasonZh())
        : shortened(problem.reasonZh(), MAX_REASON_CHARACTERS) + "。";
  }

  private static String remedy(ReportedProblem problem) {
    return problem.isOfWholeFile() ? RefusalText.remedy(problem.reasonZh()) : problem.remedyZh();
  }

  private static String position(ReportedProblem problem, @Nullable Place place) {
    if (problem.isOfWholeFile()) {
      return "【整个文件】";
    }
    if (place == null) {
      return "原文件第" + problem.row() + "行";
    }
    return "「" + place.sheet() + "」" + place.address();
  }

  /** Not every program fits the height of a row to its text. */
  private static int lines(String text, int width) {
    return text.lines().mapToInt(line -> TextWidth.of(line) / width + 1).sum();
  }

  private static void setHeight(Row row, int lines) {
    row.setHeightInPoints((float) Math.min(Math.max(lines, 1) * POINTS_A_LINE, MAX_POINTS));
  }

  private static String bracketed(String text) {
    return text.isEmpty() ? "" : "「" + text + "」";
  }

  private static Cell text(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(CellContent.escaped(text));
    cell.setCellStyle(style);
    return cell;
  }

  private void sentence(String text) {
    sentence(text, wrapped);
  }

  private void sentence(String text, CellStyle style) {
    Row row = row(text, style);
    sheet.addMergedRegionUnsafe(
        new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, WIDTHS.length - 1));
    setHeight(row, lines(text, IntStream.of(WIDTHS).sum()));
  }

  private Row row(String text, CellStyle style) {
    Row row = sheet.createRow(next++);
    text(row, 0, text, style);
    return row;
  }
}
