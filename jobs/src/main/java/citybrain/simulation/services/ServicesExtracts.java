package citybrain.simulation.services;

import citybrain.simulation.delivery.ExtractGenerator;
import java.util.List;

/** All extracts about services and governance that the simulation writes. */
public final class ServicesExtracts {
  private ServicesExtracts() {}

  /** One generator for each extract. */
  public static List<ExtractGenerator> all() {
    return List.of(
        new DistrictEducationDuty(),
        new DistrictEducationFacts(),
        new ServiceItems(),
        new Licences(),
        new SmartCommunities(),
        new AgriculturalWaste(),
        new LivePoultry(),
        new LivePoultryPenalties(),
        new EmergencyEvents(),
        new ReformReports(),
        new ParkMonthly(),
        new Registers());
  }
}
