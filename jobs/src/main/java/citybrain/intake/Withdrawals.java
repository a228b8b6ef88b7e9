package citybrain.intake;

import citybrain.problem.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which delivered files were taken back.
 *
 * <p>A department withdraws a delivery by putting a file named {@code 撤回-<file name>} into a later
 * date's folder of the same extract; what the file holds is not read. It means the last delivery of
 * that name before its day. An older one is named with its date: {@code 撤回-2020-09-20-<file name>}.
 * The same name can be delivered again at any time.
 *
 * <p>The answer depends on the files alone, not on the order in which they came.
 */
final class Withdrawals {
  /** The hyphen may be any that a Chinese keyboard gives. */
  private static final Pattern WITHDRAWAL = Pattern.compile("撤回[-－—–_](.+)");

  private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[-－—–_](.+)");

  /** Enough to find the name that was meant; a message is no listing. */
  private static final int NAMES_LISTED = 5;

  private final Map<String, LocalDate> dayByFile = new TreeMap<>();
  private final List<Problem> unknown = new ArrayList<>();

  private Withdrawals() {}

  /** A file by the parts of its path below the landing area. */
  private record Place(String folder, LocalDate day, String name) {
    static Place of(String file) {
      int nameAt = file.lastIndexOf('/') + 1;
      int dayAt = file.lastIndexOf('/', nameAt - 2) + 1;
      return new Place(
          file.substring(0, dayAt - 1),
          LocalDate.parse(file.substring(dayAt, nameAt - 1)),
          file.substring(nameAt));
    }

    String file() {
      return folder + "/" + day + "/" + name;
    }
  }

  /** Whether a file withdraws another and holds no records itself. */
  static boolean isWithdrawal(String file) {
    return WITHDRAWAL.matcher(file.substring(file.lastIndexOf('/') + 1)).matches();
  }

  /**
   * Resolves all withdrawals among files.
   *
   * @param files paths below the landing area, {@code <department>/<extract>/<delivery
   *     date>/<name>}
   */
  static Withdrawals among(Collection<String> files) {
    Withdrawals withdrawals = new Withdrawals();
    Map<String, Map<String, NavigableSet<LocalDate>>> deliveries = new HashMap<>();
    List<Place> acts = new ArrayList<>();
    for (String file : new TreeSet<>(files)) {
      Place place = Place.of(file);
      if (isWithdrawal(file)) {
        acts.add(place);
      } else {
        deliveries
            .computeIfAbsent(place.folder(), folder -> new TreeMap<>())
            .computeIfAbsent(place.name(), name -> new TreeSet<>())
            .add(place.day());
      }
    }
    for (Place act : acts) {
      withdrawals.resolve(act, deliveries.getOrDefault(act.folder(), Map.of()));
    }
    return withdrawals;
  }

  private void resolve(Place act, Map<String, NavigableSet<LocalDate>> daysByName) {
    Optional<Place> meant = meantBy(act, daysByName);
    if (meant.isPresent()) {
      dayByFile.merge(meant.get().file(), act.day(), (a, b) -> a.isBefore(b) ? a : b);
    } else {
      unknown.add(unknown(act, daysByName));
    }
  }

  private static Optional<Place> meantBy(
      Place act, Map<String, NavigableSet<LocalDate>> daysByName) {
    Matcher matcher = WITHDRAWAL.matcher(act.name());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a withdrawal: " + act.file());
    }
    String name = matcher.group(1);
    LocalDate last = daysByName.getOrDefault(name, new TreeSet<>()).lower(act.day());
    if (last != null) {
      return Optional.of(new Place(act.folder(), last, name));
    }
    Matcher dated = DATED.matcher(name);
    if (!dated.matches()) {
      return Optional.empty();
    }
    return day(dated.group(1))
        .filter(day -> day.isBefore(act.day()))
        .filter(day -> daysByName.getOrDefault(dated.group(2), new TreeSet<>()).contains(day))
        .map(day -> new Place(act.folder(), day, dated.group(2)));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Problem unknown(Place act, Map<String, NavigableSet<LocalDate>> daysByName) {
    List<String> names =
        daysByName.entrySet().stream()
            .filter(entry -> entry.getValue().lower(act.day()) != null)
            .map(Map.Entry::getKey)
            .toList();
    String found =
        names.isEmpty()
            ? "nothing was delivered before that day"
            : "delivered before that day were "
                + String.join(", ", names.subList(0, Math.min(NAMES_LISTED, names.size())))
                + (names.size() > NAMES_LISTED
                    ? " and " + (names.size() - NAMES_LISTED) + " more"
                    : "");
    return new Problem(
        "WITHDRAWAL_UNKNOWN",
        act.file(),
        "withdraws a file that was not delivered in this folder on an earlier day; " + found,
        "Name it 撤回- and then the exact file name, its ending included; with 撤回-2020-09-20- for the"
            + " delivery of that day.");
  }

  /**
   * Withdrawn files by path, each with the first day on which it is no longer known.
   *
   * @param folders {@code <department>/<extract>} of those asked for
   */
  Map<String, LocalDate> dayByFileOf(Collection<String> folders) {
    Map<String, LocalDate> days = new TreeMap<>();
    dayByFile.forEach(
        (file, day) -> {
          if (folders.contains(Place.of(file).folder())) {
            days.put(file, day);
          }
        });
    return days;
  }

  boolean isWithdrawn(String file) {
    return dayByFile.containsKey(file);
  }

  /** Withdrawals of files that are not there, sorted by path. */
  List<Problem> unknown() {
    return List.copyOf(unknown);
  }
}
