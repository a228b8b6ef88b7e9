package citybrain.intake.reading;

import citybrain.intake.reading.DeliveredRow.Disposition;
import citybrain.intake.reading.FileEvidence.FileFormat;
import citybrain.intake.reading.SourceSheet.MergedRegion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.IOUtils;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook, BIFF8 or OOXML, to verbatim rows of all its sheets. Formulas give their stored
 * results; none is computed.
 */
final class WorkbookReader {
  private static final byte[] OLE2 = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  /** An OLE2 container is made of whole sectors; the library would pad a cut one with zeros. */
  private static final int SECTOR_BYTES = 512;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] ZIP_END = {'P', 'K', 5, 6};

  /** A zip's end record and the longest comment that may follow it. */
  private static final int ZIP_END_WITHIN = 22 + 65_535;

  /** What a spreadsheet keeps of a number; digits beyond are noise of binary fractions. */
  private static final MathContext SPREADSHEET_PRECISION = new MathContext(15);

  private static final String RESEND = "Deliver the whole file again.";
  private static final String SAVE_AS = "Save it as .xlsx without a password and deliver it again.";

  private WorkbookReader() {}

  static boolean isWorkbook(byte[] content) {
    return startsWith(content, OLE2) || startsWith(content, ZIP);
  }

  static SourceFile read(byte[] content) throws UnreadableFileException {
    return startsWith(content, OLE2) ? biff8(content) : ooxml(content);
  }

  private static SourceFile biff8(byte[] content) throws UnreadableFileException {
    if (content.length % SECTOR_BYTES != 0) {
      throw new UnreadableFileException(
          "FILE_TRUNCATED", "is an .xls container that ends inside a sector", RESEND);
    }
    POIFSFileSystem container;
    try {
      container = new POIFSFileSystem(new ByteArrayInputStream(content));
      readAll(container.getRoot());
    } catch (IOException | RuntimeException e) {
      // The library throws many kinds of exceptions on a container that ends early.
      throw unreadable("FILE_TRUNCATED", "is an incomplete .xls container", RESEND, e);
    }
    try (container;
        HSSFWorkbook workbook = new HSSFWorkbook(container)) {
      return new SourceFile(
          new FileEvidence(FileFormat.BIFF8, "", "", 100, "OLE2 container with a workbook stream"),
          sheets(workbook));
    } catch (EncryptedDocumentException e) {
      throw unreadable("FORMAT_UNKNOWN", "is protected by a password", SAVE_AS, e);
    } catch (OldExcelFormatException e) {
      throw unreadable("FORMAT_UNKNOWN", "is of an Excel older than 97", SAVE_AS, e);
    } catch (IOException | RuntimeException e) {
      throw unreadable(
          "FORMAT_UNKNOWN", "is an OLE2 container without a readable workbook", SAVE_AS, e);
    }
  }

  /** Reads every stream to its end, because the workbook reader itself stops at what it needs. */
  private static void readAll(DirectoryEntry directory) throws IOException {
    for (Entry entry : directory) {
      if (entry instanceof DirectoryEntry inner) {
        readAll(inner);
      } else if (entry instanceof DocumentEntry document) {
        try (DocumentInputStream stream = new DocumentInputStream(document)) {
          byte[] bytes = IOUtils.toByteArray(stream);
          if (bytes.length != document.getSize()) {
            throw new IOException("Stream " + document.getName() + " ends early");
          }
        }
      }
    }
  }

  private static SourceFile ooxml(byte[] content) throws UnreadableFileException {
    if (!hasZipEnd(content)) {
      throw new UnreadableFileException(
          "FILE_TRUNCATED", "is a zip container without its end", RESEND);
    }
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      return new SourceFile(
          new FileEvidence(FileFormat.OOXML, "", "", 100, "zip container with a workbook part"),
          sheets(workbook));
    } catch (IOException | RuntimeException e) {
      // Wrong parts, wrong XML and wrong relations each have their own runtime exception.
      throw unreadable(
          "FORMAT_UNKNOWN", "is a zip container without a readable workbook", SAVE_AS, e);
    }
  }

  private static boolean hasZipEnd(byte[] content) {
    int from = Math.max(0, content.length - ZIP_END_WITHIN);
    for (int i = content.length - ZIP_END.length; i >= from; i--) {
      if (matchesAt(content, i, ZIP_END)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] content, byte[] mark) {
    return content.length >= mark.length && matchesAt(content, 0, mark);
  }

  private static boolean matchesAt(byte[] content, int at, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (content[at + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static UnreadableFileException unreadable(
      String code, String message, String remedy, Exception cause) {
    UnreadableFileException exception =
        new UnreadableFileException(
            code, message + " (" + cause.getClass().getSimpleName() + ")", remedy);
    exception.initCause(cause);
    return exception;
  }

  private static List<SourceSheet> sheets(Workbook workbook) {
    List<SourceSheet> sheets = new ArrayList<>();
    for (Sheet sheet : workbook) {
      Map<Integer, List<String>> merges =
          sheet.getMergedRegions().stream()
              .collect(
                  Collectors.groupingBy(
                      CellRangeAddress::getFirstRow,
                      Collectors.mapping(CellRangeAddress::formatAsString, Collectors.toList())));
      List<DeliveredRow> rows = new ArrayList<>();
      for (Row row : sheet) {
        List<String> cells = new ArrayList<>();
        int last = Math.max(row.getLastCellNum(), (short) 0);
        for (int column = 0; column < last; column++) {
          cells.add(verbatim(row.getCell(column)));
        }
        rows.add(
            new DeliveredRow(
                sheet.getSheetName(),
                row.getRowNum() + 1,
                cells,
                Disposition.UNREAD,
                merges.getOrDefault(row.getRowNum(), List.of())));
      }
      sheets.add(new SourceSheet(sheet.getSheetName(), rows, merged(sheet)));
    }
    return sheets;
  }

  private static List<MergedRegion> merged(Sheet sheet) {
    List<MergedRegion> regions = new ArrayList<>();
    for (CellRangeAddress range : sheet.getMergedRegions()) {
      regions.add(
          new MergedRegion(
              range.getFirstRow() + 1,
              range.getLastRow() + 1,
              range.getFirstColumn(),
              range.getLastColumn()));
    }
    return regions;
  }

  private static String verbatim(@org.jspecify.annotations.Nullable Cell cell) {
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
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      case BLANK, FORMULA, _NONE -> "";
    };
  }

  private static String number(Cell cell) {
    String format = String.valueOf(cell.getCellStyle().getDataFormatString());
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
