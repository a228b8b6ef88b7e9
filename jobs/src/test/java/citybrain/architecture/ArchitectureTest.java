package citybrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of the code, and that each rule can fail: a planted violation breaks it. */
final class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("citybrain");
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("citybrain.architecture.planted");

  @Test
  void packagesUseOnlyWhatTheDesignAllows() {
    DependencyRules.layers().forEach(rule -> rule.check(OURS));
  }

  @Test
  void everyPackageHasItsRule() throws IOException {
    Path sources = Path.of("src/main/java/citybrain");
    try (Stream<Path> rooms = Files.list(sources)) {
      List<String> names = rooms.map(room -> room.getFileName().toString()).sorted().toList();
      assertThat(names)
          .filteredOn(name -> !name.equals("app"))
          .containsExactlyInAnyOrderElementsOf(
              DependencyRules.ALLOWED.keySet().stream().sorted().toList());
    }
  }

  @Test
  void everyPackageSaysInASentenceWhatMayNotEnterIt() throws IOException {
    Path sources = Path.of("src/main/java/citybrain");
    try (Stream<Path> rooms = Files.list(sources)) {
      assertThat(rooms.toList())
          .allSatisfy(
              room ->
                  assertThat(Files.readString(room.resolve("package-info.java"))).contains("/**"));
    }
  }

  @Test
  void policyAndTimeKnowNothingOfSpark() {
    DependencyRules.withoutSpark(
            "citybrain.policy",
            "citybrain.period",
            "citybrain.calendar",
            "citybrain.unit",
            "citybrain.problem")
        .check(OURS);
  }

  @Test
  void onlyTheLakeReadsAndWritesTables() {
    DependencyRules.onlyLakeTouchesDelta("citybrain").check(OURS);
  }

  @Test
  void nothingReadsTheClock() {
    DependencyRules.noClock("citybrain").check(OURS);
  }

  @Test
  void noRoomIsCalledUtil() {
    DependencyRules.utilitiesHaveNoRoom("citybrain").check(OURS);
  }

  @Test
  void eachRuleFailsOnAPlantedViolation() {
    String planted = "citybrain.architecture.planted";
    assertThat(violations(DependencyRules.withoutSpark(planted))).isPositive();
    assertThat(violations(DependencyRules.onlyLakeTouchesDelta(planted))).isPositive();
    assertThat(violations(DependencyRules.noClock(planted))).isPositive();
    assertThat(violations(DependencyRules.utilitiesHaveNoRoom(planted))).isPositive();
    JavaClasses misplaced = new ClassFileImporter().importPackages("citybrain.unit.planted");
    assertThat(violations(DependencyRules.layer("unit"), misplaced)).isPositive();
  }

  private static int violations(ArchRule rule) {
    return violations(rule, PLANTED);
  }

  private static int violations(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails().size();
  }
}
