package citybrain.serving.feedback;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** Styles of one workbook, each made once: a workbook holds a limited number of them. */
final class CopyStyles {
  /** How a cell is marked. */
  enum Mark {
    NONE(0, 0),
    ERROR(0xFFC7CE, 0x9C0006),
    WARNING(0xFFEB9C, 0x7F4F00);

    private final int fill;
    private final int ink;

    Mark(int fill, int ink) {
      this.fill = fill;
      this.ink = ink;
    }
  }

  private record Key(Mark mark, String format, boolean isQuoted) {}

  private final Workbook workbook;
  private final Map<Key, CellStyle> styles = new HashMap<>();
  private final Map<Mark, Font> inks = new HashMap<>();

  CopyStyles(Workbook workbook) {
    this.workbook = workbook;
  }

  /**
   * @param format number format
   * @param isQuoted the cell is text whatever it looks like
   */
  CellStyle of(Mark mark, String format, boolean isQuoted) {
    return styles.computeIfAbsent(new Key(mark, format, isQuoted), this::newStyle);
  }

  private CellStyle newStyle(Key key) {
    XSSFCellStyle style = (XSSFCellStyle) workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
    style.setQuotePrefixed(key.isQuoted());
    if (key.mark() != Mark.NONE) {
      fill(style, key.mark().fill);
      style.setFont(inks.computeIfAbsent(key.mark(), this::ink));
    }
    return style;
  }

  private Font ink(Mark mark) {
    XSSFFont font = font();
    font.setColor(color(mark.ink));
    return font;
  }

  /** A font as unmarked cells have it: a new one has neither name nor size. */
  private XSSFFont font() {
    Font normal = workbook.getFontAt(0);
    XSSFFont font = (XSSFFont) workbook.createFont();
    font.setFontName(normal.getFontName());
    font.setFontHeightInPoints(normal.getFontHeightInPoints());
    return font;
  }

  /** Sentences that go over several lines. */
  CellStyle wrapped() {
    CellStyle style = workbook.createCellStyle();
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  /** Printed, a sheet is as wide as a page lying on its side. */
  static void printOnePageWide(Sheet sheet) {
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  CellStyle heading() {
    CellStyle style = workbook.createCellStyle();
    Font font = font();
    font.setBold(true);
    font.setFontHeightInPoints((short) 16);
    style.setFont(font);
    return style;
  }

  CellStyle columnHeading() {
    XSSFCellStyle style = (XSSFCellStyle) workbook.createCellStyle();
    Font font = font();
    font.setBold(true);
    style.setFont(font);
    style.setWrapText(true);
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    fill(style, 0xDDEBF7);
    return style;
  }

  CellStyle link() {
    CellStyle style = workbook.createCellStyle();
    XSSFFont font = font();
    font.setUnderline(Font.U_SINGLE);
    font.setColor(color(0x0563C1));
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private static void fill(XSSFCellStyle style, int color) {
    style.setFillForegroundColor(color(color));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private static XSSFColor color(int rgb) {
    return new XSSFColor(
        new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb},
        new DefaultIndexedColorMap());
  }
}
