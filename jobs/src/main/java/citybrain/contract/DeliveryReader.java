package citybrain.contract;

import citybrain.contract.DeliveryForm.Encoding;
import citybrain.contract.DeliveryForm.Format;
import citybrain.contract.DeliveryForm.Presentation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the contract of an extract says about its delivery: who, in what form, by when. */
final class DeliveryReader {
  private static final Set<String> CADENCES = Set.of("day", "month", "quarter", "year", "event");
  private static final String EVENT = "event";

  private final String path;
  private final ContractProblems problems;

  DeliveryReader(String path, ContractProblems problems) {
    this.path = path;
    this.problems = problems;
  }

  String owner(JsonNode contract) {
    String owner = contract.path("team").path("name").asText();
    if (owner.isBlank()) {
      problems.add(path, "needs team.name: who answers for the extract");
    }
    return owner;
  }

  /** Null after a problem. */
  @Nullable DeliveryForm form(CustomProperties custom) {
    String formatText = custom.text("format");
    Optional<Format> format = Format.ofText(formatText);
    if (format.isEmpty()) {
      problems.add(
          path,
          "has format '" + formatText + "', expected exactly one of " + DeliveryForm.formats());
      return null;
    }
    Optional<Encoding> encoding = encoding(format.get(), custom);
    Optional<Presentation> presentation = presentation(format.get(), custom);
    boolean isComplete = format.get().isText() == encoding.isPresent() && presentation.isPresent();
    return isComplete
        ? new DeliveryForm(format.get(), encoding.orElse(null), presentation.get())
        : null;
  }

  private Optional<Encoding> encoding(Format format, CustomProperties custom) {
    String text = custom.text("encoding");
    if (!format.isText()) {
      if (!text.isEmpty()) {
        problems.add(
            path, "has encoding " + text + ", but a workbook (" + format.text() + ") has none");
      }
      return Optional.empty();
    }
    Optional<Encoding> encoding = Encoding.ofText(text);
    if (encoding.isEmpty()) {
      problems.add(
          path,
          "has encoding '"
              + text
              + "', expected "
              + DeliveryForm.encodings()
              + " for "
              + format.text());
    }
    return encoding;
  }

  /** A text file is a list unless it says otherwise; a workbook has to say which it is. */
  private Optional<Presentation> presentation(Format format, CustomProperties custom) {
    String text = custom.text("presentation");
    if (text.isEmpty() && format.isText()) {
      return Optional.of(Presentation.LIST);
    }
    Optional<Presentation> presentation = Presentation.ofText(text);
    if (presentation.isEmpty()) {
      problems.add(path, "has presentation '" + text + "', expected list or print");
    }
    return presentation;
  }

  String cadence(CustomProperties custom) {
    String cadence = custom.text("cadence");
    if (!CADENCES.contains(cadence)) {
      problems.add(
          path, "has cadence '" + cadence + "', expected day, month, quarter, year or event");
    }
    return cadence;
  }

  /** Null for events, which have no due day, and after a problem. */
  @Nullable Integer latencyWorkdays(JsonNode contract, String cadence) {
    @Nullable JsonNode latency = null;
    for (JsonNode item : contract.path("slaProperties")) {
      String property = item.path("property").asText();
      if (!property.equals("latency")) {
        problems.add(path, "has slaProperties " + property + ", which nobody reads");
      } else if (latency != null) {
        problems.add(path, "has two latencies in slaProperties");
      } else {
        latency = item;
      }
    }
    if (cadence.equals(EVENT)) {
      if (latency != null) {
        problems.add(path, "has a latency, but an event has no due day");
      }
      return null;
    }
    if (latency == null) {
      problems.add(
          path,
          "needs slaProperties latency: the working day after the end of the period it is due on");
      return null;
    }
    JsonNode value = latency.path("value");
    if (!latency.path("unit").asText().equals("workday")
        || !value.isIntegralNumber()
        || value.asInt() < 1) {
      problems.add(
          path,
          "has latency "
              + value.asText()
              + " "
              + latency.path("unit").asText()
              + ", expected a whole number from 1 with unit workday");
      return null;
    }
    return value.asInt();
  }
}
