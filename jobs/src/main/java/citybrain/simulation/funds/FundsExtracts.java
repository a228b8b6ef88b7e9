package citybrain.simulation.funds;

import citybrain.simulation.delivery.ExtractGenerator;
import java.util.List;

/** All extracts about public money that the simulation writes. */
public final class FundsExtracts {
  private FundsExtracts() {}

  /** One generator for each extract. */
  public static List<ExtractGenerator> all() {
    return List.of(
        new ReliefApplications(),
        new ReliefDecisions(),
        new ReliefPayments(),
        new ReliefRecoveries(),
        new ReliefAccounts(),
        new ReliefReports(),
        new InsurerTransfers(),
        new Accidents(),
        new UninsuredFines(),
        new RescueBills(),
        new Claims(),
        new MedicalProviders(),
        new Inspections(),
        new Enrolment(),
        new HealthProgrammes(),
        new FiscalTransfers(),
        new WageProjects(),
        new WagePayrolls(),
        new WageCases(),
        new SubsidyClaims(),
        new StateAssets());
  }
}
