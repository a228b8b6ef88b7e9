package citybrain.app;

import citybrain.contract.CodeList;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.ContractRegistry;
import citybrain.entitlement.ClaimNames;
import citybrain.entitlement.MeasureCompiler;
import citybrain.lake.TableSchema;
import citybrain.policy.Entitlement;
import citybrain.policy.Measure;
import citybrain.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the claims' contract and the measures of the policies must agree on. */
final class ClaimMeasures {
  /** The silver table of claims. */
  static final String TABLE = "subsidy_claim";

  private static final String CODES = "subsidy_measure";
  private static final String BASES = "subsidy_basis";

  private ClaimMeasures() {}

  /** Chinese names for the columns of a claim and for its codes. */
  static ClaimNames names(ContractRegistry contracts) {
    Map<String, String> columns = new HashMap<>();
    Map<String, Map<String, String>> codes = new HashMap<>();
    for (ContractColumn column : contract(contracts).columns()) {
      columns.put(column.name(), column.header());
      codes(column).ifPresent(names -> codes.put(column.name(), names));
    }
    // Not delivered, but made of the delivered period.
    columns.put("period_months", "补助期间（整月）");
    return new ClaimNames(columns, codes);
  }

  /** A literal map in the plan: of the long list of industries only the code is shown. */
  private static Optional<Map<String, String>> codes(ContractColumn column) {
    return Optional.ofNullable(column.codes())
        .filter(list -> !list.id().equals("industry"))
        .map(
            list ->
                list.entries().stream()
                    .collect(Collectors.toMap(CodeList.CodeEntry::code, CodeList.CodeEntry::zh)));
  }

  /** Every code has a measure that says what it gives, every such measure a code, and they fit. */
  static List<Problem> problems(Registry registry) {
    List<Measure> measures = registry.policies().provisions().measures();
    List<Problem> problems =
        new ArrayList<>(
            MeasureCompiler.check(
                measures,
                registry.parametersById(),
                TableSchema.of(contract(registry.contracts()))));
    Set<String> codes = codes(registry, CODES);
    Set<String> bases = codes(registry, BASES);
    Map<String, Entitlement> computed = new HashMap<>();
    for (Measure measure : measures) {
      Entitlement entitlement = measure.entitlement();
      if (entitlement == null) {
        continue;
      }
      computed.put(measure.id(), entitlement);
      if (!codes.contains(measure.id())) {
        problems.add(
            new Problem(
                "ENTITLEMENT_NOT_CLAIMED",
                measure.id(),
                "says what a claim gets and has no code in schemas/codes/" + CODES + ".yaml",
                "Add the code with the name departments use, or remove the entitlement."));
      }
      String basis = entitlement.basisKind();
      if (basis != null && !bases.contains(basis)) {
        problems.add(
            new Problem(
                "ENTITLEMENT_BASIS",
                measure.id(),
                "takes its sum of "
                    + basis
                    + ", which is no code of schemas/codes/"
                    + BASES
                    + ".yaml",
                "Correct the code, or add it."));
      }
    }
    codes.stream()
        .filter(code -> !computed.containsKey(code))
        .sorted()
        .forEach(
            code ->
                problems.add(
                    new Problem(
                        "CLAIM_WITHOUT_MEASURE",
                        "schemas/codes/" + CODES + ".yaml#" + code,
                        "is claimed under, and no measures.yaml says what it gives",
                        "Add the entitlement to policies/<folder>/measures.yaml#<id> for <folder>.<id>;"
                            + " where no rate is printed, with unprinted_zh.")));
    return problems;
  }

  private static Set<String> codes(Registry registry, String list) {
    return registry.contracts().codeList(list).stream()
        .flatMap(codes -> codes.entries().stream())
        .map(CodeList.CodeEntry::code)
        .collect(Collectors.toSet());
  }

  private static Contract contract(ContractRegistry contracts) {
    return contracts
        .table("silver", TABLE)
        .orElseThrow(() -> new IllegalStateException("No contract schemas/silver/" + TABLE));
  }
}
