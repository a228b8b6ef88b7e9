package citybrain.app;

import citybrain.simulation.CitySimulation;
import citybrain.simulation.PublishedExtracts;
import citybrain.simulation.SimulationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The landing area of the tests: the published series, and a year of a small simulated city. */
final class SmallCity {
  static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

  private SmallCity() {}

  static Path land(Path landing) {
    try {
      PublishedExtracts.write(landing);
      CitySimulation.run(
          new SimulationRequest(
                  landing, YearMonth.of(2020, 1), YearMonth.of(2020, 12), 0.3, 7, 0.005)
              .ofExtracts(
                  Set.of(
                      "relief_applications",
                      "relief_decisions",
                      "relief_payments",
                      "indicator_report")),
          Registry.load().contracts());
      return landing;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files below a landing area, as paths relative to it, sorted. */
  static List<Path> files(Path landing) {
    try (Stream<Path> all = Files.walk(landing)) {
      return all.filter(Files::isRegularFile)
          .map(landing::relativize)
          .filter(f -> !f.startsWith("truth"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copy(Path from, Path to, List<Path> files) {
    try {
      for (Path file : files) {
        Path target = to.resolve(file.toString());
        Files.createDirectories(target.getParent());
        Files.copy(from.resolve(file.toString()), target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
