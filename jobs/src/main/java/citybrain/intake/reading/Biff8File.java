package citybrain.intake.reading;

import citybrain.intake.reading.FileEvidence.FileFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.util.IOUtils;

/** An .xls workbook. The format ends at 65,536 rows a sheet, so it is held in memory. */
final class Biff8File {
  static final byte[] MARK = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  static final String SAVE_AS = "Save it as .xlsx without a password and deliver it again.";

  /** A workbook in memory takes some ten times its file. */
  private static final int MAX_BYTES = 48 * 1024 * 1024;

  /** An OLE2 container is made of whole sectors; the library would pad a cut one with zeros. */
  private static final int SECTOR_BYTES = 512;

  private static final String RESEND = "Deliver the whole file again.";

  /** Streams by which other files in the same container are known. */
  private static final String[][] OTHER_STREAMS = {
    {"WordDocument", "a Word or WPS document"},
    {"PowerPoint Document", "a presentation"},
    {"__properties_version1.0", "a mail"},
  };

  private Biff8File() {}

  /**
   * Opens a workbook.
   *
   * @param before put before the names of its sheets
   */
  static SourceFile open(DeliveredBytes bytes, String before)
      throws UnreadableFileException, IOException {
    if (bytes.size() > MAX_BYTES) {
      throw new UnreadableFileException(
          "FILE_TOO_LARGE",
          "is an .xls of %d bytes, at most %d are read".formatted(bytes.size(), MAX_BYTES),
          "Save it as .xlsx or CSV and deliver it again.");
    }
    if (bytes.size() % SECTOR_BYTES != 0) {
      throw new UnreadableFileException(
          "FILE_TRUNCATED", "is an .xls container that ends inside a sector", RESEND);
    }
    POIFSFileSystem container;
    try (InputStream in = bytes.open(0)) {
      container = new POIFSFileSystem(new ByteArrayInputStream(in.readAllBytes()));
      readAll(container.getRoot());
    } catch (IOException | RuntimeException e) {
      // The library throws many kinds of exceptions on a container that ends early.
      throw UnreadableFileException.of(
          "FILE_TRUNCATED", "is an incomplete .xls container", RESEND, e);
    }
    if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
      throw new UnreadableFileException("FORMAT_UNKNOWN", "is protected by a password", SAVE_AS);
    }
    for (String[] other : OTHER_STREAMS) {
      if (container.getRoot().hasEntryCaseInsensitive(other[0])) {
        throw new UnreadableFileException(
            "FORMAT_UNKNOWN",
            "is " + other[1] + ", not a table, whatever its name says",
            "Deliver the table itself, as .xlsx or CSV.");
      }
    }
    try {
      HSSFWorkbook workbook = new HSSFWorkbook(container);
      return new SourceFile(
          new FileEvidence(FileFormat.BIFF8, "", "", 100, "OLE2 container with a workbook stream"),
          sheets(workbook, before),
          workbook);
    } catch (EncryptedDocumentException e) {
      throw UnreadableFileException.of("FORMAT_UNKNOWN", "is protected by a password", SAVE_AS, e);
    } catch (OldExcelFormatException e) {
      throw UnreadableFileException.of(
          "FORMAT_UNKNOWN", "is of an Excel older than 97", SAVE_AS, e);
    } catch (IOException | RuntimeException e) {
      throw UnreadableFileException.of(
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

  private static List<SourceSheet> sheets(HSSFWorkbook workbook, String before) {
    List<SourceSheet> sheets = new ArrayList<>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      boolean isHidden = workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE;
      sheets.add(new Biff8Sheet(workbook.getSheetAt(i), before, isHidden));
    }
    return sheets;
  }

  /** A sheet in memory. */
  private static final class Biff8Sheet extends SourceSheet {
    private final Sheet sheet;

    Biff8Sheet(Sheet sheet, String before, boolean isHidden) {
      super(before + sheet.getSheetName(), false, isHidden);
      this.sheet = sheet;
    }

    @Override
    List<MergedRegion> merged() {
      return Spreadsheet.merged(sheet.getMergedRegions());
    }

    @Override
    Set<Integer> hiddenColumns() {
      Set<Integer> hidden = new LinkedHashSet<>();
      int width = 0;
      for (Row row : sheet) {
        width = Math.max(width, row.getLastCellNum());
      }
      for (int column = 0; column < width; column++) {
        if (sheet.isColumnHidden(column)) {
          hidden.add(column);
        }
      }
      return hidden;
    }

    @Override
    RowCursor rows() {
      Iterator<Row> rows = sheet.iterator();
      return new RowCursor() {
        private boolean isHidden;

        @Override
        public boolean hasNext() {
          return rows.hasNext();
        }

        @Override
        public DeliveredRow next() {
          Row row = rows.next();
          isHidden = row.getZeroHeight();
          return Spreadsheet.row(name(), row);
        }

        @Override
        public boolean isHidden() {
          return isHidden;
        }

        @Override
        public void close() {
          // The workbook is the file's to close.
        }
      };
    }
  }
}
