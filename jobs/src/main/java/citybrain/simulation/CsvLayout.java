package citybrain.simulation;

import java.io.IOException;
import java.nio.file.Path;

/** One header line, then one line per row: no cell of a simulated CSV holds a line break. */
record CsvLayout(DelimitedFile form) implements TableLayout {
  private static final int FIRST_DATA_LINE = 2;

  @Override
  public String sheet() {
    return "";
  }

  @Override
  public int rowNumber(ExtractTable table, int index) {
    return FIRST_DATA_LINE + index;
  }

  @Override
  public void write(ExtractTable table, Path file) throws IOException {
    form.write(file, table.fields().stream().map(Field::name).toList(), table.rows());
  }
}
