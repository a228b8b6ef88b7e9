package citybrain.serving.feedback;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of the sheets of one copy: those delivered wherever a workbook allows them. */
final class SheetNames {
  private static final int MAX_CHARACTERS = 31;

  /** What the one sheet of a text file is called. */
  private static final String OF_TEXT_FILE = "数据";

  private final Set<String> used = new HashSet<>();
  private final Map<String, String> given = new HashMap<>();

  /**
   * Names of a workbook that has one sheet already.
   *
   * @param ours its name
   */
  SheetNames(String ours) {
    used.add(ours.toLowerCase(Locale.ROOT));
  }

  /**
   * @param delivered name of the sheet as delivered, or of a member of an archive; empty for a text
   *     file
   */
  String of(String delivered) {
    return given.computeIfAbsent(delivered, this::newName);
  }

  private String newName(String delivered) {
    String name = delivered.isEmpty() ? OF_TEXT_FILE : allowed(delivered);
    String candidate = cut(name, MAX_CHARACTERS);
    for (int i = 2; !used.add(candidate.toLowerCase(Locale.ROOT)); i++) {
      String number = "(" + i + ")";
      candidate = cut(name, MAX_CHARACTERS - number.length()) + number;
    }
    return candidate;
  }

  private static String allowed(String delivered) {
    StringBuilder name = new StringBuilder();
    delivered
        .codePoints()
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(
            c ->
                name.appendCodePoint(
                    "\\/?*[]:".indexOf(c) >= 0 || Character.getType(c) == Character.CONTROL
                        ? '_'
                        : c));
    // A workbook allows no apostrophe at either end of a name.
    String stripped = name.toString().replaceAll("^'+|'+$", "_");
    return stripped.isBlank() ? "_" : stripped;
  }

  private static String cut(String name, int length) {
    if (name.length() <= length) {
      return name;
    }
    int end = Character.isHighSurrogate(name.charAt(length - 1)) ? length - 1 : length;
    return name.substring(0, end).replaceAll("'+$", "_");
  }
}
