package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.funds.ReliefCase.Expense;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The bill of one rescue; its lines sum to what the relief fund is asked for.
 *
 * @param hours from the accident to each line; ascending
 */
record RescueBill(
    ReliefCase relief,
    long institution,
    LocalDateTime admittedAt,
    List<Integer> hours,
    List<Line> lines) {
  static final int RULE_HOURS = 72;
  private static final double BEYOND_RULE = 0.15;
  private static final double OVERCHARGED = 0.03;

  /** What hospitals charge for: code, name, kind and a usual quantity. */
  private static final List<List<String>> ITEMS =
      List.of(
          List.of("331503001", "急诊手术", "surgery", "1"),
          List.of("120100003", "重症监护", "nursing", "24"),
          List.of("250101001", "血常规检查", "examination", "2"),
          List.of("210300001", "CT检查", "examination", "1"),
          List.of("XB05AA01", "人血白蛋白", "drug", "4"),
          List.of("C0101", "内固定耗材", "consumable", "1"),
          List.of("110900001", "床位费", "bed", "3"),
          List.of("120400006", "静脉输液", "procedure", "6"));

  /** One charge. */
  record Line(List<String> item, int quantity, BigDecimal price, BigDecimal standardPrice) {
    BigDecimal amount() {
      return price.multiply(BigDecimal.valueOf(quantity));
    }
  }

  /** The bills that close in a month, by accident. */
  static List<RescueBill> closedIn(City city, YearMonth month) {
    List<RescueBill> bills = new ArrayList<>();
    for (YearMonth accidents = month.minusMonths(1);
        !accidents.isAfter(month);
        accidents = accidents.plusMonths(1)) {
      for (ReliefCase relief : ReliefCases.ofAccidentsIn(city, accidents)) {
        if (relief.expense() == Expense.RESCUE) {
          RescueBill bill = of(city, relief);
          if (YearMonth.from(bill.at(bill.hours().size() - 1)).equals(month)) {
            bills.add(bill);
          }
        }
      }
    }
    return bills;
  }

  /** The time of a line. */
  LocalDateTime at(int line) {
    return admittedAt.plusHours(hours.get(line));
  }

  private static RescueBill of(City city, ReliefCase relief) {
    long number = Accident.number(relief.accidentId());
    SplittableRandom random =
        city.random("rescue_bill", relief.accidentOn().toEpochDay() * 100_000 + number);
    int count = 3 + random.nextInt(ITEMS.size() - 2);
    int longest = random.nextDouble() < BEYOND_RULE ? RULE_HOURS + 48 : RULE_HOURS - 2;
    List<Integer> hours = random.ints(count, 0, longest).sorted().boxed().toList();
    List<Line> lines = new ArrayList<>();
    BigDecimal left = relief.requestedAmount();
    for (int i = 0; i < count; i++) {
      List<String> item = ITEMS.get(i);
      boolean isLast = i == count - 1;
      int quantity = isLast ? 1 : Integer.parseInt(item.get(3));
      BigDecimal price =
          isLast
              ? left
              : left.multiply(BigDecimal.valueOf((0.1 + 0.3 * random.nextDouble()) / quantity))
                  .setScale(2, RoundingMode.DOWN);
      boolean isOvercharged = random.nextDouble() < OVERCHARGED;
      Line line = new Line(item, quantity, price, isOvercharged ? Yuan.share(price, 0.85) : price);
      lines.add(line);
      left = left.subtract(line.amount());
    }
    return new RescueBill(
        relief,
        Math.floorMod(number, city.institutionCount()),
        relief.accidentOn().atTime(6 + random.nextInt(17), random.nextInt(60)),
        hours,
        lines);
  }
}
