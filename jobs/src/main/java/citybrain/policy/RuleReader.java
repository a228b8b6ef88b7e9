package citybrain.policy;

import citybrain.policy.Rule.Kind;
import citybrain.policy.Rule.Severity;
import citybrain.problem.Problem;
import citybrain.unit.Unit;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code rules.yaml} and holds its rules against the parameters they name. */
final class RuleReader {
  private final PolicyDocuments documents;
  private final Map<String, String> parameterUnits;
  private final List<Problem> problems;

  /**
   * @param parameterUnits unit code by id of every parameter written anywhere, sound or not: a rule
   *     is not to be blamed for its parameter
   */
  RuleReader(
      PolicyDocuments documents, Map<String, String> parameterUnits, List<Problem> problems) {
    this.documents = documents;
    this.parameterUnits = parameterUnits;
    this.problems = problems;
  }

  List<Rule> read(PolicyFile file) {
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode item : file.fitItems()) {
      String id = Fields.text(item, "id");
      if (!ids.add(id)) {
        problems.add(
            new Problem(
                "POLICY_ID_TWICE",
                file.subject(id),
                "stands twice in the file",
                "Rename or merge one."));
      }
      Rule rule = rule(file, item, id);
      documents.check(rule.reference(), file, id);
      checkParameter(rule, file.subject(id));
      rules.add(rule);
    }
    return rules;
  }

  private void checkParameter(Rule rule, String subject) {
    String code = parameterUnits.get(rule.parameter());
    if (code == null) {
      problems.add(
          new Problem(
              "POLICY_PARAMETER_UNKNOWN",
              subject,
              "names the parameter " + rule.parameter() + ", which no parameters.yaml sets",
              "Correct the name (<folder>.<id>), or add the parameter with its reference."));
      return;
    }
    Optional<Unit> unit = Unit.ofCode(code);
    if (unit.isPresent() && (rule.kind() == Kind.DEADLINE) != (unit.get() == Unit.WORKDAY)) {
      problems.add(
          new Problem(
              "POLICY_RULE_UNIT",
              subject,
              "is a " + rule.kind() + " but its limit " + rule.parameter() + " is in " + code,
              "A deadline counts working days and a ceiling does not: name the limit that fits."));
    }
  }

  private static Rule rule(PolicyFile file, JsonNode item, String id) {
    JsonNode columns = item.get("columns");
    return new Rule(
        file.folder() + "." + id,
        file.folder(),
        Fields.title(item),
        Fields.text(item, "subject"),
        Kind.valueOf(Fields.text(item, "kind")),
        Severity.valueOf(Fields.text(item, "severity")),
        Fields.text(item, "applies_when"),
        Fields.text(item, "event_on"),
        Fields.optionalText(item, "settled_on"),
        Fields.optionalText(item, "observed"),
        Fields.optionalText(item, "amount"),
        Fields.text(item, "parameter"),
        Fields.text(item, "department"),
        columns
            .propertyStream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, column -> Fields.text(columns, column.getKey()))),
        Fields.text(item, "remedy_zh"),
        Fields.reference(item));
  }
}
