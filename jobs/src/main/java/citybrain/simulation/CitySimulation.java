package citybrain.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A synthetic city: extracts as its departments would send them, and the truth about every planted
 * fault.
 *
 * <p>Files lie at {@code <out>/<department>/<extract>/<delivery date>/<name>}; each name says 模拟.
 * The truth lies at {@code <out>/truth/faults.csv}: the row is the line of a CSV or the row of a
 * sheet as a person sees it, from 1. Equal requests give equal bytes, and a longer span adds
 * deliveries without changing the earlier ones: what happens in a month is drawn from the seed and
 * that month alone. Files of an earlier run with another request are not removed.
 *
 * <p>Nothing here is a figure of the real city but the starting points named in {@code
 * citybrain/simulation/education-indicators.csv}.
 */
public final class CitySimulation {
  private CitySimulation() {}

  /** Writes all deliveries of the request and the truth. */
  public static SimulationResult run(SimulationRequest request) throws IOException {
    RandomStreams streams = new RandomStreams(request.seed());
    OfficeDays officeDays = OfficeDays.until(request.to());
    List<ExtractTable> clean = new ArrayList<>();
    clean.addAll(
        new ReliefDeliveries(officeDays).of(ReliefCases.of(request, streams, officeDays), request));
    clean.addAll(IndicatorReports.of(request, streams, officeDays));

    FaultPlanter planter = new FaultPlanter(request.faultRate(), streams);
    List<PlantedFault> faults = new ArrayList<>();
    long rows = 0;
    for (ExtractTable table : clean) {
      FaultPlanter.Result planted = planter.plant(table);
      planted.table().write(request.out());
      faults.addAll(planted.faults());
      rows += table.rows().size();
    }
    writeTruth(request.out(), faults);
    return new SimulationResult(clean.size(), rows, faults.size());
  }

  private static void writeTruth(Path out, List<PlantedFault> faults) throws IOException {
    DelimitedFile.UTF_8_WITH_BYTE_ORDER_MARK.write(
        out.resolve("truth").resolve("faults.csv"),
        PlantedFault.COLUMNS,
        faults.stream().map(PlantedFault::fields).toList());
  }
}
