package citybrain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.simulation.file.WorkbookFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void xlsxCarriesNoTimeOfWriting() throws IOException {
    Path file = folder.resolve("a").resolve("b.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("表").createRow(0).createCell(0).setCellValue("青岛");
      WorkbookFile.write(workbook, file, LocalDate.of(2018, 1, 20));
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      assertThat(entries)
          .isNotEmpty()
          .allSatisfy(
              entry ->
                  assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0)));
      byte[] core = zip.getInputStream(zip.getEntry("docProps/core.xml")).readAllBytes();
      assertThat(new String(core, StandardCharsets.UTF_8).split("2018-01-20T00:00:00Z", -1))
          .hasSize(3);
    }
    assertThat(WorkbookCells.shown(file, "表", "A1")).isEqualTo("青岛");
  }

  @Test
  void biff8CarriesNoDocumentProperties() throws IOException {
    Path file = folder.resolve("a.xls");
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("表").createRow(0).createCell(0).setCellValue("青岛");
      WorkbookFile.write(workbook, file);
    }
    try (POIFSFileSystem parts = new POIFSFileSystem(file.toFile(), true)) {
      assertThat(parts.getRoot().getEntryNames()).containsExactly("Workbook");
    }
    assertThat(WorkbookCells.shown(file, "表", "A1")).isEqualTo("青岛");
  }
}
