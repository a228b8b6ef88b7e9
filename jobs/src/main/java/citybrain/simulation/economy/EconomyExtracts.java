package citybrain.simulation.economy;

import citybrain.simulation.delivery.ExtractGenerator;
import java.util.List;

/** All extracts about the economy that the simulation writes. */
public final class EconomyExtracts {
  private EconomyExtracts() {}

  /** One generator for each extract. */
  public static List<ExtractGenerator> all() {
    return List.of(
        new MonthlyStatistics(),
        new QuarterlyAccounts(),
        new AnnualStatistics(),
        new IndustryMonths(),
        new EnterpriseTax(),
        new EnterprisePower(),
        new EnterprisePowerDays(),
        new EnterpriseTrade(),
        new EnterpriseRegister(),
        new EnterpriseInsured(),
        new TraditionalIndustries(),
        new LandEfficiency(),
        new KeyProjects(),
        new InvestmentPromotion(),
        new BudgetExecution(),
        new FinanceMonths(),
        new ScienceYears());
  }
}
