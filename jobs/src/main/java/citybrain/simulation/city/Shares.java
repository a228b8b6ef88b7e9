package citybrain.simulation.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Words or codes and how often each is drawn, relative to the others. Immutable. */
public final class Shares {
  private final List<String> values;
  private final List<Double> upTo;

  private Shares(List<String> values, List<Double> upTo) {
    this.values = List.copyOf(values);
    this.upTo = List.copyOf(upTo);
  }

  /**
   * The first value.
   *
   * @param value empty text for none of the others
   */
  public static Shares of(String value, double share) {
    return new Shares(List.of(value), List.of(share));
  }

  /** Values that are drawn equally often. */
  public static Shares equal(String... values) {
    Shares shares = new Shares(List.of(), List.of());
    for (String value : values) {
      shares = shares.and(value, 1);
    }
    return shares;
  }

  /** These and a further value. */
  public Shares and(String value, double share) {
    List<String> more = new ArrayList<>(values);
    List<Double> moreUpTo = new ArrayList<>(upTo);
    more.add(value);
    moreUpTo.add(total() + share);
    return new Shares(more, moreUpTo);
  }

  private double total() {
    return upTo.isEmpty() ? 0 : upTo.get(upTo.size() - 1);
  }

  /** One of the values. */
  public String drawn(RandomGenerator random) {
    return at(random.nextDouble());
  }

  /** The value at a position from 0 to below 1, which a thing may keep for good. */
  public String at(double position) {
    double wanted = position * total();
    int index = 0;
    while (wanted >= upTo.get(index)) {
      index++;
    }
    return values.get(index);
  }
}
