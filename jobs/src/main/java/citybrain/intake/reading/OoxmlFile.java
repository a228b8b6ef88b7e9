package citybrain.intake.reading;

import citybrain.intake.reading.FileEvidence.FileFormat;
import com.github.pjfanning.xlsx.CloseableIterator;
import com.github.pjfanning.xlsx.SharedStringsImplementationType;
import com.github.pjfanning.xlsx.StreamingReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/** An .xlsx workbook, read row by row. */
final class OoxmlFile {
  /** Rows the reader holds at a time. */
  private static final int ROWS_HELD = 50;

  private OoxmlFile() {}

  /** Texts of a workbook that are held in memory; more of them go to a temporary file. */
  private static final long TEXTS_IN_MEMORY = 64L << 20;

  /**
   * Opens a workbook.
   *
   * @param sharedStringBytes of the part that holds the texts
   * @param before put before the names of its sheets
   */
  static SourceFile open(DeliveredBytes bytes, long sharedStringBytes, String before)
      throws UnreadableFileException, IOException {
    Workbook workbook;
    try {
      StreamingReader.Builder reader =
          StreamingReader.builder()
              .rowCacheSize(ROWS_HELD)
              .setSharedStringsImplementationType(
                  sharedStringBytes > TEXTS_IN_MEMORY
                      ? SharedStringsImplementationType.TEMP_FILE_BACKED
                      : SharedStringsImplementationType.POI_READ_ONLY)
              .setReadSharedFormulas(false);
      Optional<File> file = bytes.file();
      workbook = file.isPresent() ? reader.open(file.get()) : reader.open(bytes.open(0));
    } catch (IOException | RuntimeException e) {
      // Wrong parts, wrong XML and wrong relations each have their own runtime exception.
      throw unreadable(e);
    }
    return new SourceFile(
        new FileEvidence(FileFormat.OOXML, "", "", 100, "zip container with a workbook part"),
        sheets(workbook, before),
        workbook);
  }

  private static UnreadableFileException unreadable(Exception e) {
    return UnreadableFileException.of(
        "FORMAT_UNKNOWN", "is a zip container without a readable workbook", Biff8File.SAVE_AS, e);
  }

  private static List<SourceSheet> sheets(Workbook workbook, String before)
      throws UnreadableFileException {
    List<SourceSheet> sheets = new ArrayList<>();
    try {
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        boolean isHidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
        sheets.add(new OoxmlSheet(workbook.getSheetAt(i), before, isHidden));
      }
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
    return sheets;
  }

  /** A sheet of which some rows are in memory. */
  private static final class OoxmlSheet extends SourceSheet {
    private final Sheet sheet;
    private @Nullable List<MergedRegion> merged;
    private final Set<Integer> hiddenColumns = new LinkedHashSet<>();

    OoxmlSheet(Sheet sheet, String before, boolean isHidden) {
      super(before + sheet.getSheetName(), false, isHidden);
      this.sheet = sheet;
    }

    /** They stand behind the rows: the first call reads the sheet to its end. */
    @Override
    List<MergedRegion> merged() {
      if (merged == null) {
        int width = 0;
        try (CloseableIterator<Row> rows = iterator()) {
          while (rows.hasNext()) {
            width = Math.max(width, rows.next().getLastCellNum());
          }
          merged = Spreadsheet.merged(sheet.getMergedRegions());
          for (int column = 0; column < width; column++) {
            if (sheet.isColumnHidden(column)) {
              hiddenColumns.add(column);
            }
          }
        } catch (IOException | RuntimeException e) {
          throw broken(e);
        }
      }
      return merged;
    }

    @Override
    Set<Integer> hiddenColumns() {
      merged();
      return hiddenColumns;
    }

    private CloseableIterator<Row> iterator() {
      return (CloseableIterator<Row>) sheet.iterator();
    }

    private UnreadableContentException broken(Exception e) {
      return new UnreadableContentException(
          UnreadableFileException.of(
              "FORMAT_UNKNOWN",
              "has a sheet " + name() + " that cannot be read to its end",
              Biff8File.SAVE_AS,
              e));
    }

    @Override
    RowCursor rows() {
      CloseableIterator<Row> rows;
      try {
        rows = iterator();
      } catch (RuntimeException e) {
        throw broken(e);
      }
      return new RowCursor() {
        private boolean isHidden;

        @Override
        public boolean hasNext() {
          try {
            return rows.hasNext();
          } catch (RuntimeException e) {
            throw broken(e);
          }
        }

        @Override
        public DeliveredRow next() {
          try {
            Row row = rows.next();
            isHidden = row.getZeroHeight();
            return Spreadsheet.row(name(), row);
          } catch (RuntimeException e) {
            throw broken(e);
          }
        }

        @Override
        public boolean isHidden() {
          return isHidden;
        }

        @Override
        public void close() {
          try {
            rows.close();
          } catch (IOException | RuntimeException e) {
            throw broken(e);
          }
        }
      };
    }
  }
}
