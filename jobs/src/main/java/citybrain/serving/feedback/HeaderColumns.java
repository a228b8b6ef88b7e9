package citybrain.serving.feedback;

import citybrain.contract.CellText;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.HeaderAlias;
import citybrain.contract.Layout;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Where the headers of one sheet stand, for problems that name a header and no cell. */
final class HeaderColumns {
  private final List<Layout> layouts;
  private final LocalDate deliveredOn;
  private final Map<String, Integer> indexByText = new HashMap<>();
  private final Set<String> repeated = new HashSet<>();

  /**
   * @param contract of the extract, for the other headers it allows; null when there is none
   */
  HeaderColumns(@org.jspecify.annotations.Nullable Contract contract, LocalDate deliveredOn) {
    this.layouts = contract == null ? List.of() : contract.layouts();
    this.deliveredOn = deliveredOn;
  }

  void add(List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      String text = CellText.key(header.get(i));
      Integer before = text.isEmpty() ? null : indexByText.putIfAbsent(text, i);
      if (before != null && before != i) {
        repeated.add(text);
      }
    }
  }

  /** Position of a header as the contract names it; empty unless exactly one column has it. */
  OptionalInt indexOf(String header) {
    for (String text : texts(header)) {
      Integer index = indexByText.get(text);
      if (index != null && !repeated.contains(text)) {
        return OptionalInt.of(index);
      }
    }
    return OptionalInt.empty();
  }

  private Set<String> texts(String header) {
    Set<String> texts = new LinkedHashSet<>();
    texts.add(CellText.key(header));
    for (Layout layout : layouts) {
      for (ContractColumn column : layout.columns()) {
        if (column.header().equals(header)) {
          column.aliases().stream()
              .filter(alias -> !alias.from().isAfter(deliveredOn))
              .map(HeaderAlias::text)
              .map(CellText::key)
              .forEach(texts::add);
        }
      }
    }
    return texts;
  }
}
