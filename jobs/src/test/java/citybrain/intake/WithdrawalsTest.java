package citybrain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WithdrawalsTest {
  private static final String FOLDER = "市公安局/accidents";

  private static Withdrawals among(String files) {
    return Withdrawals.among(Arrays.stream(files.split(" ")).map(f -> FOLDER + "/" + f).toList());
  }

  /** Files by day and name; expected are the withdrawn ones with the day of their withdrawal. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "last delivery of the name, 2020-09-01/月报.csv 2020-10-01/月报.csv 2020-10-05/撤回-月报.csv,"
        + " 2020-10-01/月报.csv=2020-10-05",
    "not a delivery of the same day, 2020-09-01/a.csv 2020-09-03/a.csv 2020-09-03/撤回-a.csv,"
        + " 2020-09-01/a.csv=2020-09-03",
    "delivered again and withdrawn again, 2020-09-01/a.csv 2020-09-02/撤回-a.csv 2020-09-03/a.csv"
        + " 2020-09-04/撤回-a.csv, 2020-09-01/a.csv=2020-09-02 2020-09-03/a.csv=2020-09-04",
    "an older one by its date, 2020-09-01/a.csv 2020-10-01/a.csv 2020-10-05/撤回-2020-09-01-a.csv,"
        + " 2020-09-01/a.csv=2020-10-05",
    "a name that begins with a date, 2020-09-01/2020-08-01-a.csv 2020-10-05/撤回-2020-08-01-a.csv,"
        + " 2020-09-01/2020-08-01-a.csv=2020-10-05",
    "full-width hyphen, 2020-09-01/a.csv 2020-09-02/撤回－a.csv, 2020-09-01/a.csv=2020-09-02",
    "withdrawn twice, 2020-09-01/a.csv 2020-09-04/撤回-a.csv 2020-09-03/撤回-a.csv,"
        + " 2020-09-01/a.csv=2020-09-03",
  })
  void withdrawalMeans(String story, String files, String expected) {
    Withdrawals withdrawals = among(files);

    assertThat(withdrawals.dayByFileOf(List.of(FOLDER)).entrySet())
        .extracting(e -> e.getKey().substring(FOLDER.length() + 1) + "=" + e.getValue())
        .containsExactlyInAnyOrder(expected.split(" "));
    assertThat(withdrawals.unknown()).isEmpty();
    assertThat(withdrawals.dayByFileOf(List.of("市公安局/uninsured_fines"))).isEmpty();
  }

  @Test
  void withdrawalOfAFileThatIsNotThereIsOneProblemUntilTheFileComes() {
    assertThat(among("2020-09-01/b.csv 2020-09-09/a.csv 2020-09-05/撤回-a.csv").unknown())
        .singleElement()
        .asString()
        .startsWith("WITHDRAWAL_UNKNOWN: 市公安局/accidents/2020-09-05/撤回-a.csv withdraws a file")
        .contains("delivered before that day were b.csv.")
        .contains("撤回-");

    assertThat(among("2020-09-01/a.csv 2020-09-09/a.csv 2020-09-05/撤回-a.csv").unknown()).isEmpty();
  }

  @Test
  void withdrawalOfAnotherExtractOrOfAWithdrawalMeansNothing() {
    assertThat(
            Withdrawals.among(List.of("d/e/2020-09-01/a.csv", "d/f/2020-09-02/撤回-a.csv")).unknown())
        .hasSize(1);
    assertThat(among("2020-09-01/a.csv 2020-09-02/撤回-a.csv 2020-09-03/撤回-撤回-a.csv").unknown())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"撤回行政许可清单.xlsx", "月报-撤回.csv", "撤回-", "a.csv"})
  void otherNamesAreDeliveries(String name) {
    assertThat(Withdrawals.isWithdrawal(FOLDER + "/2020-09-01/" + name)).isFalse();
  }

  @Test
  void orderOfTheFilesDoesNotMatter() {
    List<String> files =
        Stream.of("2020-09-05/撤回-a.csv", "2020-09-01/a.csv", "2020-09-03/a.csv")
            .map(f -> FOLDER + "/" + f)
            .toList();
    List<String> reversed = List.of(files.get(2), files.get(1), files.get(0));

    assertThat(Withdrawals.among(reversed).dayByFileOf(List.of(FOLDER)))
        .isEqualTo(Withdrawals.among(files).dayByFileOf(List.of(FOLDER)))
        .hasSize(1);
  }
}
