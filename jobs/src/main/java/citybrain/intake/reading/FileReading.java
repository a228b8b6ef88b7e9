package citybrain.intake.reading;

import citybrain.contract.ContractRegistry;
import citybrain.problem.Problem;
import java.time.LocalDate;
import java.util.List;

/** Reads one delivered file by its content and holds it against its contract. */
public final class FileReading {
  private FileReading() {}

  /**
   * Reads a whole file.
   *
   * @param department landing folder
   * @param extract landing folder
   * @param deliveredOn landing folder; decides which header aliases are taken
   * @param fileName for messages only: the format is told by the content
   */
  public static FileOutcome of(
      String department,
      String extract,
      LocalDate deliveredOn,
      String fileName,
      byte[] content,
      ContractRegistry contracts) {
    if (contracts.extract(department, extract).isEmpty()) {
      return new FileOutcome.Refused(
          new Problem(
              "UNKNOWN_EXTRACT",
              department + "/" + extract + "/" + deliveredOn + "/" + fileName,
              "lies in a folder that no contract describes",
              "Move it to its extract's folder, or add schemas/extracts/"
                  + department
                  + "/"
                  + extract
                  + ".yaml"),
          List.of(),
          List.of());
    }
    throw new UnsupportedOperationException("Reading follows: " + content.length + " bytes");
  }
}
