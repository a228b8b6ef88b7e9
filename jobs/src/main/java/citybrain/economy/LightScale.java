package citybrain.economy;

import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of one metric's lights, by the day they are in force. A period is judged by the bounds
 * in force on its last day.
 *
 * <p>Source: parameters {@code monitoring-method.light.<metric id>.<bound>}.
 */
public final class LightScale implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PREFIX = "monitoring-method.light.";

  private final String metricId;

  /** Ascending by first day. */
  private final List<Dated> bounds;

  private LightScale(String metricId, List<Dated> bounds) {
    this.metricId = metricId;
    this.bounds = bounds;
  }

  /**
   * The scales that {@code parameters} declare; other parameters are passed over.
   *
   * @throws ProblemException {@code LIGHT_BOUNDS_INVALID}, all at once, when a metric lacks a
   *     bound, has one that is not known, or has bounds that do not fall from red to light blue
   */
  public static List<LightScale> of(Collection<Parameter> parameters) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Map<Bound, Parameter>> byMetric = new TreeMap<>();
    for (Parameter parameter : parameters) {
      if (parameter.id().startsWith(PREFIX)) {
        String name = parameter.id().substring(PREFIX.length());
        int dot = name.lastIndexOf('.');
        Bound.ofCode(name.substring(dot + 1))
            .ifPresentOrElse(
                bound ->
                    byMetric
                        .computeIfAbsent(
                            name.substring(0, Math.max(dot, 0)),
                            unused -> new EnumMap<>(Bound.class))
                        .put(bound, parameter),
                () -> problems.add(problem(parameter.id(), "names no bound of a light")));
      }
    }
    List<LightScale> scales = new ArrayList<>();
    byMetric.forEach(
        (metricId, four) -> {
          if (four.size() < Bound.values().length) {
            problems.add(
                problem(
                    PREFIX + metricId,
                    "has the bounds " + four.keySet() + ", all four are needed"));
          } else {
            scales.add(new LightScale(metricId, dated(metricId, four, problems)));
          }
        });
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return scales;
  }

  private static List<Dated> dated(
      String metricId, Map<Bound, Parameter> four, List<Problem> problems) {
    SortedSet<LocalDate> days =
        four.values().stream()
            .flatMap(parameter -> parameter.values().stream())
            .map(DatedValue::from)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Dated> dated = new ArrayList<>();
    for (LocalDate day : days) {
      try {
        dated.add(new Dated(day, inForce(four, day)));
      } catch (IllegalArgumentException e) {
        problems.add(
            problem(
                PREFIX + metricId, "has bounds out of order from " + day + ": " + e.getMessage()));
      }
    }
    return dated;
  }

  private static @Nullable LightBounds inForce(Map<Bound, Parameter> four, LocalDate day) {
    Map<Bound, BigDecimal> values = new EnumMap<>(Bound.class);
    SortedSet<String> references = new TreeSet<>();
    four.forEach(
        (bound, parameter) -> {
          DatedValue dated = parameter.on(day).orElse(null);
          if (dated != null && dated.value() != null) {
            values.put(bound, dated.value());
            references.add(dated.reference().toString());
          }
        });
    BigDecimal red = values.get(Bound.RED_FROM);
    BigDecimal yellow = values.get(Bound.YELLOW_FROM);
    BigDecimal green = values.get(Bound.GREEN_FROM);
    BigDecimal lightBlue = values.get(Bound.LIGHT_BLUE_FROM);
    if (red == null || yellow == null || green == null || lightBlue == null) {
      return null;
    }
    return new LightBounds(red, yellow, green, lightBlue, String.join("；", references));
  }

  private static Problem problem(String subject, String message) {
    return new Problem(
        "LIGHT_BOUNDS_INVALID",
        subject,
        message,
        "Declare red_from, yellow_from, green_from and light_blue_from in"
            + " policies/monitoring-method/parameters.yaml, each above the next");
  }

  /** The metric whose growth the light shows. */
  public String metricId() {
    return metricId;
  }

  /** Empty when no bounds are in force: then there is no light either. */
  Optional<LightBounds> on(LocalDate day) {
    Optional<Dated> last =
        bounds.stream().filter(dated -> !dated.from().isAfter(day)).reduce((a, b) -> b);
    return last.flatMap(dated -> Optional.ofNullable(dated.bounds()));
  }

  /**
   * Bounds from a day on.
   *
   * @param bounds null when one of the four has no value from that day on
   */
  private record Dated(LocalDate from, @Nullable LightBounds bounds) implements Serializable {}

  private enum Bound {
    RED_FROM("red_from"),
    YELLOW_FROM("yellow_from"),
    GREEN_FROM("green_from"),
    LIGHT_BLUE_FROM("light_blue_from");

    private final String code;

    Bound(String code) {
      this.code = code;
    }

    static Optional<Bound> ofCode(String code) {
      return Arrays.stream(values()).filter(bound -> bound.code.equals(code)).findFirst();
    }

    @Override
    public String toString() {
      return code;
    }
  }
}
