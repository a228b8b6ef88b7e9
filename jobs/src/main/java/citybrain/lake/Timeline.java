package citybrain.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was known of one key, day by day, when deliveries may be withdrawn.
 *
 * <p>On each day the youngest record that is delivered and not withdrawn says what is known. Of the
 * records that say so without interruption the oldest is the evidence, and it stays the evidence as
 * long as it stands and nothing else is known. Only days count, so the answer does not depend on
 * the order of arrival.
 *
 * <p>{@link VintageDates} says the same in window functions for the keys, nearly all, of which
 * nothing was withdrawn.
 */
final class Timeline {
  private static final int NONE = -1;

  private final List<Said> said;

  private Timeline(List<Said> said) {
    this.said = List.copyOf(said);
  }

  /**
   * One delivered record of the key.
   *
   * @param day delivery day, as epoch day
   * @param withdrawnOn first epoch day it is not known on, after {@code day}; null for never
   * @param content equal for records that say the same
   */
  record Said(int day, @Nullable Integer withdrawnOn, String content) {
    private boolean standsOn(int date) {
      return day <= date && (withdrawnOn == null || withdrawnOn > date);
    }
  }

  /**
   * Days on which a record is what is known.
   *
   * @param said index of the record
   * @param from first epoch day
   * @param to first epoch day no more; null for open; equal to {@code from} for a record that was
   *     not what was known on the day of its delivery
   */
  record Validity(int said, int from, @Nullable Integer to) {}

  /**
   * Each record once from its delivery day, and again from each day on which a withdrawal made it
   * what is known.
   *
   * @param said of one key, oldest first; of one day, the one that wins last
   */
  static List<Validity> of(List<Said> said) {
    return new Timeline(said).validities();
  }

  private List<Validity> validities() {
    TreeSet<Integer> days = new TreeSet<>();
    for (Said record : said) {
      days.add(record.day());
      if (record.withdrawnOn() != null) {
        days.add(record.withdrawnOn());
      }
    }
    List<Validity> validities = new ArrayList<>();
    boolean[] isKnownFromDelivery = new boolean[said.size()];
    int standing = NONE;
    int since = 0;
    for (int day : days) {
      int next = evidenceOn(day, standing);
      if (next == standing) {
        continue;
      }
      if (standing != NONE) {
        validities.add(new Validity(standing, since, day));
      }
      if (next != NONE && said.get(next).day() == day) {
        isKnownFromDelivery[next] = true;
      }
      standing = next;
      since = day;
    }
    if (standing != NONE) {
      validities.add(new Validity(standing, since, null));
    }
    for (int i = 0; i < said.size(); i++) {
      if (!isKnownFromDelivery[i]) {
        int day = said.get(i).day();
        validities.add(new Validity(i, day, day));
      }
    }
    return validities;
  }

  private int evidenceOn(int date, int standing) {
    int youngest = youngestBefore(said.size(), date);
    if (youngest == NONE) {
      return NONE;
    }
    String content = said.get(youngest).content();
    if (standing != NONE
        && said.get(standing).standsOn(date)
        && said.get(standing).content().equals(content)) {
      return standing;
    }
    int evidence = youngest;
    int earlier = youngestOfAnEarlierDay(evidence, date);
    while (earlier != NONE && said.get(earlier).content().equals(content)) {
      evidence = earlier;
      earlier = youngestOfAnEarlierDay(evidence, date);
    }
    return evidence;
  }

  private int youngestOfAnEarlierDay(int than, int date) {
    int before = than;
    while (before > 0 && said.get(before - 1).day() == said.get(than).day()) {
      before--;
    }
    return youngestBefore(before, date);
  }

  private int youngestBefore(int end, int date) {
    for (int i = end - 1; i >= 0; i--) {
      if (said.get(i).standsOn(date)) {
        return i;
      }
    }
    return NONE;
  }
}
