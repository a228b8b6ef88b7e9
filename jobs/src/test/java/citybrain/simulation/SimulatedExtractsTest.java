package citybrain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.simulation.delivery.ExtractGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every extract of the simulation through the project's own reader; that the corrected city is the
 * clean one is told by the truth test of the whole intake.
 */
class SimulatedExtractsTest {
  private static final YearMonth FROM = YearMonth.of(2019, 12);
  private static final YearMonth TO = YearMonth.of(2020, 12);

  static Stream<String> extracts() {
    return CitySimulation.generators().stream().map(ExtractGenerator::extract).sorted();
  }

  private static DeliveredCity simulated(Path folder, String extract, double faults)
      throws IOException {
    SimulationRequest request =
        new SimulationRequest(folder, FROM, TO, 0.5, 11, faults).ofExtracts(Set.of(extract));
    CitySimulation.run(request, SimulatedFiles.CONTRACTS);
    return DeliveredCity.read(folder, SimulatedFiles.CONTRACTS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("extracts")
  void withoutFaultsEveryRecordIsTaken(String extract, @TempDir Path folder) throws IOException {
    DeliveredCity city = simulated(folder, extract, 0);
    assertThat(city.files()).isNotEmpty();
    assertThat(city.refused()).isEmpty();
    assertThat(city.lost()).isEmpty();
    assertThat(city.reported()).isEmpty();
    assertThat(city.planted()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("extracts")
  void plantedFaultsAreExactlyWhatIsReported(String extract, @TempDir Path folder)
      throws IOException {
    boolean hasFewRows = extract.equals("relief_reports");
    DeliveredCity city = simulated(folder, extract, hasFewRows ? 0.5 : 0.3);
    assertThat(city.refused()).isEmpty();
    assertThat(city.planted()).isNotEmpty();
    assertThat(city.reported().keySet()).isEqualTo(city.planted().keySet());
  }
}
