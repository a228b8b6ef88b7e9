package citybrain.lake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Delivered files that their department has taken back.
 *
 * @param dayByFile path below the landing area, and the first day on which the file's records are
 *     no longer known: always later than its delivery
 * @param changed files whose day came, moved or went since tables were last written
 */
public record WithdrawnFiles(Map<String, LocalDate> dayByFile, Set<String> changed) {
  public static final WithdrawnFiles NONE = new WithdrawnFiles(Map.of(), Set.of());

  public WithdrawnFiles {
    dayByFile = Map.copyOf(dayByFile);
    changed = Set.copyOf(changed);
  }

  /**
   * What holds now.
   *
   * @param before what held when tables were last written
   */
  public static WithdrawnFiles since(Map<String, LocalDate> before, Map<String, LocalDate> now) {
    Set<String> files = new TreeSet<>(before.keySet());
    files.addAll(now.keySet());
    files.removeIf(file -> before.containsKey(file) && before.get(file).equals(now.get(file)));
    return new WithdrawnFiles(now, files);
  }

  /** Only of these files; a file that changed is kept whether named or not. */
  WithdrawnFiles of(Collection<String> files) {
    Map<String, LocalDate> kept = new TreeMap<>(dayByFile);
    kept.keySet().retainAll(new HashSet<>(files));
    return new WithdrawnFiles(kept, changed);
  }

  boolean isEmpty() {
    return dayByFile.isEmpty() && changed.isEmpty();
  }
}
