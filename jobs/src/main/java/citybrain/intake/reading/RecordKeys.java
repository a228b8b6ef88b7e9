package citybrain.intake.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.MurmurHash3;

/** The key of a record, as text for people and as a number to find repetitions by. */
public final class RecordKeys {
  private RecordKeys() {}

  /**
   * Equal keys have equal hashes; different keys hardly ever do.
   *
   * @param key columns of the silver table's key
   */
  public static long hash(Map<String, String> values, List<String> key) {
    byte[] bytes = text(values, key).getBytes(StandardCharsets.UTF_8);
    return MurmurHash3.hash128x64(bytes)[0];
  }

  /** Values of the key in key order; a missing one is empty. */
  public static String text(Map<String, String> values, List<String> key) {
    StringBuilder text = new StringBuilder();
    for (String column : key) {
      if (text.length() > 0) {
        text.append('、');
      }
      text.append(values.getOrDefault(column, ""));
    }
    return text.toString();
  }

  /** Numbers in a growing array: a file may have tens of millions of records. */
  static final class Hashes implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FEW = 64;

    private long[] hashes = new long[FEW];
    private int size;

    void add(long hash) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size + (size >> 1));
      }
      hashes[size++] = hash;
    }

    long[] sorted() {
      long[] sorted = Arrays.copyOf(hashes, size);
      Arrays.sort(sorted);
      return sorted;
    }
  }

  /** A hash found more than once. */
  public record Repeated(long hash, long count) implements java.io.Serializable {}

  static List<Repeated> repeated(long[] sorted) {
    List<Repeated> repeated = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[start]) {
        if (i - start > 1) {
          repeated.add(new Repeated(sorted[start], i - start));
        }
        start = i;
      }
    }
    return repeated;
  }
}
