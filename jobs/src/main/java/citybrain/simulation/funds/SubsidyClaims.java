package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Firm;
import citybrain.simulation.city.FirmSize;
import citybrain.simulation.city.Identifiers;
import citybrain.simulation.city.OfficeDays;
import citybrain.simulation.city.Person;
import citybrain.simulation.city.Person.Population;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Claims for money or relief under the measures of 2020; each comes again in the months in which it
 * is decided and paid.
 */
final class SubsidyClaims implements ExtractGenerator {
  private static final int LONGEST_CASE_MONTHS = 7;
  private static final double REFUSED = 0.08;
  private static final double NEVER_PAID = 0.03;
  private static final double CUT = 0.1;
  private static final long FIRST_FUND = 86_000_000;
  private static final long FIRST_PERSON = 40_000_000;
  private static final BigDecimal LPR = new BigDecimal("3.85");
  private static final double INTEREST_SHARE = 0.3;
  private static final BigDecimal TEN_THOUSAND_DOLLARS = BigDecimal.valueOf(69_000);

  private static final List<Long> DESIGN_CENTRE_REWARDS = List.of(500_000L, 5_000_000L);

  /** One claim; days that never come are null. */
  private record Claim(
      String id,
      SubsidyMeasure measure,
      Firm firm,
      Person person,
      int draw,
      LocalDate claimedOn,
      @Nullable BigDecimal basis,
      BigDecimal claimed,
      @Nullable LocalDate approvedOn,
      BigDecimal approved,
      @Nullable LocalDate paidOn) {}

  @Override
  public String department() {
    return "各主管部门";
  }

  @Override
  public String extract() {
    return "subsidy_claims";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months().flatMap(month -> delivery(city, new ReportMonth(month)));
  }

  private static Stream<Delivery> delivery(City city, ReportMonth month) {
    YearMonth oldest = month.month().minusMonths(LONGEST_CASE_MONTHS);
    YearMonth first = oldest.isBefore(city.from()) ? city.from() : oldest;
    List<ExtractRecord> records =
        Stream.iterate(first, one -> !one.isAfter(month.month()), one -> one.plusMonths(1))
            .flatMap(claimed -> claimedIn(city, claimed))
            .filter(claim -> month.isNews(claim.claimedOn(), claim.approvedOn(), claim.paidOn()))
            .map(claim -> record(claim, month))
            .toList();
    return records.isEmpty()
        ? Stream.empty()
        : Stream.of(Delivery.of(month.month()).records(records::stream));
  }

  private static Stream<Claim> claimedIn(City city, YearMonth month) {
    return Arrays.stream(SubsidyMeasure.values())
        .filter(measure -> !YearMonth.from(measure.from()).isAfter(month))
        .flatMap(
            measure ->
                LongStream.rangeClosed(1, city.scaled(measure.claimsAMonth()))
                    .mapToObj(number -> of(city, measure, month, number)));
  }

  private static Claim of(City city, SubsidyMeasure measure, YearMonth month, long number) {
    OfficeDays officeDays = city.officeDays();
    long seed = (month.getYear() * 12L + month.getMonthValue()) * 100_000 + number;
    SplittableRandom random = city.random("subsidy/" + measure, seed);
    LocalDate claimedOn = officeDays.onOrAfter(month.atDay(1 + random.nextInt(22)));
    Firm firm = openFirm(city, random, claimedOn);
    BigDecimal basis = measure.basis().isEmpty() ? null : basis(measure, firm, random);
    int draw = random.nextInt(1_000);
    BigDecimal claimed = claimed(measure, basis, draw);
    boolean isRefused = random.nextDouble() < REFUSED;
    boolean isCut = random.nextDouble() < CUT;
    BigDecimal approved = isRefused ? Yuan.NOTHING : isCut ? Yuan.share(claimed, 0.8) : claimed;
    LocalDate approvedOn = officeDays.after(claimedOn, 5 + random.nextInt(35));
    boolean isPaid = !isRefused && random.nextDouble() >= NEVER_PAID;
    return new Claim(
        String.format(
            Locale.ROOT,
            "SB%d%02d-%02d-%04d",
            month.getYear(),
            month.getMonthValue(),
            measure.number(),
            number),
        measure,
        firm,
        city.person(Population.WORKER, FIRST_PERSON + random.nextInt(1_000_000)),
        draw,
        claimedOn,
        basis,
        claimed,
        approvedOn,
        approved,
        isPaid ? officeDays.after(approvedOn, 2 + random.nextInt(25)) : null);
  }

  /** One of the firms that are open; the first that is drawn when none of ten is. */
  private static Firm openFirm(City city, SplittableRandom random, LocalDate day) {
    Firm firm = city.firm(random.nextLong(city.firmCount()));
    for (int i = 0; i < 10 && !firm.isOpen(day); i++) {
      firm = city.firm(random.nextLong(city.firmCount()));
    }
    return firm;
  }

  private static BigDecimal basis(SubsidyMeasure measure, Firm firm, SplittableRandom random) {
    double some = 0.6 + 0.8 * random.nextDouble();
    return switch (measure) {
      case CONTRIBUTION_RELIEF -> Yuan.of(firm.employees() * 1_150 * some);
      case FLEXIBLE_INSURANCE -> Yuan.of(740 * (1 + random.nextInt(6)));
      case PROPERTY_TAX_RELIEF -> Yuan.of(firm.annualRevenue() * 0.0012 * some);
      case STATE_RENT_RELIEF -> Yuan.of(3 * 4_000 * (1 + firm.employees() / 20.0) * some);
      case GUARANTEE_FEE_RELIEF -> Yuan.of(20_000 * some);
      case LOAN_INTEREST -> Yuan.of(Math.round(1_500_000 * some / 10_000) * 10_000.0);
      case FAIR_EXHIBITOR -> Yuan.of(70_000 * some);
      case VENTURE_CAPITAL -> Yuan.of(12_000_000 * some);
      default -> Yuan.of(Math.round(2_000 * some) * TEN_THOUSAND_DOLLARS.doubleValue());
    };
  }

  private static BigDecimal claimed(SubsidyMeasure measure, @Nullable BigDecimal basis, int draw) {
    if (basis == null) {
      return switch (measure) {
        case GUIDE_EXAM -> Yuan.of(draw % 2 == 0 ? 500 : 1_000);
        case DESIGN_CENTRE -> Yuan.of(DESIGN_CENTRE_REWARDS.get(draw % 2));
        default -> Yuan.of(5_000_000);
      };
    }
    return switch (measure) {
      case LOAN_INTEREST ->
          Yuan.share(basis, LPR.doubleValue() / 100 * INTEREST_SHARE / 2).min(Yuan.of(300_000));
      case FAIR_EXHIBITOR -> Yuan.share(basis, measure.rate()).min(Yuan.of(100_000));
      case VENTURE_CAPITAL -> Yuan.share(basis.subtract(government(basis)), measure.rate());
      default -> Yuan.share(basis, measure.rate());
    };
  }

  private static BigDecimal government(BigDecimal investment) {
    return Yuan.share(investment, 0.2);
  }

  private static ExtractRecord record(Claim claim, ReportMonth month) {
    SubsidyMeasure measure = claim.measure();
    LocalDate approvedOn = month.known(claim.approvedOn());
    LocalDate paidOn = month.known(claim.paidOn());
    boolean isRefused = approvedOn != null && claim.approved().signum() == 0;
    ExtractRecord record =
        new ExtractRecord()
            .with("claim_id", claim.id())
            .with("measure_id", measure.code())
            .with("department", measure.department())
            .with("event_on", eventOn(claim))
            .with("basis_kind", measure.basis())
            .with("basis_amount", claim.basis())
            .with("claimed_on", claim.claimedOn())
            .with("claimed_amount", claim.claimed())
            .with("approved_on", approvedOn)
            .with("approved_amount", approvedOn == null ? null : claim.approved())
            .with("refusal_reason", isRefused ? "不符合政策规定的条件" : null)
            .with("paid_on", paidOn)
            .with("paid_amount", paidOn == null ? null : claim.approved())
            .with("funding_level", measure.isLetOff() ? null : "city");
    return withFacts(withApplicant(record, claim), claim);
  }

  private static LocalDate eventOn(Claim claim) {
    return claim.claimedOn().minusDays(15 + claim.draw() % 60);
  }

  private static ExtractRecord withApplicant(ExtractRecord record, Claim claim) {
    Firm firm = claim.firm();
    if (claim.measure().isForPersons()) {
      return record
          .with("applicant_name", claim.person().name())
          .with("applicant_kind", "person")
          .with("applicant_resident_id", claim.person().residentId())
          .with("area_code", claim.person().district().code());
    }
    if (claim.measure() == SubsidyMeasure.VENTURE_CAPITAL) {
      long number = claim.draw() % 20;
      return record
          .with("applicant_name", "青岛模拟创业投资" + (number + 1) + "号合伙企业")
          .with("applicant_kind", "venture_fund")
          .with(
              "applicant_credit_code", Identifiers.creditCode("91", "370212", FIRST_FUND + number))
          .with("area_code", "370212");
    }
    boolean isTeam = claim.measure() == SubsidyMeasure.TALENT_TEAM;
    return record
        .with("applicant_name", firm.name())
        .with("applicant_kind", isTeam ? "talent_team" : "enterprise")
        .with("applicant_credit_code", firm.creditCode())
        .with("area_code", firm.district().code())
        .with("industry_code", isTeam ? null : firm.industry().code())
        .with("enterprise_size", isTeam ? null : firm.size().zh());
  }

  /** The facts that the measure asks for. */
  private static ExtractRecord withFacts(ExtractRecord record, Claim claim) {
    YearMonth month = YearMonth.from(claim.claimedOn());
    boolean isEven = claim.draw() % 2 == 0;
    return switch (claim.measure()) {
      case CONTRIBUTION_RELIEF -> months(record, month, 1).with("relief_share", 100);
      case FLEXIBLE_INSURANCE ->
          months(record, month, 3)
              .with("qualification", isEven ? "hard_to_employ" : "recent_graduate")
              .with("graduated_on", isEven ? null : LocalDate.of(month.getYear() - 1, 7, 1))
              .with("quantity", 3)
              .with("quantity_unit", "person_month");
      case PROPERTY_TAX_RELIEF ->
          months(record, month, 3)
              .with("taxpayer_kind", isSmallScale(claim) ? "small_scale" : "general")
              .with("relief_share", 100);
      case STATE_RENT_RELIEF ->
          months(record, month, 3).with("relief_share", 100).with("lessor_kind", "state_owned");
      case GUARANTEE_FEE_RELIEF -> record.with("relief_share", 50);
      case LOAN_INTEREST ->
          months(record, month, 6)
              .with("project_name", "流动资金贷款")
              .with("qualification", "hit_tourism_firm")
              .with("is_new", true)
              .with("lpr", LPR);
      case GUIDE_EXAM ->
          record.with("qualification", isEven ? "guide_intermediate" : "guide_senior");
      case DESIGN_CENTRE ->
          record
              .with("is_new", true)
              .with(
                  "qualification", isEven ? "provincial_design_centre" : "national_design_centre");
      case FAIR_EXHIBITOR ->
          record.with("project_name", "传统产业模拟展销会").with("qualification", "listed_fair");
      case VENTURE_CAPITAL ->
          record
              .with("project_name", "传统产业企业股权投资")
              .with("government_amount", government(claimBasis(claim)));
      case FOREIGN_CAPITAL ->
          record
              .with("qualification", isEven ? "global_500" : "global_leader")
              .with("is_new", true)
              .with(
                  "foreign_capital",
                  claimBasis(claim).divide(TEN_THOUSAND_DOLLARS, 2, RoundingMode.HALF_UP));
      case TALENT_TEAM -> record.with("qualification", "talent_team");
    };
  }

  private static boolean isSmallScale(Claim claim) {
    return claim.firm().size() == FirmSize.MICRO;
  }

  private static BigDecimal claimBasis(Claim claim) {
    BigDecimal basis = claim.basis();
    return basis == null ? Yuan.NOTHING : basis;
  }

  /** The months before the claim. */
  private static ExtractRecord months(ExtractRecord record, YearMonth claimed, int count) {
    return record
        .with("period_from", claimed.minusMonths(count).atDay(1))
        .with("period_to", claimed.minusMonths(1).atEndOfMonth());
  }
}
