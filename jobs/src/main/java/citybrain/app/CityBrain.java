package citybrain.app;

import citybrain.problem.ProblemException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line, and the main class for {@code spark-submit}.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 wrong usage, 3 data refused.
 */
@Command(
    name = "citybrain",
    description = "Departmental extracts in, published figures with their evidence out.",
    mixinStandardHelpOptions = true,
    versionProvider = CityBrain.Version.class,
    subcommands = {
      DemoCommand.class,
      SimulateCommand.class,
      IngestCommand.class,
      BuildCommand.class,
      RunCommand.class,
      ReleaseCommand.class,
      ExplainCommand.class,
      WhatIfCommand.class,
      PublishCommand.class,
      CheckCommand.class
    })
public final class CityBrain {
  private CityBrain() {}

  public static void main(String[] args) {
    System.exit(run(args, new Console()));
  }

  /** Runs one command; for tests, which may not end the process. */
  static int run(String[] args, Console console) {
    CommandLine line = new CommandLine(new CityBrain(), new CommandFactory(console));
    line.setOut(console.out());
    line.setErr(console.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (exception instanceof ProblemException problem) {
            problem.problems().forEach(console::problem);
            return ExitCode.of(problem);
          }
          console.defect(exception);
          return ExitCode.FAILED;
        });
    return line.execute(args);
  }

  /** Hands the console to commands that ask for it. */
  private record CommandFactory(Console console) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        return type.getDeclaredConstructor(Console.class).newInstance(console);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }

  /** Prints the version of the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"citybrain " + CodeVersion.current()};
    }
  }

  /** A UTF-8 writer: names of departments and files are Chinese whatever the terminal's locale. */
  static PrintWriter utf8(java.io.OutputStream stream) {
    return new PrintWriter(new java.io.OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
