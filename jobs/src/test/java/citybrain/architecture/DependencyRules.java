package citybrain.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What may depend on what, as docs/architecture.md draws it. */
final class DependencyRules {
  private static final List<String> FEATURE =
      List.of(
          "metric", "rule", "programme", "lake", "policy", "period", "calendar", "unit", "problem");

  /** Package to the packages of ours that it may use besides its own. */
  static final Map<String, List<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("problem", List.of()),
          Map.entry("unit", List.of()),
          Map.entry("expression", List.of("policy", "problem")),
          Map.entry("period", List.of("problem")),
          Map.entry("calendar", List.of("problem")),
          Map.entry("policy", List.of("problem", "unit", "period", "calendar")),
          Map.entry("contract", List.of("problem", "unit", "period")),
          Map.entry("lake", List.of("contract", "problem")),
          Map.entry(
              "intake",
              List.of("contract", "expression", "lake", "calendar", "period", "unit", "problem")),
          Map.entry(
              "metric",
              List.of("policy", "period", "calendar", "unit", "lake", "expression", "problem")),
          Map.entry(
              "rule",
              List.of("policy", "period", "calendar", "unit", "lake", "expression", "problem")),
          Map.entry("entitlement", List.of("policy", "unit", "expression", "problem")),
          Map.entry(
              "programme", List.of("policy", "period", "calendar", "unit", "lake", "problem")),
          Map.entry("economy", FEATURE),
          Map.entry("funds", FEATURE),
          Map.entry("education", FEATURE),
          Map.entry("services", FEATURE),
          Map.entry("simulation", List.of("contract", "calendar", "period", "unit", "problem")),
          Map.entry("serving", List.of("lake", "contract", "policy", "period", "unit", "problem")));

  private DependencyRules() {}

  static Stream<ArchRule> layers() {
    return ALLOWED.keySet().stream().sorted().map(DependencyRules::layer);
  }

  /** The rule of one package. */
  static ArchRule layer(String room) {
    List<String> others = ALLOWED.getOrDefault(room, List.of());
    return noClasses()
        .that()
        .resideInAPackage("citybrain." + room + "..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("citybrain..")
                .and(
                    DescribedPredicate.not(
                        JavaClass.Predicates.resideInAnyPackage(allowed(room, others)))))
        .because("citybrain." + room + " may use only " + others);
  }

  private static String[] allowed(String room, List<String> others) {
    return Stream.concat(Stream.of(room), others.stream())
        .map(name -> "citybrain." + name + "..")
        .toArray(String[]::new);
  }

  static ArchRule withoutSpark(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(Arrays.stream(packages).map(p -> p + "..").toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "io.delta..")
        .because("statutory time, units and policies must be usable without a Spark session");
  }

  static ArchRule onlyLakeTouchesDelta(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".lake..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..")
        .because("the lake is the only reader and writer of tables");
  }

  static ArchRule noClock(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "now() of java.time",
                call ->
                    call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getName().equals("now")))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("the date is an argument: the same --as-of gives the same figures on any day");
  }

  static ArchRule utilitiesHaveNoRoom(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideOutsideOfPackages(
            "..util..", "..utils..", "..common..", "..helper..", "..base..", "..manager..")
        .because("a room is named for what is in it");
  }
}
