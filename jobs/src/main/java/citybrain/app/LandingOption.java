package citybrain.app;

import citybrain.contract.ContractRegistry;
import citybrain.intake.IntakeJob;
import citybrain.intake.LandingArea;
import citybrain.lake.Lake;
import picocli.CommandLine.Option;

/** The landing area a command reads. */
final class LandingOption {
  @Option(
      names = "--landing",
      required = true,
      paramLabel = "D",
      description = "folder of <department>/<extract>/<delivery date>/<file>")
  private String root = "";

  IntakeJob intake(Lake lake, ContractRegistry contracts, Console console) {
    LandingArea landing = new LandingArea(root, lake.spark().sparkContext().hadoopConfiguration());
    return new IntakeJob(lake, landing, contracts, console::progress);
  }
}
