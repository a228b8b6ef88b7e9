package citybrain.simulation.funds;

import java.time.LocalDate;
import java.util.List;

/**
 * Measures that claims are simulated for: those with a basis or a fixed sum that a claimant can
 * state. The rates are those that claimants reckon with; whether they are right is for the policies
 * to say.
 */
enum SubsidyMeasure {
  CONTRIBUTION_RELIEF(
      "market-support.contribution-relief",
      "市人力资源社会保障局",
      "2020-03-01",
      14,
      "insurance_contribution",
      1.0),
  FLEXIBLE_INSURANCE(
      "market-support.flexible-insurance",
      "市人力资源社会保障局",
      "2020-06-01",
      9,
      "person_contribution",
      0.67),
  PROPERTY_TAX_RELIEF("market-support.property-tax-relief", "市税务局", "2020-05-01", 8, "tax", 1.0),
  STATE_RENT_RELIEF("market-support.state-rent-relief", "市国资委", "2020-05-01", 6, "rent", 1.0),
  GUARANTEE_FEE_RELIEF(
      "market-support.guarantee-fee-relief", "市财政局", "2020-06-01", 3, "guarantee_fee", 0.5),
  LOAN_INTEREST("culture-tourism.loan-interest", "市文化和旅游局", "2020-06-01", 3, "loan", 0),
  GUIDE_EXAM("culture-tourism.guide-exam", "市文化和旅游局", "2020-08-01", 1, "", 0),
  DESIGN_CENTRE("traditional-industry.design-centre", "市工业和信息化局", "2020-08-01", 1, "", 0),
  FAIR_EXHIBITOR(
      "traditional-industry.fair-exhibitor", "市工业和信息化局", "2020-08-01", 3, "booth_cost", 0.5),
  VENTURE_CAPITAL(
      "traditional-industry.venture-capital", "市地方金融监管局", "2020-09-01", 1, "investment", 0.01),
  FOREIGN_CAPITAL(
      "investment-park.foreign-capital", "市商务局", "2020-09-01", 1, "foreign_capital", 0.02),
  TALENT_TEAM("investment-park.talent-team", "市科技局", "2020-10-01", 1, "", 0);

  private final String code;
  private final String department;
  private final LocalDate from;
  private final int claimsAMonth;
  private final String basis;
  private final double rate;

  SubsidyMeasure(
      String code, String department, String from, int claimsAMonth, String basis, double rate) {
    this.code = code;
    this.department = department;
    this.from = LocalDate.parse(from);
    this.claimsAMonth = claimsAMonth;
    this.basis = basis;
    this.rate = rate;
  }

  /** Position among the measures, from 1. */
  int number() {
    return List.of(values()).indexOf(this) + 1;
  }

  String code() {
    return code;
  }

  String department() {
    return department;
  }

  /** First day of claims. */
  LocalDate from() {
    return from;
  }

  /** At scale 1. */
  int claimsAMonth() {
    return claimsAMonth;
  }

  /** What the rate is applied to; empty for a fixed sum. */
  String basis() {
    return basis;
  }

  double rate() {
    return rate;
  }

  /** Whether a person claims, and no enterprise. */
  boolean isForPersons() {
    return this == FLEXIBLE_INSURANCE || this == GUIDE_EXAM;
  }

  /** Whether the relief is let off and not paid out. */
  boolean isLetOff() {
    return switch (this) {
      case CONTRIBUTION_RELIEF, PROPERTY_TAX_RELIEF, STATE_RENT_RELIEF, GUARANTEE_FEE_RELIEF ->
          true;
      default -> false;
    };
  }
}
