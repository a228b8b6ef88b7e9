package citybrain.policy;

import citybrain.policy.Rule.Kind;
import citybrain.policy.Rule.Severity;
import citybrain.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
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
    if (rule.parameter() != null && !parameterUnits.containsKey(rule.parameter())) {
      problems.add(
          new Problem(
              "POLICY_PARAMETER_UNKNOWN",
              subject,
              "names the parameter " + rule.parameter() + ", which no parameters.yaml sets",
              "Correct the name (<folder>.<id>), or add the parameter with its reference."));
    }
  }

  private Rule rule(PolicyFile file, JsonNode item, String id) {
    JsonNode columns = item.path("columns");
    Reference reference = Fields.reference(item);
    Optional<PolicyDocument> document = documents.byNumber(reference.document());
    List<String> evaluates = new ArrayList<>();
    item.path("evaluates")
        .forEach(
            entry ->
                evaluates.add(
                    entry.textValue().contains(".")
                        ? entry.textValue()
                        : file.folder() + "." + entry.textValue()));
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
        Fields.optionalText(item, "limit"),
        Fields.optionalText(item, "holds"),
        Fields.optionalText(item, "found_zh"),
        Fields.optionalText(item, "amount"),
        Fields.optionalText(item, "parameter"),
        document.map(PolicyDocument::inForceFrom).orElse(LocalDate.MIN),
        document.map(PolicyDocument::inForceUntil).orElse(null),
        evaluates,
        Fields.text(item, "department"),
        columns
            .propertyStream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, column -> Fields.text(columns, column.getKey()))),
        Fields.text(item, "remedy_zh"),
        reference);
  }
}
