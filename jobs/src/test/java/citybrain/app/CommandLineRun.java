package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * One command, run in this JVM as a user would type it.
 *
 * @param exitCode what the process would end with
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int exitCode, String out, String err) {

  static CommandLineRun of(String... args) {
    // The command takes the session that runs already: it must be the one all tests share.
    assertThat(SparkSessionExtension.session()).isNotNull();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        CityBrain.run(args, new Console(new PrintWriter(out, true), new PrintWriter(err, true)));
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }

  static CommandLineRun run(Path landing, Path lake, LocalDate asOf) {
    return of(
        "run",
        "--landing",
        landing.toString(),
        "--lake",
        lake.toString(),
        "--as-of",
        asOf.toString());
  }
}
