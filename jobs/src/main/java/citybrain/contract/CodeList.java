package citybrain.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A closed list of codes with the Chinese names departments write for them.
 *
 * <p>Several names may stand for one code (short forms, former names); a name stands for one code.
 * A name or code that was abolished is read as the code of its time, never as its successor:
 * figures of former periods keep the area they were counted for.
 *
 * @param id file name under {@code schemas/codes} without its ending
 * @param titleZh what the list is called in messages
 * @param entries in the order of the file
 * @param codeByName every code and every normalised name to its code
 * @param entryByCode the entries by code
 */
public record CodeList(
    String id,
    String titleZh,
    List<CodeEntry> entries,
    Map<String, String> codeByName,
    Map<String, CodeEntry> entryByCode)
    implements Serializable {

  public CodeList {
    entries = List.copyOf(entries);
    codeByName = Map.copyOf(codeByName);
    entryByCode = Map.copyOf(entryByCode);
  }

  /**
   * One code, its name as published by us, and the other names it is known by.
   *
   * @param validFrom first day it holds; null where that is not known or was always so
   * @param validTo first day it holds no longer; null while it holds
   * @param successor the code that took over all it named; null for none
   */
  public record CodeEntry(
      String code,
      String zh,
      List<String> otherNames,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable String successor)
      implements Serializable {
    public CodeEntry {
      otherNames = List.copyOf(otherNames);
    }

    boolean isAbolishedOn(LocalDate day) {
      return validTo != null && !day.isBefore(validTo);
    }

    boolean isValidOn(LocalDate day) {
      return !isAbolishedOn(day) && (validFrom == null || !day.isBefore(validFrom));
    }
  }

  /** The code of a code or name as a department wrote it; empty when the list does not know it. */
  public Optional<String> code(String written) {
    return Optional.ofNullable(codeByName.get(CellText.key(written)));
  }

  public Optional<CodeEntry> entry(String code) {
    return Optional.ofNullable(entryByCode.get(code));
  }

  /** The published name of a code. */
  public Optional<String> zh(String code) {
    return entry(code).map(CodeEntry::zh);
  }

  /** True if the code is of this list and holds on the day; one without days always holds. */
  public boolean validOn(String code, LocalDate day) {
    return entry(code).filter(entry -> entry.isValidOn(day)).isPresent();
  }

  /**
   * True if the code had been abolished by the day. A code that did not hold yet is not abolished:
   * departments recast old figures to today's areas.
   */
  public boolean abolishedOn(String code, LocalDate day) {
    return entry(code).filter(entry -> entry.isAbolishedOn(day)).isPresent();
  }

  /** The code that took over all that {@code code} named, be it abolished itself since. */
  public Optional<String> successor(String code) {
    return entry(code).flatMap(entry -> Optional.ofNullable(entry.successor()));
  }

  /** The code that holds on the day for what {@code code} named; empty where there is none. */
  public Optional<String> successorOn(String code, LocalDate day) {
    Optional<String> current = Optional.of(code);
    while (current.isPresent() && !validOn(current.get(), day)) {
      current = successor(current.get());
    }
    return current;
  }
}
