package citybrain.serving;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the cockpit page says, as data: no Spark, no HTML. Texts are Chinese, as officials read
 * them. Every figure has the clause it is judged by ({@code reference}), the arguments of {@code
 * citybrain explain} that walk back to its source rows ({@code explain}), and whether it is
 * simulated. A missing figure is null, never zero.
 */
public record CockpitPage(
    ReleaseHeader release, Economy economy, Education education, Funds funds, Quality quality) {

  /** How much of a part of the page is simulated. */
  public enum Simulated {
    /** Nothing: every figure is from published sources. */
    NONE("公开发布数据"),
    SOME("部分为模拟数据"),
    ALL("全部为模拟数据");

    private final String zh;

    Simulated(String zh) {
      this.zh = zh;
    }

    String zh() {
      return zh;
    }
  }

  /** Warning lights, latest period of each indicator, and growth over the last years. */
  public record Economy(List<Signal> signals, List<Trend> trends) {
    public Economy {
      signals = List.copyOf(signals);
      trends = List.copyOf(trends);
    }

    Simulated simulated() {
      long simulated =
          signals.stream().filter(Signal::isSimulated).count()
              + trends.stream().filter(Trend::isSimulated).count();
      return share(simulated, signals.size() + trends.size());
    }
  }

  /**
   * One light.
   *
   * @param period code, for example {@code 2020-01/2020-05}
   * @param value at the precision at which it was judged and is shown; null when not known
   * @param light null when there is no value to judge
   */
  public record Signal(
      String title,
      String area,
      String period,
      @Nullable BigDecimal value,
      String unitZh,
      @Nullable Light light,
      String reason,
      String reference,
      String explain,
      boolean isSimulated) {}

  /**
   * A growth series of one area.
   *
   * @param measureZh what grows, for example 当期同比
   * @param points ascending by period
   */
  public record Trend(
      String title,
      String area,
      String measureZh,
      String unitZh,
      List<Point> points,
      String explain) {
    public Trend {
      points = List.copyOf(points);
    }

    boolean isSimulated() {
      return points.stream().anyMatch(Point::isSimulated);
    }
  }

  /**
   * Growth in one period, as we compute it and as it was published. They differ where the base was
   * revised: both are shown.
   *
   * @param periodEnd last day of the period: its place on the time axis
   * @param isMerged several months reported as one, for example January and February
   * @param isComparable false when the computed growth does not say what growth promises, for
   *     example because the base was revised; true also where nothing was computed
   * @param reason why not comparable, or why not computed; empty when there is nothing to say
   */
  public record Point(
      String period,
      LocalDate periodEnd,
      @Nullable BigDecimal computed,
      @Nullable BigDecimal published,
      boolean isMerged,
      boolean isComparable,
      String reason,
      boolean isSimulated) {}

  /** Programmes of yearly targets. */
  public record Education(List<ProgrammeProgress> programmes) {
    public Education {
      programmes = List.copyOf(programmes);
    }

    Simulated simulated() {
      List<IndicatorProgress> all =
          programmes.stream().flatMap(programme -> programme.indicators().stream()).toList();
      List<IndicatorProgress> reported =
          all.stream().filter(indicator -> indicator.actual() != null).toList();
      return share(
          reported.stream().filter(IndicatorProgress::isSimulated).count(), reported.size());
    }
  }

  /**
   * A programme in the year last reported.
   *
   * @param year the target year that verdicts are for; null when nothing was reported yet
   */
  public record ProgrammeProgress(
      String title, @Nullable Integer year, List<IndicatorProgress> indicators) {
    public ProgrammeProgress {
      indicators = List.copyOf(indicators);
    }

    /** How many indicators have each verdict; every verdict has a count. */
    static Map<TargetVerdict, Long> counts(List<IndicatorProgress> indicators) {
      Map<TargetVerdict, Long> counts = new EnumMap<>(TargetVerdict.class);
      for (TargetVerdict verdict : TargetVerdict.values()) {
        counts.put(verdict, indicators.stream().filter(i -> i.verdict() == verdict).count());
      }
      return counts;
    }
  }

  /**
   * One row of a target table and how it stands.
   *
   * @param section heading of the target table's part, for example 一、规模与布局
   * @param breakdown member the row is for, for example an industry; empty for the whole
   * @param unitZh the unit the gazette prints
   * @param baseline cell as printed; "/" or blank where the gazette sets nothing
   * @param targets cells as printed, by year
   * @param actual in {@code unitZh}; null when not reported
   * @param progressRatio share of the way from baseline to target, 1 = target reached; null when
   *     there is no such way
   * @param expectedRatio the share that would be in time
   */
  public record IndicatorProgress(
      String section,
      String title,
      String breakdown,
      String unitZh,
      String baseline,
      SortedMap<Integer, String> targets,
      @Nullable BigDecimal actual,
      @Nullable BigDecimal progressRatio,
      @Nullable BigDecimal expectedRatio,
      TargetVerdict verdict,
      String reason,
      String reference,
      String explain,
      boolean isSimulated) {
    public IndicatorProgress {
      targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }
  }

  /**
   * Compliance of public funds.
   *
   * @param worst open findings, the gravest first: at most as many as the page shows
   * @param openCount all open findings
   */
  public record Funds(List<RuleCount> rules, List<Finding> worst, long openCount) {
    public Funds {
      rules = List.copyOf(rules);
      worst = List.copyOf(worst);
      if (openCount < worst.size()) {
        throw new IllegalArgumentException("More findings shown than are open");
      }
    }

    Simulated simulated() {
      return share(rules.stream().filter(RuleCount::isSimulated).count(), rules.size());
    }
  }

  /**
   * Cases of a rule by verdict.
   *
   * @param isSimulated true when any of the cases is
   */
  public record RuleCount(
      String title, String reference, Map<FindingVerdict, Long> counts, boolean isSimulated) {
    public RuleCount {
      counts = Map.copyOf(counts);
    }

    public long count(FindingVerdict verdict) {
      return counts.getOrDefault(verdict, 0L);
    }

    public long total() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * A case that a rule has something to say on.
   *
   * @param dueEarliest differs from {@code dueLatest} while a year's working days are not announced
   * @param observed what was found: a sum, or the working days used; null while not done
   * @param limit what the clause allows
   * @param overBy how much is over: the sum above a ceiling in {@code unitZh}, or the calendar days
   *     after the last day in time; null when nothing is over
   * @param amount yuan at stake; null when the rule is not about a sum
   */
  public record Finding(
      String id,
      String ruleTitle,
      String subject,
      String area,
      String department,
      @Nullable LocalDate eventOn,
      @Nullable LocalDate dueEarliest,
      @Nullable LocalDate dueLatest,
      @Nullable LocalDate settledOn,
      FindingVerdict verdict,
      @Nullable BigDecimal observed,
      @Nullable BigDecimal limit,
      @Nullable BigDecimal overBy,
      String unitZh,
      @Nullable BigDecimal amount,
      String reason,
      String reference,
      String explain,
      boolean isSimulated) {}

  /**
   * Files and their rows, and that none was lost: delivered = accepted + quarantined + superseded.
   *
   * @param files all that were delivered, the refused and the repeated among them
   * @param refusedFiles of which nothing was loaded
   * @param repeatedFiles delivered before with the same content
   * @param simulatedFiles made by the simulation
   */
  public record Quality(
      long files,
      long refusedFiles,
      long repeatedFiles,
      long simulatedFiles,
      long rowsDelivered,
      long rowsAccepted,
      long rowsQuarantined,
      long rowsSuperseded) {

    /** False would be a fault of this system; the page says so. */
    public boolean isConserved() {
      return rowsDelivered == rowsAccepted + rowsQuarantined + rowsSuperseded;
    }

    Simulated simulated() {
      return share(simulatedFiles, files);
    }
  }

  private static Simulated share(long simulated, long all) {
    if (simulated == 0) {
      return Simulated.NONE;
    }
    return simulated == all ? Simulated.ALL : Simulated.SOME;
  }
}
