package citybrain.intake.reading;

import citybrain.intake.reading.DeliveredRow.Disposition;
import citybrain.intake.reading.SourceSheet.MergedRegion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * Rows and cells of a workbook, BIFF8 or OOXML, as verbatim text. Formulas give their stored
 * results; none is computed.
 */
final class Spreadsheet {
  /** What a spreadsheet keeps of a number; digits beyond are noise of binary fractions. */
  private static final MathContext SPREADSHEET_PRECISION = new MathContext(15);

  private Spreadsheet() {}

  static DeliveredRow row(String sheet, Row row) {
    List<String> cells = new ArrayList<>();
    int last = Math.max(row.getLastCellNum(), (short) 0);
    for (int column = 0; column < last; column++) {
      cells.add(verbatim(row.getCell(column)));
    }
    return new DeliveredRow(sheet, row.getRowNum() + 1, cells, Disposition.UNREAD);
  }

  static List<MergedRegion> merged(Collection<CellRangeAddress> ranges) {
    return ranges.stream()
        .map(
            range ->
                new MergedRegion(
                    range.getFirstRow() + 1,
                    range.getLastRow() + 1,
                    range.getFirstColumn(),
                    range.getLastColumn()))
        .toList();
  }

  /** Addresses such as {@code A6:A7}, by the 1-based row they start in. */
  static Map<Integer, List<String>> addressesByFirstRow(Collection<MergedRegion> merged) {
    return merged.stream()
        .collect(
            Collectors.groupingBy(
                MergedRegion::firstRow,
                Collectors.mapping(Spreadsheet::address, Collectors.toList())));
  }

  private static String address(MergedRegion region) {
    return new CellRangeAddress(
            region.firstRow() - 1, region.lastRow() - 1, region.firstColumn(), region.lastColumn())
        .formatAsString();
  }

  private static String verbatim(@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getRichStringCellValue().getString();
      case NUMERIC -> number(cell);
      case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
      case ERROR -> error(cell);
      case BLANK, FORMULA, _NONE -> "";
    };
  }

  /** The streaming reader gives the error of a formula as text only. */
  private static String error(Cell cell) {
    return cell.getCellType() == CellType.FORMULA && !(cell instanceof HSSFCell)
        ? cell.getStringCellValue().replaceFirst("^ERROR: ", "")
        : FormulaError.forInt(cell.getErrorCellValue()).getString();
  }

  private static String number(Cell cell) {
    CellStyle style = cell.getCellStyle();
    String format = style == null ? "" : String.valueOf(style.getDataFormatString());
    if (DateUtil.isCellDateFormatted(cell)) {
      LocalDateTime time = cell.getLocalDateTimeCellValue();
      if (time != null) {
        return date(time, format.toLowerCase(Locale.ROOT));
      }
    }
    BigDecimal value = BigDecimal.valueOf(cell.getNumericCellValue()).round(SPREADSHEET_PRECISION);
    boolean isPercent = format.contains("%");
    String text = plain(isPercent ? value.movePointRight(2) : value);
    return isPercent ? text + "%" : text;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** A date whose format shows no day, or no month, names a month or a year. */
  private static String date(LocalDateTime time, String format) {
    if (format.contains("d") || format.contains("h")) {
      return time.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? time.toLocalDate().toString()
          : time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
    return format.contains("m")
        ? time.getYear() + "年" + time.getMonthValue() + "月"
        : time.getYear() + "年";
  }
}
