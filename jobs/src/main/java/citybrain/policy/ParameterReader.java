package citybrain.policy;

import citybrain.problem.Problem;
import citybrain.unit.Unit;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code parameters.yaml} and holds its values against their order and their documents. */
final class ParameterReader {
  private final PolicyDocuments documents;
  private final List<Problem> problems;

  ParameterReader(PolicyDocuments documents, List<Problem> problems) {
    this.documents = documents;
    this.problems = problems;
  }

  List<Parameter> read(PolicyFile file) {
    List<Parameter> parameters = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode item : file.fitItems()) {
      String id = Fields.text(item, "id");
      String subject = file.subject(id);
      if (!ids.add(id)) {
        problems.add(
            new Problem(
                "POLICY_ID_TWICE", subject, "stands twice in the file", "Rename or merge one."));
      }
      List<DatedValue> values = new ArrayList<>();
      for (JsonNode value : item.get("values")) {
        values.add(value(value));
      }
      values.forEach(value -> documents.check(value.reference(), file, id));
      checkOrder(values, subject);
      checkInForce(item.get("values"), values, subject);
      checkHoles(item.get("values"), values, subject);
      Optional<Unit> unit = Fields.unit(item, subject, problems);
      if (unit.isPresent()) {
        parameters.add(
            new Parameter(
                file.folder() + "." + id,
                Fields.title(item),
                unit.get(),
                Fields.text(item, "applies_to"),
                values));
      }
    }
    return parameters;
  }

  private static DatedValue value(JsonNode item) {
    return new DatedValue(
        Fields.date(item, "from"),
        item.get("value").isNull() ? null : new BigDecimal(Fields.text(item, "value")),
        Fields.reference(item));
  }

  private void checkOrder(List<DatedValue> values, String subject) {
    if (values.get(0).value() == null) {
      problems.add(
          new Problem(
              "POLICY_VALUE_ORDER",
              subject,
              "starts with null on " + values.get(0).from() + ", which ends nothing",
              "Remove it, or add the value that it ends."));
    }
    for (int i = 1; i < values.size(); i++) {
      LocalDate earlier = values.get(i - 1).from();
      LocalDate later = values.get(i).from();
      if (!later.isAfter(earlier)) {
        problems.add(
            new Problem(
                "POLICY_VALUE_ORDER",
                subject,
                later.equals(earlier)
                    ? "has two values from " + later
                    : "has the value from " + later + " after the one from " + earlier,
                "Give one value per day, the earliest first."));
      }
    }
  }

  /** No day between the document's first and its last is without a value in silence. */
  private void checkHoles(JsonNode items, List<DatedValue> values, String subject) {
    DatedValue first = values.get(0);
    documents
        .byNumber(first.reference().document())
        .map(PolicyDocument::inForceFrom)
        .filter(starts -> starts.isBefore(first.from()) && !items.get(0).has("starts_later"))
        .ifPresent(starts -> tellHole(subject, starts, first.from()));
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i - 1).value() == null) {
        tellHole(subject, values.get(i - 1).from(), values.get(i).from());
      }
    }
  }

  private void tellHole(String subject, LocalDate from, LocalDate next) {
    problems.add(
        new Problem(
            "POLICY_HOLE",
            subject,
            "has no value from " + from + " until " + next,
            "Add the value of those days, or say starts_later where the document itself does."));
  }

  /** A value cannot hold on a day on which the document it is taken from does not. */
  private void checkInForce(JsonNode items, List<DatedValue> values, String subject) {
    for (int i = 0; i < values.size(); i++) {
      DatedValue value = values.get(i);
      Optional<PolicyDocument> document = documents.byNumber(value.reference().document());
      if (value.value() == null || document.isEmpty()) {
        continue;
      }
      LocalDate starts = document.get().inForceFrom();
      LocalDate ends = document.get().inForceUntil();
      if (value.from().isBefore(starts) && !items.get(i).has("retroactive")) {
        problems.add(
            new Problem(
                "POLICY_DATES",
                subject,
                "has a value from "
                    + value.from()
                    + ", but "
                    + value.reference().document()
                    + " is in force from "
                    + starts,
                "Start the value on that day, cite the document that set it before, or say retroactive"
                    + " where the document itself reaches back."));
      }
      LocalDate next = i + 1 < values.size() ? values.get(i + 1).from() : LocalDate.MAX;
      if (ends != null && next.isAfter(ends.plusDays(1))) {
        problems.add(
            new Problem(
                "POLICY_DATES",
                subject,
                "still has a value on "
                    + ends.plusDays(1)
                    + ", but "
                    + value.reference().document()
                    + " ends on "
                    + ends,
                "Add the value null, or that of the document that follows, from "
                    + ends.plusDays(1)
                    + "."));
      }
    }
  }
}
