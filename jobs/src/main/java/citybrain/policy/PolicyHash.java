package citybrain.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of what policy files say, in hexadecimal: their paths and their content as JSON with
 * sorted keys, in the order of the paths, and the rows of printed lists. Comments, indentation and
 * the order of keys do not count; the order of a list does.
 */
final class PolicyHash {
  private static final ObjectMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final byte END = 0;

  private PolicyHash() {}

  static String of(List<PolicyFile> files, List<PrintedList> lists) {
    MessageDigest digest = sha256();
    files.stream()
        .sorted(Comparator.comparing(PolicyFile::subject))
        .forEach(
            file -> {
              digest.update(file.subject().getBytes(StandardCharsets.UTF_8));
              digest.update(END);
              digest.update(canonical(file));
              digest.update(END);
            });
    for (PrintedList list : lists) {
      digest.update(list.id().getBytes(StandardCharsets.UTF_8));
      for (List<String> row : list.rows()) {
        digest.update(String.join("\t", row).getBytes(StandardCharsets.UTF_8));
        digest.update(END);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] canonical(PolicyFile file) {
    try {
      return CANONICAL.writeValueAsBytes(CANONICAL.treeToValue(file.tree(), Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree that was read can be written: " + file.subject(), e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
