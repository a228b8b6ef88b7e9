package citybrain.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A closed list of codes with the Chinese names departments write for them.
 *
 * <p>Several names may stand for one code (short forms, former names); a name stands for one code.
 *
 * @param id file name under {@code schemas/codes} without its ending
 * @param titleZh what the list is called in messages
 * @param entries in the order of the file
 * @param codeByName every code and every normalised name to its code
 */
public record CodeList(
    String id, String titleZh, List<CodeEntry> entries, Map<String, String> codeByName)
    implements Serializable {

  public CodeList {
    entries = List.copyOf(entries);
    codeByName = Map.copyOf(codeByName);
  }

  /** One code, its name as published by us, and the other names it is known by. */
  public record CodeEntry(String code, String zh, List<String> otherNames) implements Serializable {
    public CodeEntry {
      otherNames = List.copyOf(otherNames);
    }
  }

  /** The code of a code or name as a department wrote it; empty when the list does not know it. */
  public Optional<String> code(String written) {
    return Optional.ofNullable(codeByName.get(CellText.key(written)));
  }

  /** The published name of a code. */
  public Optional<String> zh(String code) {
    return entries.stream().filter(e -> e.code().equals(code)).map(CodeEntry::zh).findFirst();
  }
}
