package citybrain.simulation.city;

import citybrain.period.Period;
import citybrain.simulation.city.Person.Population;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the extracts of one simulation share. Each firm, school or person is computed from the seed
 * and its number alone, so nothing is held in memory and any of them can be asked for at any time,
 * in any order, from any extract.
 *
 * <p>At scale 1 the city has {@value FIRMS} firms, {@value SCHOOLS} schools, {@value INSTITUTIONS}
 * medical institutions, {@value INSURED} insured persons and {@value PROJECTS} construction
 * projects; all are proportional to the scale.
 */
public final class City {
  private static final int FIRMS = 200;
  private static final int SCHOOLS = 30;
  private static final int INSTITUTIONS = 12;
  private static final int INSURED = 300;
  private static final int PROJECTS = 20;

  private static final int FIRMS_LOOKED_AT = 60;

  private static final int MONTHS_A_QUARTER = 3;
  private static final int MONTHS_A_YEAR = 12;
  private static final double PERCENT = 100;
  private static final double THOUSAND = 1_000;

  // Numbers of organisations: kinds never share one.
  private static final long FIRST_FIRM = 10_000_000;
  private static final long FIRST_INSTITUTION = 60_000_000;

  /** A prime that shares no factor with any number of days, so that steps of it visit each day. */
  private static final long STRIDE = 7_919;

  /** Sequence numbers of one sex, birth day and area: 1, 3 … 997 or 2, 4 … 998. */
  private static final int SEQUENCES = 499;

  private final RandomStreams streams;
  private final double scale;
  private final YearMonth from;
  private final YearMonth to;
  private final OfficeDays officeDays;
  private final List<Industry> industries;
  private final int industryWeight;

  /**
   * @param from first month of the simulation
   * @param to last month
   */
  public City(long seed, double scale, YearMonth from, YearMonth to) {
    this.streams = new RandomStreams(seed);
    this.scale = scale;
    this.from = from;
    this.to = to;
    this.officeDays = OfficeDays.until(to);
    this.industries = readIndustries();
    this.industryWeight = industries.stream().mapToInt(Industry::weight).sum();
  }

  /** First month of the simulation. */
  public YearMonth from() {
    return from;
  }

  /** Last month of the simulation. */
  public YearMonth to() {
    return to;
  }

  /** 1 is a small city; numbers of things are proportional to it. */
  public double scale() {
    return scale;
  }

  /** {@code atScaleOne} times the scale, at least 1. */
  public long scaled(double atScaleOne) {
    return Math.max(1, Math.round(atScaleOne * scale));
  }

  /** The days on which offices work. */
  public OfficeDays officeDays() {
    return officeDays;
  }

  /**
   * The random stream of a purpose and a number in it. Take a stream per thing drawn (a firm, a
   * month, or both by {@code index * 10_000 + month}), so that a longer span or a larger city keeps
   * what was.
   *
   * @param purpose for example {@code enterprise_tax}
   */
  public SplittableRandom random(String purpose, long number) {
    return streams.of(purpose, number);
  }

  /** The months of the span. */
  public Stream<YearMonth> months() {
    return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1));
  }

  /** The quarters that lie wholly in the span. */
  public Stream<Period> quarters() {
    return months()
        .filter(month -> month.getMonthValue() % MONTHS_A_QUARTER == 0)
        .filter(month -> !month.minusMonths(MONTHS_A_QUARTER - 1L).isBefore(from))
        .map(month -> Period.quarter(month.getYear(), month.getMonthValue() / MONTHS_A_QUARTER));
  }

  /** The calendar years that lie wholly in the span. */
  public Stream<Integer> years() {
    return months()
        .filter(month -> month.getMonthValue() == MONTHS_A_YEAR)
        .filter(month -> !month.minusMonths(MONTHS_A_YEAR - 1L).isBefore(from))
        .map(YearMonth::getYear);
  }

  /** The days of the span. */
  public Stream<LocalDate> days() {
    return from.atDay(1).datesUntil(to.atEndOfMonth().plusDays(1));
  }

  /** All industries that firms of the city belong to. */
  public List<Industry> industries() {
    return industries;
  }

  public long firmCount() {
    return scaled(FIRMS);
  }

  /** All firms that ever exist, by number; those founded later and those closed too. */
  public Stream<Firm> firms() {
    return LongStream.range(0, firmCount()).mapToObj(this::firm);
  }

  /** The firm of a number; numbers from {@link #firmCount()} on are firms outside the city. */
  public Firm firm(long index) {
    SplittableRandom random = streams.of("firm", index);
    Industry industry = industry(random);
    District district = District.drawn(random);
    FirmSize size = size(random);
    int employees = size.fewest() + random.nextInt(size.most() - size.fewest() + 1);
    double revenue = employees * industry.revenueAHead() * Dynamics.noise(random, 0.3);
    LocalDate foundedOn = foundedOn(random);
    return new Firm(
        index,
        Identifiers.creditCode("91", district.code(), FIRST_FIRM + index),
        Names.firm(random, index, industry),
        industry,
        district,
        size,
        employees,
        revenue,
        Math.max(1, Math.round(revenue * 0.2 / 100_000)) * 100_000,
        Names.person(random),
        foundedOn,
        closedOn(random, foundedOn));
  }

  private Industry industry(RandomGenerator random) {
    int left = random.nextInt(industryWeight);
    for (Industry industry : industries) {
      left -= industry.weight();
      if (left < 0) {
        return industry;
      }
    }
    throw new IllegalStateException("Weights sum to " + industryWeight);
  }

  private static FirmSize size(RandomGenerator random) {
    double draw = random.nextDouble();
    if (draw < 0.03) {
      return FirmSize.LARGE;
    }
    if (draw < 0.15) {
      return FirmSize.MEDIUM;
    }
    return draw < 0.60 ? FirmSize.SMALL : FirmSize.MICRO;
  }

  /** Four of five firms are older than 2018. */
  private static LocalDate foundedOn(RandomGenerator random) {
    boolean isOld = random.nextDouble() < 0.8;
    LocalDate first = LocalDate.of(isOld ? 1992 : 2018, 1, 2);
    int days =
        Math.toIntExact(ChronoUnit.DAYS.between(first, LocalDate.of(isOld ? 2018 : 2022, 1, 1)));
    return first.plusDays(random.nextInt(days));
  }

  private static @Nullable LocalDate closedOn(RandomGenerator random, LocalDate foundedOn) {
    if (random.nextDouble() >= 0.08) {
      return null;
    }
    LocalDate first =
        foundedOn.isBefore(LocalDate.of(2018, 1, 1)) ? LocalDate.of(2018, 1, 1) : foundedOn;
    return first.plusDays(180 + random.nextInt(1_000));
  }

  public long schoolCount() {
    return scaled(SCHOOLS);
  }

  /** All vocational schools, by number. */
  public Stream<School> schools() {
    return LongStream.range(0, schoolCount()).mapToObj(this::school);
  }

  public School school(long index) {
    SplittableRandom random = streams.of("school", index);
    District district = District.drawn(random);
    boolean isCollege = random.nextDouble() < 0.2;
    boolean isPublic = random.nextDouble() < 0.75;
    int students = isCollege ? 4_000 + random.nextInt(9_000) : 300 + random.nextInt(2_700);
    return new School(
        index,
        String.format(Locale.ROOT, "37%08d", 2_000_000 + index),
        Names.school(random, index, district, isCollege),
        district,
        isCollege,
        isPublic,
        students,
        Math.max(10, students / (14 + random.nextInt(6))),
        LocalDate.of(1956 + random.nextInt(60), 9, 1));
  }

  public long institutionCount() {
    return scaled(INSTITUTIONS);
  }

  /** All medical institutions, by number. */
  public Stream<Institution> institutions() {
    return LongStream.range(0, institutionCount()).mapToObj(this::institution);
  }

  public Institution institution(long index) {
    SplittableRandom random = streams.of("institution", index);
    District district = District.drawn(random);
    double draw = random.nextDouble();
    String level = draw < 0.2 ? "三级" : draw < 0.55 ? "二级" : "一级";
    int doctors =
        switch (level) {
          case "三级" -> 300 + random.nextInt(500);
          case "二级" -> 80 + random.nextInt(200);
          default -> 5 + random.nextInt(40);
        };
    return new Institution(
        index,
        String.format(Locale.ROOT, "H%s%05d", district.code(), index + 1),
        Identifiers.creditCode("12", district.code(), FIRST_INSTITUTION + index),
        Names.institution(index, district, level),
        district,
        level,
        doctors);
  }

  public long insuredCount() {
    return scaled(INSURED);
  }

  /** All insured persons, by number. */
  public Stream<Person> insured() {
    return LongStream.range(0, insuredCount()).mapToObj(index -> person(Population.INSURED, index));
  }

  /**
   * A person by number. Identity numbers are unique for some {@code 5,000 × days of birth} persons
   * of a population, which is more than the largest scale needs.
   */
  public Person person(Population population, long index) {
    SplittableRandom random = streams.of("person/" + population, index);
    long days = ChronoUnit.DAYS.between(population.firstBirth(), population.lastBirth()) + 1;
    long day = index * STRIDE % days;
    long round = index / days;
    boolean isMale = random.nextDouble() < (population == Population.WORKER ? 0.88 : 0.51);
    int sequence = Math.toIntExact(2 * (round % SEQUENCES) + (isMale ? 1 : 2));
    District[] districts = District.values();
    int birthplace = Math.toIntExact((round / SEQUENCES + day) % districts.length);
    LocalDate bornOn = population.firstBirth().plusDays(day);
    return new Person(
        population,
        index,
        Identifiers.residentId(districts[birthplace].code(), bornOn, sequence),
        Names.person(random),
        isMale,
        bornOn,
        District.drawn(random));
  }

  public long projectCount() {
    return scaled(PROJECTS);
  }

  /** All construction projects, by number; they start between 2017 and 2021. */
  public Stream<ConstructionProject> projects() {
    return LongStream.range(0, projectCount()).mapToObj(this::project);
  }

  public ConstructionProject project(long index) {
    SplittableRandom random = streams.of("project", index);
    District district = District.drawn(random);
    LocalDate startsOn = LocalDate.of(2017, 3, 1).plusDays(random.nextInt(1_600));
    int days = 240 + random.nextInt(700);
    long value =
        Math.round(8_000_000 * Math.exp(1.1 * Math.abs(random.nextGaussian()))) / 10_000 * 10_000;
    int workers = (int) Math.min(400, 15 + value / 1_000_000);
    return new ConstructionProject(
        index,
        String.format(Locale.ROOT, "GC%d-%05d", startsOn.getYear(), index + 1),
        Names.project(random, index, district),
        district,
        firmOf(index, "K"),
        firmOf(index, "E"),
        value,
        startsOn,
        startsOn.plusDays(days),
        workers);
  }

  /** The first firm of a section among those near the project's number; any firm when none is. */
  private Firm firmOf(long project, String section) {
    long first = project * FIRMS / PROJECTS;
    return LongStream.range(first, Math.min(first + FIRMS_LOOKED_AT, firmCount()))
        .mapToObj(this::firm)
        .filter(firm -> firm.industry().section().equals(section))
        .findFirst()
        .orElseGet(() -> firm(first));
  }

  private static List<Industry> readIndustries() {
    List<Industry> industries = new ArrayList<>();
    for (CSVRecord row : ResourceTable.rows("/citybrain/simulation/industries.csv")) {
      industries.add(
          new Industry(
              row.get("code"),
              row.get("name"),
              Integer.parseInt(row.get("weight")),
              Double.parseDouble(row.get("yearly_growth_percent")) / PERCENT,
              Double.parseDouble(row.get("shock_2020_percent")) / PERCENT,
              Double.parseDouble(row.get("revenue_a_head_thousand_yuan")) * THOUSAND));
    }
    return List.copyOf(industries);
  }
}
