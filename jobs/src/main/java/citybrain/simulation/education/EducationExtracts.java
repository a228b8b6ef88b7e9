package citybrain.simulation.education;

import citybrain.simulation.delivery.ExtractGenerator;
import java.util.List;

/** All extracts about vocational education that the simulation writes. */
public final class EducationExtracts {
  private EducationExtracts() {}

  /** One generator for each extract. */
  public static List<ExtractGenerator> all() {
    return List.of(
        new Schools(),
        new Majors(),
        new Students(),
        new Teachers(),
        new TrainingBases(),
        new SocialTraining(),
        new Apprenticeships(),
        new EducationFunding(),
        new IndicatorReports(),
        new TaskReports(),
        new WaterSafety(),
        new SchoolWaterSafety(),
        new DrowningIncidents());
  }
}
