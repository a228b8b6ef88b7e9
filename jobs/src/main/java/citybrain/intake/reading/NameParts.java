package citybrain.intake.reading;

import citybrain.contract.CellText;
import citybrain.contract.CodeList;
import citybrain.contract.ContractColumn;
import citybrain.unit.SourceUnits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a text that names several things at once: 货币(M1)供应量同比增长(%) names an indicator, a measure
 * and a unit.
 *
 * <p>From the left the longest name that fits is taken, at most one of each kind; between names
 * only brackets, separators, 其中 and units may stand. A text with anything else in it names nothing:
 * what is left over might change the meaning.
 */
final class NameParts {
  /** Between the parts of a header that stand in rows of their own. */
  static final String PART_END = "\n";

  private static final String SEPARATORS = "()[]【】<>:,、;.-±/\n";
  private static final String CLOSING = ")]】";
  private static final String OF_WHICH = "其中";

  /** The longest first, by the character they start with. */
  private final Map<Character, List<Name>> namesByStart;

  private record Name(ContractColumn column, String text, String canonical) {}

  private NameParts(List<Name> names) {
    this.namesByStart =
        names.stream()
            .filter(name -> !name.text().isEmpty())
            .sorted(Comparator.comparingInt((Name name) -> name.text().length()).reversed())
            .collect(Collectors.groupingBy(name -> name.text().charAt(0)));
  }

  /**
   * What a text names.
   *
   * @param values by name of the column; a measure named by its header has no canonical value
   * @param unit as written, the last one where there are more; empty for none
   */
  record Named(Map<String, StatedValue> values, String unit) {}

  /**
   * @param coded columns with a code list, of which each name is looked for
   * @param headed columns looked for by their own header
   */
  static NameParts of(List<ContractColumn> coded, List<ContractColumn> headed) {
    List<Name> names = new ArrayList<>();
    for (ContractColumn column : coded) {
      CodeList codes = column.codes();
      if (codes != null) {
        codes.codeByName().forEach((name, code) -> names.add(new Name(column, name, code)));
      }
    }
    for (ContractColumn column : headed) {
      names.add(new Name(column, CellText.key(column.header()), ""));
    }
    return new NameParts(names);
  }

  /**
   * Reads a whole text.
   *
   * @param text in comparable form; rows of a header apart by {@link #PART_END}
   * @return empty when something in it is no name
   */
  Optional<Named> read(String text) {
    Map<String, StatedValue> values = new LinkedHashMap<>();
    String unit = "";
    int at = 0;
    while (at < text.length()) {
      Optional<Name> name = nameAt(text, at, values);
      if (name.isPresent()) {
        String found = name.get().text();
        values.put(name.get().column().name(), new StatedValue(found, name.get().canonical()));
        at += found.length();
        continue;
      }
      String bounded = text.substring(at, end(text, at));
      if (SEPARATORS.indexOf(text.charAt(at)) >= 0) {
        at++;
      } else if (SourceUnits.of(bounded).isPresent()) {
        unit = bounded;
        at += bounded.length();
      } else if (text.startsWith(OF_WHICH, at)) {
        at += OF_WHICH.length();
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Named(values, unit));
  }

  private Optional<Name> nameAt(String text, int at, Map<String, StatedValue> found) {
    return namesByStart.getOrDefault(text.charAt(at), List.of()).stream()
        .filter(name -> text.startsWith(name.text(), at))
        .filter(name -> !found.containsKey(name.column().name()))
        .findFirst();
  }

  /** Where a unit that starts here would end: before the closing bracket, or with its row. */
  private static int end(String text, int at) {
    int end = at;
    while (end < text.length()
        && CLOSING.indexOf(text.charAt(end)) < 0
        && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }
}
