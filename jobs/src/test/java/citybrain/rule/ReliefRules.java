package citybrain.rule;

import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.policy.Reference;
import citybrain.policy.Rule;
import citybrain.policy.Text;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The limits of 青政办发〔2020〕12号 (in force 2020-08-01 to 2025-07-31), over a subject of few columns.
 */
final class ReliefRules {
  /** 第三十四条. */
  private static final LocalDate IN_FORCE_FROM = LocalDate.of(2020, 8, 1);

  static final String DOCUMENT = "青政办发〔2020〕12号";
  static final String SUBJECT = "case";

  /** 第十一条: 30 working days to apply. */
  static final Rule APPLICATION = deadline("application-deadline", "应在时限内申请", "第十一条", 30);

  /** 第十四条第一款: 5 working days to decide. */
  static final Rule DECISION = deadline("decision-deadline", "应在时限内作出决定", "第十四条第一款", 5);

  /** 第十四条第二款: 3 working days to pay. */
  static final Rule PAYMENT = deadline("payment-deadline", "应在时限内划款", "第十四条第二款", 3);

  /** 第十二条: rescue costs in principle not above 100,000 yuan. */
  static final Rule CEILING =
      new Rule(
          "relief-fund.rescue-cost-ceiling",
          "relief-fund",
          new Text("抢救费用原则上不超过上限", "Rescue costs within the ceiling"),
          SUBJECT,
          Rule.Kind.CEILING,
          Rule.Severity.WARNING,
          "kind <=> 'ceiling'",
          "event_on",
          null,
          "approved",
          null,
          null,
          null,
          "approved",
          "relief-fund.ceiling",
          IN_FORCE_FROM,
          null,
          List.of(),
          "救助基金运行管理机构",
          Map.of("subject_id", "case_id"),
          "核对原因",
          new Reference(DOCUMENT, "第十二条"));

  /** 3 working days, without a first or last day: for calendars of other years. */
  static final Rule TIMELESS = deadline("timeless-deadline", "应在时限内完成", "第十四条第二款", 3);

  static final List<Rule> ALL = List.of(APPLICATION, DECISION, PAYMENT, CEILING, TIMELESS);

  static final Map<String, Parameter> PARAMETERS =
      Stream.of(
              workdays("application", 30, "第十一条"),
              workdays("decision", 5, "第十四条第一款"),
              workdays("payment", 3, "第十四条第二款"),
              inForce("ceiling", Unit.YUAN, "100000", "第十二条"),
              new Parameter(
                  "relief-fund.timeless",
                  new Text("时限", "limit"),
                  Unit.WORKDAY,
                  "任何人",
                  List.of(
                      new DatedValue(
                          LocalDate.of(2007, 1, 1),
                          new BigDecimal(3),
                          new Reference("test", "test")))))
          .collect(Collectors.toMap(Parameter::id, Function.identity()));

  private ReliefRules() {}

  private static Rule deadline(String item, String title, String place, int limit) {
    String name = item.replace("-deadline", "");
    return new Rule(
        "relief-fund." + item,
        "relief-fund",
        new Text(title, name + " within " + limit + " working days"),
        SUBJECT,
        Rule.Kind.DEADLINE,
        Rule.Severity.ERROR,
        "kind = '" + name + "'",
        "event_on",
        "settled_on",
        null,
        null,
        null,
        null,
        "approved",
        "relief-fund." + name,
        IN_FORCE_FROM,
        null,
        List.of(),
        "救助基金运行管理机构",
        Map.of("subject_id", "case_id"),
        "说明原因",
        new Reference(DOCUMENT, place));
  }

  private static Parameter workdays(String name, int days, String place) {
    return inForce(name, Unit.WORKDAY, String.valueOf(days), place);
  }

  private static Parameter inForce(String name, Unit unit, String value, String place) {
    return new Parameter(
        "relief-fund." + name,
        new Text(name + "限额", name + " limit"),
        unit,
        "救助基金运行管理机构",
        List.of(
            new DatedValue(
                LocalDate.of(2020, 8, 1), new BigDecimal(value), new Reference(DOCUMENT, place)),
            new DatedValue(LocalDate.of(2025, 8, 1), null, new Reference(DOCUMENT, "第三十四条"))));
  }
}
