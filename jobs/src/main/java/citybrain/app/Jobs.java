package citybrain.app;

import citybrain.intake.IntakeJob;
import citybrain.intake.IntakeResult;
import citybrain.lake.Lake;
import citybrain.lake.ReleaseLog;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;

/** What commands have in common: a step, and the line that says what it did. */
final class Jobs {
  private Jobs() {}

  /** Takes in what is new and says so; data refused is said on standard error. */
  static IntakeResult ingest(
      IntakeJob intake, Optional<String> department, Optional<String> extract, Console console) {
    IntakeResult result = intake.run(department, extract);
    if (result.files() == 0) {
      console.say("Intake: no new files");
    } else {
      console.say(
          "Intake: "
              + result.files()
              + " files, "
              + result.refusedFiles()
              + " refused; "
              + result.counts().delivered()
              + " records delivered = "
              + result.counts().accepted()
              + " accepted + "
              + result.counts().quarantined()
              + " quarantined + "
              + result.counts().superseded()
              + " superseded");
    }
    result.problems().forEach(console::problem);
    return result;
  }

  static int exitCode(IntakeResult result) {
    return result.problems().isEmpty() ? ExitCode.DONE : ExitCode.DATA_REFUSED;
  }

  /** Builds everything and publishes it; nothing is written when the same build is current. */
  static BuildJob.Result buildAndPublish(
      Lake lake, Registry registry, LocalDate asOf, Console console) {
    BuildJob.Result build =
        new BuildJob(lake, registry, console::progress)
            .run(asOf, EnumSet.allOf(Domain.class), Optional.empty(), false);
    publish(lake, build, console);
    return build;
  }

  static void publish(Lake lake, BuildJob.Result build, Console console) {
    ReleaseLog log = new ReleaseLog(lake);
    if (!build.wroteTables() && log.isShown(build.release())) {
      console.say("Release: " + build.release().releaseId() + " stands; nothing changed");
      return;
    }
    log.append(build.isPast() ? ReleaseLog.Act.ARCHIVE : ReleaseLog.Act.PUBLISH, build.release());
    console.say(
        build.isPast()
            ? "Release: "
                + build.release().releaseId()
                + " archived; the current release is untouched"
            : "Release: " + build.release().releaseId() + " is current");
  }
}
