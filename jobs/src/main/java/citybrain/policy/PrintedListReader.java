package citybrain.policy;

import citybrain.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the CSV file beside {@code lists.yaml} that holds the rows of a printed table. */
final class PrintedListReader {
  private final Path root;
  private final List<Problem> problems;

  PrintedListReader(Path root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  /** The list, or empty when its file cannot be read, and then the problem has been told. */
  Optional<PrintedList> read(PolicyFile file, JsonNode item) {
    String id = Fields.text(item, "id");
    String name = Fields.text(item, "file");
    List<String> columns = new ArrayList<>();
    item.get("columns").forEach(column -> columns.add(Fields.text(column, "name")));
    List<String> key = new ArrayList<>();
    item.get("key").forEach(column -> key.add(column.textValue()));
    Path path = root.resolve("policies").resolve(file.folder()).resolve(name);
    List<List<String>> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(path);
        CSVParser records = CSVFormat.RFC4180.parse(reader)) {
      Set<List<String>> keys = new HashSet<>();
      for (CSVRecord record : records) {
        List<String> cells = record.toList();
        if (records.getRecordNumber() == 1) {
          if (!cells.equals(columns)) {
            tell(file, id, name + " has the header " + cells + ", expected " + columns);
            return Optional.empty();
          }
        } else if (cells.size() != columns.size()) {
          tell(
              file,
              id,
              at(name, records) + " has " + cells.size() + " cells, expected " + columns.size());
        } else if (!keys.add(
            key.stream().map(column -> cells.get(columns.indexOf(column))).toList())) {
          tell(
              file,
              id,
              at(name, records) + " repeats the " + String.join(", ", key) + " of an earlier line");
        } else {
          rows.add(cells);
        }
      }
    } catch (IOException e) {
      tell(file, id, name + " cannot be read: " + e);
      return Optional.empty();
    }
    return Optional.of(
        new PrintedList(
            file.folder() + "." + id,
            Fields.title(item),
            columns,
            key,
            List.copyOf(rows),
            Fields.reference(item)));
  }

  private static String at(String name, CSVParser records) {
    return name + " line " + records.getCurrentLineNumber();
  }

  private void tell(PolicyFile file, String id, String found) {
    problems.add(
        new Problem(
            "POLICY_LIST",
            file.subject(id),
            found,
            "Give the file the columns of lists.yaml, one row per printed row."));
  }
}
