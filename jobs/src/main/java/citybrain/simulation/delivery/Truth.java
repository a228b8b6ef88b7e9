package citybrain.simulation.delivery;

import citybrain.contract.Contract;
import citybrain.simulation.file.DelimitedFile;
import citybrain.simulation.file.DelimitedFile.Encoding;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was made wrong: {@code faults.csv} about rows, {@code files.csv} about whole files. */
final class Truth implements Closeable {
  private static final List<String> FILE_COLUMNS =
      List.of(
          "department",
          "extract",
          "delivered_on",
          "file",
          "fault_kind",
          "column",
          "landed_department",
          "landed_extract");

  private final DelimitedFile rows;
  private final DelimitedFile files;
  private long rowFaults;
  private long fileFaults;
  private FaultPlanter.@Nullable Found open;

  Truth(Path folder) throws IOException {
    Files.createDirectories(folder);
    rows = open(folder.resolve("faults.csv"), PlantedFault.COLUMNS);
    files = open(folder.resolve("files.csv"), FILE_COLUMNS);
  }

  private static DelimitedFile open(Path file, List<String> header) throws IOException {
    DelimitedFile opened =
        new DelimitedFile(Files.newOutputStream(file), Encoding.UTF_8_WITH_BYTE_ORDER_MARK, ',');
    opened.row(header);
    return opened;
  }

  long rowFaults() {
    return rowFaults;
  }

  long fileFaults() {
    return fileFaults;
  }

  /** The two rows of a doubled key come one after the other and are one fault. */
  void add(Contract contract, LocalDate deliveredOn, String file, FaultPlanter.Found found)
      throws IOException {
    boolean isSecondRow = open != null && found.kind() == CellFault.DUPLICATE_KEY;
    if (!isSecondRow) {
      rowFaults++;
    }
    boolean isFirstOfTwo = found.kind() == CellFault.DUPLICATE_KEY && !isSecondRow;
    open = isFirstOfTwo ? found : null;
    rows.row(
        new PlantedFault(
                rowFaults,
                contract.department(),
                contract.name(),
                deliveredOn,
                file,
                found.sheet(),
                found.row(),
                found.column(),
                found.kind(),
                found.check(),
                found.plantedValue(),
                found.trueValue())
            .fields());
  }

  /**
   * @param landed the extract in whose folder the file lies; null for its own
   */
  void add(
      Contract contract,
      LocalDate deliveredOn,
      String file,
      FileFault fault,
      @Nullable Contract landed)
      throws IOException {
    fileFaults++;
    files.row(
        List.of(
            contract.department(),
            contract.name(),
            deliveredOn.toString(),
            file,
            fault.kind().text(),
            fault.column(),
            landed == null ? contract.department() : landed.department(),
            landed == null ? contract.name() : landed.name()));
  }

  @Override
  public void close() throws IOException {
    rows.close();
    files.close();
  }
}
