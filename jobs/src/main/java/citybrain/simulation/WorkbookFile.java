package citybrain.simulation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes workbooks so that equal content gives equal bytes: a file is known by its hash, and POI
 * would stamp it with the time of writing.
 */
final class WorkbookFile {
  /** The first moment that a zip entry can carry. */
  private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private WorkbookFile() {}

  /** Writes BIFF8, which carries no time of writing unless document properties are added. */
  static void write(HSSFWorkbook workbook, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
  }

  /**
   * Writes OOXML.
   *
   * @param savedOn the day the document properties name as day of creation and change
   */
  static void write(XSSFWorkbook workbook, Path file, LocalDate savedOn) throws IOException {
    Instant saved = savedOn.atStartOfDay().toInstant(ZoneOffset.UTC);
    POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
    properties.setCreated(Optional.of(Date.from(saved)));
    properties.setModified(Optional.of(Date.from(saved)));
    ByteArrayOutputStream stamped = new ByteArrayOutputStream();
    workbook.write(stamped);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (ZipInputStream entries =
            new ZipInputStream(new ByteArrayInputStream(stamped.toByteArray()));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        ZipEntry timeless = new ZipEntry(entry.getName());
        timeless.setTimeLocal(ZIP_EPOCH);
        out.putNextEntry(timeless);
        entries.transferTo(out);
        out.closeEntry();
      }
    }
  }
}
