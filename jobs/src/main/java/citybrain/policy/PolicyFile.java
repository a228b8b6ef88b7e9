package citybrain.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One policy file as read.
 *
 * @param folder the folder under {@code policies/}
 * @param name the file's name in it
 * @param tree the whole file
 * @param unfitItems positions of the items that do not fit the schema, or {@link #WHOLE}
 */
record PolicyFile(String folder, String name, JsonNode tree, Set<Integer> unfitItems) {
  /** In place of a position: no item of the file can be relied on. */
  static final int WHOLE = -1;

  /** The items that fit the schema, the only ones whose fields can be relied on. */
  List<JsonNode> fitItems() {
    if (unfitItems.contains(WHOLE)) {
      return List.of();
    }
    if (tree.isObject()) {
      return List.of(tree);
    }
    List<JsonNode> fit = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      if (!unfitItems.contains(i)) {
        fit.add(tree.get(i));
      }
    }
    return fit;
  }

  /** How a problem names the file. */
  String subject() {
    return subject(folder, name);
  }

  static String subject(String folder, String name) {
    return "policies/" + folder + "/" + name;
  }

  /** How a problem names an item of the file. */
  String subject(String item) {
    return subject() + "#" + item;
  }
}
