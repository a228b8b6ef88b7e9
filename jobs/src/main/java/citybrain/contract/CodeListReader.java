package citybrain.contract;

import citybrain.contract.CodeList.CodeEntry;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads one code list; its codes stand in the YAML or, when they are many, in a CSV beside it. */
final class CodeListReader {
  private static final List<String> TABLE_COLUMNS = List.of("code", "zh", "other_names");
  private static final String WIDEST = "widest";

  private final String path;
  private final ContractProblems problems;
  private final Map<String, CodeEntry> entryByCode = new LinkedHashMap<>();
  private final Map<String, String> codeByName = new HashMap<>();

  CodeListReader(String path, ContractProblems problems) {
    this.path = path;
    this.problems = problems;
  }

  /**
   * @param table text of the CSV beside the list; null when the codes stand in the list itself
   */
  CodeList read(JsonNode node, @Nullable String table) {
    List<CodeEntry> entries = table == null ? entries(node.path("codes")) : entries(table);
    boolean isWidest = node.path("same_name").asText().equals(WIDEST);
    for (CodeEntry entry : entries) {
      if (entryByCode.putIfAbsent(entry.code(), entry) != null) {
        problems.add(path, "lists code " + entry.code() + " twice");
      }
      addNames(entry, isWidest);
    }
    entries.forEach(this::checkTime);
    return new CodeList(
        node.path("id").asText(),
        node.path("title").path("zh").asText(),
        entries,
        codeByName,
        entryByCode);
  }

  private List<CodeEntry> entries(JsonNode codes) {
    List<CodeEntry> entries = new ArrayList<>();
    for (JsonNode item : codes) {
      String code = item.path("code").asText();
      List<String> otherNames = new ArrayList<>();
      item.path("other_names").forEach(name -> otherNames.add(name.asText()));
      entries.add(
          new CodeEntry(
              code,
              item.path("zh").asText(),
              otherNames,
              day(code, item, "valid_from"),
              day(code, item, "valid_to"),
              item.hasNonNull("successor") ? item.path("successor").asText() : null));
    }
    return entries;
  }

  private @Nullable LocalDate day(String code, JsonNode item, String field) {
    if (!item.hasNonNull(field)) {
      return null;
    }
    try {
      return LocalDate.parse(item.path(field).asText());
    } catch (DateTimeParseException e) {
      problems.add(
          path, "has " + field + " " + item.path(field).asText() + " for " + code + ", no date");
      return null;
    }
  }

  private List<CodeEntry> entries(String table) {
    List<CodeEntry> entries = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = format.parse(new StringReader(table))) {
      if (!rows.getHeaderNames().equals(TABLE_COLUMNS)) {
        problems.add(
            path,
            "names a table with columns " + rows.getHeaderNames() + ", expected " + TABLE_COLUMNS);
        return List.of();
      }
      for (CSVRecord row : rows) {
        if (!row.isConsistent() || row.get(0).isBlank() || row.get(1).isBlank()) {
          problems.add(
              path, "names a table without code or name in record " + row.getRecordNumber());
          continue;
        }
        List<String> otherNames =
            row.get(2).isEmpty() ? List.of() : List.of(row.get(2).split("\\|"));
        entries.add(new CodeEntry(row.get(0), row.get(1), otherNames, null, null, null));
      }
    } catch (IOException e) {
      problems.add(path, "names a table that is no CSV: " + e.getMessage());
    }
    return entries;
  }

  private void addNames(CodeEntry entry, boolean isWidest) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(CellText.key(entry.code()));
    keys.add(CellText.key(entry.zh()));
    entry.otherNames().forEach(name -> keys.add(CellText.key(name)));
    // A section has no digits of its own, and so no code without its letter.
    keys.remove("");
    for (String key : keys) {
      String other = codeByName.putIfAbsent(key, entry.code());
      if (other == null || other.equals(entry.code())) {
        continue;
      }
      if (isWidest && other.startsWith(entry.code())) {
        codeByName.put(key, entry.code());
      } else if (!isWidest || !entry.code().startsWith(other)) {
        problems.add(path, "gives the name " + key + " to " + other + " and to " + entry.code());
      }
    }
  }

  private void checkTime(CodeEntry entry) {
    LocalDate from = entry.validFrom();
    LocalDate to = entry.validTo();
    if (from != null && to != null && !from.isBefore(to)) {
      problems.add(
          path, "has " + entry.code() + " valid from " + from + " and no longer from " + to);
    }
    Set<String> passed = new LinkedHashSet<>(List.of(entry.code()));
    String successor = entry.successor();
    if (successor != null && to == null) {
      problems.add(path, "gives " + entry.code() + " a successor without a valid_to");
    }
    while (successor != null) {
      CodeEntry next = entryByCode.get(successor);
      if (next == null) {
        problems.add(path, "names successor " + successor + ", which is no code of the list");
        return;
      }
      if (!passed.add(successor)) {
        problems.add(path, "leads from " + entry.code() + " back to " + successor);
        return;
      }
      successor = next.successor();
    }
  }
}
