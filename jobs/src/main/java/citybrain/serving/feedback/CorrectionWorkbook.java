package citybrain.serving.feedback;

import citybrain.contract.Contract;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFDrawing;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The copy of one delivery: its sheets as delivered, cells to correct marked and commented, and
 * before them a sheet that says what to do.
 *
 * <p>Rows come in the order of the file and go to disk as they come. Only comments, merged regions
 * and links stay in memory until the end, and of comments and links there is a largest number.
 */
final class CorrectionWorkbook implements Closeable {
  /** Rows kept in memory of each sheet. */
  private static final int WINDOW = 100;

  /** About 60 MB; the problems beyond them are told on the first sheet. */
  private static final int MAX_COMMENTS = 20_000;

  /** Nobody reads more in a comment; the first sheet has all. */
  private static final int MAX_COMMENT_CHARACTERS = 1_000;

  private static final int COMMENT_COLUMNS = 4;
  private static final int COMMENT_ROWS = 8;
  private static final String COMMENT_AUTHOR = "数据质量";

  /** Rows looked at for the width of columns. */
  private static final int MEASURED_ROWS = 200;

  private static final int NARROWEST = 8;
  private static final int WIDEST = 40;
  private static final int WIDTH_UNIT = 256;

  /** A header further down is not frozen: it would leave no room for rows. */
  private static final int LAST_FROZEN_ROW = 12;

  private static final String ORIGINAL_ROW = "原行号";
  private static final int MAX_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
  private static final int MAX_COLUMNS = SpreadsheetVersion.EXCEL2007.getMaxColumns();

  private final Delivery delivery;
  private final @Nullable Contract contract;
  private final boolean isExcerpt;
  private final int firstColumn;
  private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, WINDOW, true);
  private final CopyStyles styles = new CopyStyles(workbook);
  private final SheetNames names = new SheetNames(NoteSheet.NAME);
  private final NoteSheet note;
  private final Map<String, SheetCopy> sheets = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private int comments;

  /**
   * @param contract of the extract; null when there is none
   * @param isExcerpt the delivery is so large that only rows to correct are given, each with the
   *     number it had before it
   */
  CorrectionWorkbook(Delivery delivery, @Nullable Contract contract, boolean isExcerpt) {
    this.delivery = delivery;
    this.contract = contract;
    this.isExcerpt = isExcerpt;
    this.firstColumn = isExcerpt ? 1 : 0;
    this.note = new NoteSheet(workbook.createSheet(NoteSheet.NAME), styles, delivery, contract);
  }

  /** Adds the next row of the file. */
  void add(CopyRow row) {
    SheetCopy sheet = sheets.get(row.sheet());
    if (sheet == null) {
      sheet = newSheet(row);
      sheets.put(row.sheet(), sheet);
    }
    sheet.add(row);
  }

  /** A sheet of ours in a delivery that is a copy itself is not copied again. */
  private SheetCopy newSheet(CopyRow first) {
    boolean isOurs =
        first.sheet().startsWith(NoteSheet.NAME)
            && !first.cells().isEmpty()
            && first.cells().get(0).equals(NoteSheet.TITLE);
    return new SheetCopy(isOurs ? null : workbook.createSheet(names.of(first.sheet())));
  }

  /**
   * Writes the workbook.
   *
   * @param problems of the delivery, in its order, as many as the first sheet shall list
   * @param count of all problems of the delivery
   */
  void write(List<ReportedProblem> problems, long count, OutputStream out) throws IOException {
    sheets.values().forEach(SheetCopy::finish);
    note.write(problems, count, isExcerpt, leftOut, this::place);
    workbook.setActiveSheet(0);
    workbook.write(out);
  }

  /** Where a problem's mark is. */
  private NoteSheet.@Nullable Place place(ReportedProblem problem) {
    SheetCopy sheet = sheets.get(problem.sheet());
    return sheet == null ? null : sheet.place(problem);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  /** One sheet while it is copied. */
  private final class SheetCopy {
    private final @Nullable SXSSFSheet sheet;
    private final HeaderColumns headers = new HeaderColumns(contract, delivery.deliveredOn());
    private final Map<Integer, Integer> widths = new TreeMap<>();
    private final Map<ReportedProblem, String> places = new HashMap<>();
    private int listedPlaces;
    private final List<CellRangeAddress> covering = new ArrayList<>();
    private @Nullable SXSSFDrawing drawing;
    private int lastRow = -1;
    private int measured;
    private int frozen;

    SheetCopy(@Nullable SXSSFSheet sheet) {
      this.sheet = sheet;
    }

    void add(CopyRow row) {
      if (sheet == null) {
        return;
      }
      int index = isExcerpt ? lastRow + 1 : row.row() - 1;
      List<CellContent> contents = row.cells().stream().map(CellContent::of).toList();
      String unfit = unfit(index, contents);
      if (!unfit.isEmpty()) {
        leftOut.add(
            (row.sheet().isEmpty() ? "" : "工作表「" + row.sheet() + "」")
                + "第%d行：%s".formatted(row.row(), unfit));
        return;
      }
      if (row.isHeader()) {
        headers.add(row.cells());
        if (index < LAST_FROZEN_ROW && frozen == index) {
          frozen = index + 1;
        }
      } else if (frozen == index && !row.isRecord() && index < LAST_FROZEN_ROW) {
        // Titles above the header stay in sight with it.
        frozen = index + 1;
      }
      lastRow = index;
      merge(sheet, index, row);
      write(sheet, index, row, contents);
    }

    /** An excerpt has rows side by side that were far from each other: nothing is merged there. */
    private void merge(SXSSFSheet sheet, int index, CopyRow row) {
      covering.removeIf(range -> range.getLastRow() < index);
      if (isExcerpt) {
        return;
      }
      for (String range : row.merged()) {
        CellRangeAddress region = CellRangeAddress.valueOf(range);
        sheet.addMergedRegionUnsafe(region);
        covering.add(region);
      }
    }

    private boolean isSeen(int row, int column) {
      return covering.stream()
          .filter(range -> range.isInRange(row, column))
          .allMatch(range -> range.getFirstRow() == row && range.getFirstColumn() == column);
    }

    private String unfit(int index, List<CellContent> contents) {
      if (index >= MAX_ROWS) {
        return "超出工作表的最大行数%d".formatted(MAX_ROWS);
      }
      if (contents.size() + firstColumn > MAX_COLUMNS) {
        return "共%d列，超出工作表的最大列数%d".formatted(contents.size(), MAX_COLUMNS);
      }
      for (int i = 0; i < contents.size(); i++) {
        if (!contents.get(i).fits()) {
          return "第%d列的文字超过%d个字符".formatted(i + 1, CellContent.MAX_CHARACTERS);
        }
      }
      return "";
    }

    private void write(SXSSFSheet sheet, int index, CopyRow row, List<CellContent> contents) {
      Row target = sheet.createRow(index);
      Map<Integer, List<ReportedProblem>> marked = new TreeMap<>();
      for (ReportedProblem problem : row.problems()) {
        if (!problem.isOfWholeFile()) {
          int column = seenColumn(index, problem);
          marked.computeIfAbsent(column, c -> new ArrayList<>()).add(problem);
          if (listedPlaces < NoteSheet.MAX_LISTED) {
            listedPlaces++;
            places.put(problem, new CellReference(index, column + firstColumn).formatAsString());
          }
        }
      }
      if (isExcerpt) {
        writeOriginalRow(target, row);
      }
      boolean isMeasured = measured < MEASURED_ROWS && row.cells().size() > 1;
      measured++;
      for (int i = 0; i < contents.size(); i++) {
        CopyStyles.Mark mark = mark(marked.get(i));
        write(target, i + firstColumn, contents.get(i), mark);
        if (isMeasured) {
          widths.merge(
              i + firstColumn,
              TextWidth.of(NoteSheet.shortened(contents.get(i).text(), WIDEST)),
              Math::max);
        }
      }
      marked.forEach(
          (column, problems) -> {
            if (column >= contents.size()) {
              target
                  .createCell(column + firstColumn)
                  .setCellStyle(styles.of(mark(problems), "General", false));
            }
            comment(sheet, index, column + firstColumn, problems);
          });
    }

    private void writeOriginalRow(Row target, CopyRow row) {
      if (row.isHeader()) {
        target.createCell(0).setCellValue(ORIGINAL_ROW);
      } else if (!row.problems().isEmpty()) {
        target.createCell(0).setCellValue(row.row());
      }
    }

    private void write(Row target, int column, CellContent content, CopyStyles.Mark mark) {
      boolean isQuoted = content.kind() == CellContent.Kind.NEUTRALISED;
      boolean isPlain = mark == CopyStyles.Mark.NONE && content.numberFormat().equals("General");
      if (content.kind() == CellContent.Kind.BLANK && isPlain) {
        return;
      }
      Cell cell = target.createCell(column);
      if (!isPlain || isQuoted) {
        cell.setCellStyle(styles.of(mark, content.numberFormat(), isQuoted));
      }
      switch (content.kind()) {
        case BLANK -> {}
        case NUMBER -> cell.setCellValue(Double.parseDouble(content.text()));
        case TEXT, NEUTRALISED -> cell.setCellValue(content.text());
      }
    }

    /** Under a merged region a mark would be hidden: the first cell that is seen has it then. */
    private int seenColumn(int row, ReportedProblem problem) {
      int column = column(problem);
      while (!isSeen(row, column) && column < MAX_COLUMNS - 1) {
        column++;
      }
      return column;
    }

    /** The cell meant, or the first of the row when the row is meant. */
    private int column(ReportedProblem problem) {
      String address = problem.cell();
      int column =
          address != null
              ? new CellReference(address).getCol()
              : headers.indexOf(problem.column()).orElse(0);
      return column < 0 || column + firstColumn >= MAX_COLUMNS ? 0 : column;
    }

    private void comment(SXSSFSheet sheet, int row, int column, List<ReportedProblem> problems) {
      if (comments >= MAX_COMMENTS) {
        return;
      }
      comments++;
      if (drawing == null) {
        drawing = sheet.createDrawingPatriarch();
      }
      ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
      int left = Math.min(column + 1, MAX_COLUMNS - COMMENT_COLUMNS - 1);
      anchor.setCol1(left);
      anchor.setCol2(left + COMMENT_COLUMNS);
      anchor.setRow1(Math.min(row, MAX_ROWS - COMMENT_ROWS - 1));
      anchor.setRow2(anchor.getRow1() + COMMENT_ROWS);
      Comment comment = drawing.createCellComment(anchor);
      comment.setAddress(row, column);
      comment.setAuthor(COMMENT_AUTHOR);
      comment.setString(workbook.getCreationHelper().createRichTextString(commentText(problems)));
    }

    private String commentText(List<ReportedProblem> problems) {
      StringBuilder text = new StringBuilder();
      for (ReportedProblem problem : problems) {
        text.append(text.isEmpty() ? "" : "\n\n")
            .append(problem.isError() ? "【错误】" : "【请核对】")
            .append(problem.reasonZh())
            .append("\n【怎么改】")
            .append(problem.remedyZh())
            .append("\n【依据】")
            .append(note.basis(problem));
      }
      return CellContent.escaped(NoteSheet.shortened(text.toString(), MAX_COMMENT_CHARACTERS));
    }

    NoteSheet.@Nullable Place place(ReportedProblem problem) {
      if (sheet == null || problem.isOfWholeFile()) {
        return null;
      }
      String address = places.get(problem);
      return address == null ? null : new NoteSheet.Place(sheet.getSheetName(), address);
    }

    void finish() {
      if (sheet == null) {
        return;
      }
      CopyStyles.printOnePageWide(sheet);
      if (frozen > 0) {
        sheet.createFreezePane(0, frozen);
      }
      widths.forEach(
          (column, width) ->
              sheet.setColumnWidth(
                  column, Math.min(WIDEST, Math.max(NARROWEST, width + 2)) * WIDTH_UNIT));
      // Identity numbers are text on purpose: no green corner on each of them.
      workbook
          .getXSSFWorkbook()
          .getSheet(sheet.getSheetName())
          .addIgnoredErrors(
              new CellRangeAddress(
                  0,
                  Math.max(0, lastRow),
                  0,
                  Math.max(0, widths.keySet().stream().max(Integer::compare).orElse(0))),
              IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    }
  }

  private static CopyStyles.Mark mark(@Nullable List<ReportedProblem> problems) {
    if (problems == null) {
      return CopyStyles.Mark.NONE;
    }
    return problems.stream().anyMatch(ReportedProblem::isError)
        ? CopyStyles.Mark.ERROR
        : CopyStyles.Mark.WARNING;
  }
}
