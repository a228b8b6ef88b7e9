package citybrain.intake.hostile;

import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.CellProblem;
import citybrain.intake.reading.ConformedRow;
import citybrain.intake.reading.DeliveredBytes;
import citybrain.intake.reading.RecordChecks;
import citybrain.intake.reading.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads every file that {@link HostileFiles#write} wrote, in a JVM of its own, one with little
 * memory, and tells in a line for each what became of it: number, milliseconds, bytes allocated,
 * outcome.
 *
 * <p>Arguments: the registry's root and the folder of the files.
 */
final class HostileFileReader {
  private static final int LONGEST_OUTCOME = 6_000;
  private static final long LONGEST_MILLIS = 20_000;
  private static final int RECORDS_TOLD = 12;

  private HostileFileReader() {}

  public static void main(String[] arguments) throws IOException {
    ContractRegistry contracts = ContractRegistry.load(Path.of(arguments[0]));
    Path folder = Path.of(arguments[1]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> index = Files.readAllLines(folder.resolve(HostileFiles.INDEX));
    for (int number = 0; number < index.size(); number++) {
      byte[] name = Base64.getDecoder().decode(index.get(number));
      String fileName = new String(name, StandardCharsets.UTF_8);
      Path path = folder.resolve(Integer.toString(number));
      Watch watch = Watch.start(number);
      long allocated = allocated();
      long start = System.nanoTime();
      String outcome = outcome(fileName, path, contracts);
      watch.stop();
      long millis = (System.nanoTime() - start) / 1_000_000;
      out.println(
          String.join("\t", "" + number, "" + millis, "" + (allocated() - allocated), outcome));
    }
  }

  /** Ends the JVM when one file takes too long: a test that hangs says nothing. */
  private record Watch(Thread thread) {
    static Watch start(int number) {
      Thread reader = Thread.currentThread();
      Thread thread =
          new Thread(
              () -> {
                try {
                  Thread.sleep(LONGEST_MILLIS);
                  System.err.println("HANGS: " + number + " at " + List.of(reader.getStackTrace()));
                  Runtime.getRuntime().halt(1);
                } catch (InterruptedException e) {
                  // The file was read in time.
                }
              });
      thread.setDaemon(true);
      thread.start();
      return new Watch(thread);
    }

    void stop() {
      thread.interrupt();
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static String outcome(String fileName, Path path, ContractRegistry contracts) {
    String outcome;
    try {
      outcome =
          told(
              WholeFile.read(
                  Payments.DEPARTMENT,
                  Payments.EXTRACT,
                  LocalDate.of(2020, 8, 3),
                  fileName,
                  DeliveredBytes.of(path),
                  contracts,
                  RecordChecks.NONE));
    } catch (Throwable e) {
      // Whatever it is, it would have stopped the good files too.
      outcome = "THROWN " + e + " at " + List.of(e.getStackTrace()).stream().limit(6).toList();
    }
    String line = outcome.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return line.replace("\t", "\\t").substring(0, Math.min(line.length(), LONGEST_OUTCOME));
  }

  private static String told(WholeFile read) {
    if (read instanceof WholeFile.Refused refused) {
      return "REFUSED " + refused.problem() + reasons(refused.cellProblems());
    }
    WholeFile.Accepted taken = (WholeFile.Accepted) read;
    List<String> records = new ArrayList<>();
    taken.records().stream().limit(RECORDS_TOLD).forEach(record -> records.add(record(record)));
    if (taken.records().size() > RECORDS_TOLD) {
      records.add(taken.records().size() + " in all");
    }
    return "TAKEN "
        + records
        + " "
        + taken.evidence().format()
        + " "
        + taken.evidence().encoding()
        + " "
        + taken.evidence().delimiter()
        + taken.warnings().stream().map(CellProblem::reasonZh).distinct().toList()
        + reasons(taken.cellProblems());
  }

  private static String reasons(List<CellProblem> problems) {
    return problems.stream()
        .limit(RECORDS_TOLD)
        .map(CellProblem::reasonZh)
        .collect(Collectors.joining("; ", " {", "}"));
  }

  private static String record(ConformedRow record) {
    String values =
        List.of("payment_id", "application_id", "paid_on", "amount", "payee").stream()
            .map(column -> clipped(record.values().getOrDefault(column, "-")))
            .collect(Collectors.joining(" "));
    return record.outcome() == ConformedRow.Outcome.ACCEPTED
        ? values
        : values + " " + record.outcome();
  }

  private static String clipped(String value) {
    return value.length() > 100 ? value.length() + " characters" : value;
  }
}
