package citybrain.simulation;

import citybrain.contract.ContractRegistry;
import citybrain.simulation.city.City;
import citybrain.simulation.delivery.DeliveryDesk;
import citybrain.simulation.delivery.DeliveryDesk.Faults;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.economy.EconomyExtracts;
import citybrain.simulation.education.EducationExtracts;
import citybrain.simulation.funds.FundsExtracts;
import citybrain.simulation.services.ServicesExtracts;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A synthetic city: extracts as its departments would send them, and the truth about every planted
 * fault.
 *
 * <p>Files lie at {@code <out>/<department>/<extract>/<delivery date>/<name>}; each name says 模拟.
 * The truth lies at {@code <out>/truth/faults.csv} (rows and cells: the row is the line of a CSV or
 * the row of a sheet as a person sees it, from 1) and {@code <out>/truth/files.csv} (whole files).
 * Equal requests give equal bytes, and a longer span adds deliveries without changing the earlier
 * ones: what happens in a month is drawn from the seed and that month alone. Files of an earlier
 * run with another request are not removed.
 *
 * <p>Nothing here is a figure of the real city but the starting points named in {@code
 * citybrain/simulation/education-indicators.csv}.
 */
public final class CitySimulation {
  private CitySimulation() {}

  /** Every extract that can be simulated. */
  public static List<ExtractGenerator> generators() {
    return Stream.of(
            EconomyExtracts.all(),
            FundsExtracts.all(),
            EducationExtracts.all(),
            ServicesExtracts.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Writes all deliveries of the request and the truth. */
  public static SimulationResult run(SimulationRequest request, ContractRegistry contracts)
      throws IOException {
    City city = new City(request.seed(), request.scale(), request.from(), request.to());
    Faults faults = new Faults(request.faultRate(), request.fileFaultRate(), request.isCorrected());
    try (DeliveryDesk desk = new DeliveryDesk(request.out(), contracts, city, faults)) {
      for (ExtractGenerator generator : generators()) {
        if (request.includes(generator.extract())) {
          desk.send(generator);
        }
      }
      return new SimulationResult(desk.files(), desk.rows(), desk.rowFaults(), desk.fileFaults());
    }
  }
}
