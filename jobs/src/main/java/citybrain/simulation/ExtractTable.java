package citybrain.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * One delivery of one extract before it is written.
 *
 * @param rows cells as text, in the order of {@code fields}; an empty cell is the empty string
 */
record ExtractTable(
    String department,
    String extract,
    LocalDate deliveredOn,
    String fileName,
    List<Field> fields,
    List<List<String>> rows,
    TableLayout layout) {
  /** Part of every simulated file's name; readers tell simulated figures by it. */
  static final String SIMULATED = "模拟";

  ExtractTable {
    if (!fileName.contains(SIMULATED)) {
      throw new IllegalArgumentException("A simulated file says so in its name: " + fileName);
    }
    fields = List.copyOf(fields);
    rows = rows.stream().map(List::copyOf).toList();
    int width = fields.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("Each row of " + fileName + " has " + width + " cells");
    }
  }

  ExtractTable withRows(List<List<String>> changed) {
    return new ExtractTable(department, extract, deliveredOn, fileName, fields, changed, layout);
  }

  void write(Path landing) throws IOException {
    Path folder = landing.resolve(department).resolve(extract).resolve(deliveredOn.toString());
    layout.write(this, folder.resolve(fileName));
  }
}
