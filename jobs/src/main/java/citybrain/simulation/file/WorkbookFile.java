package citybrain.simulation.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes workbooks so that equal content gives equal bytes: a file is known by its hash, and POI
 * would stamp it with the time of writing.
 */
public final class WorkbookFile {
  /** The first moment that a zip entry can carry. */
  public static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private WorkbookFile() {}

  /** Writes BIFF8, which carries no time of writing unless document properties are added. */
  public static void write(HSSFWorkbook workbook, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      workbook.write(out);
    }
  }

  /**
   * Writes OOXML.
   *
   * @param savedOn the day the document properties name as day of creation and change
   */
  public static void write(XSSFWorkbook workbook, Path file, LocalDate savedOn) throws IOException {
    stamp(workbook, savedOn);
    writeTimeless(workbook, file);
  }

  /** Writes OOXML whose rows went to disk as they were made. */
  public static void write(SXSSFWorkbook workbook, Path file, LocalDate savedOn)
      throws IOException {
    stamp(workbook.getXSSFWorkbook(), savedOn);
    writeTimeless(workbook, file);
  }

  private static void stamp(XSSFWorkbook workbook, LocalDate savedOn) {
    Instant saved = savedOn.atStartOfDay().toInstant(ZoneOffset.UTC);
    POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
    properties.setCreated(Optional.of(Date.from(saved)));
    properties.setModified(Optional.of(Date.from(saved)));
  }

  private static void writeTimeless(Workbook workbook, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path stamped = Files.createTempFile("workbook", ".xlsx");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(stamped))) {
        workbook.write(out);
      }
      try (ZipFile entries = new ZipFile(stamped.toFile());
          ZipOutputStream out =
              new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
        for (ZipEntry entry : Collections.list(entries.entries())) {
          ZipEntry timeless = new ZipEntry(entry.getName());
          timeless.setTimeLocal(ZIP_EPOCH);
          out.putNextEntry(timeless);
          try (InputStream content = entries.getInputStream(entry)) {
            content.transferTo(out);
          }
          out.closeEntry();
        }
      }
    } finally {
      Files.delete(stamped);
    }
  }
}
