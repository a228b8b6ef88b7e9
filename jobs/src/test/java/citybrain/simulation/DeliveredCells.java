package citybrain.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** Reads simulated files back, by other means than those that wrote them. */
final class DeliveredCells {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private DeliveredCells() {}

  /** Rows of a CSV with header, by column name. */
  static List<CSVRecord> records(Path file) throws IOException {
    return parse(file, CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get());
  }

  /** Every filled cell of every delivered file, by {@code file|sheet|row|column header}. */
  static SortedMap<String, String> all(Path landing) throws IOException {
    SortedMap<String, String> cells = new TreeMap<>();
    for (Path file : Fingerprints.filesOf(landing)) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(".xlsx")) {
        addSheets(cells, file, name);
      } else if (!file.startsWith(landing.resolve("truth"))) {
        addLines(cells, file, name);
      }
    }
    return cells;
  }

  private static void addLines(SortedMap<String, String> cells, Path file, String name)
      throws IOException {
    List<CSVRecord> lines = parse(file, CSVFormat.RFC4180);
    List<String> header = lines.get(0).toList();
    for (CSVRecord line : lines) {
      for (int column = 0; column < header.size(); column++) {
        if (!line.get(column).isEmpty()) {
          String key = name + "||" + line.getRecordNumber() + "|" + header.get(column);
          cells.put(key, line.get(column));
        }
      }
    }
  }

  private static void addSheets(SortedMap<String, String> cells, Path file, String name)
      throws IOException {
    DataFormatter formatter = new DataFormatter();
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      for (Sheet sheet : workbook) {
        List<String> header = new ArrayList<>();
        sheet.getRow(2).forEach(cell -> header.add(cell.getStringCellValue()));
        for (Row row : sheet) {
          for (Cell cell : row) {
            int number = row.getRowNum() + 1;
            String column = header.get(cell.getColumnIndex());
            String key = name + "|" + sheet.getSheetName() + "|" + number + "|" + column;
            cells.put(key, formatter.formatCellValue(cell));
          }
        }
      }
    }
  }

  private static List<CSVRecord> parse(Path file, CSVFormat format) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    if (!text.startsWith(BYTE_ORDER_MARK)) {
      throw new AssertionError(file + " has no byte-order mark");
    }
    try (CSVParser parser = CSVParser.parse(text.substring(1), format)) {
      return parser.getRecords();
    }
  }
}
