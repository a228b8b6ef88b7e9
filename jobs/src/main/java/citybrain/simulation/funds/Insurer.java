package citybrain.simulation.funds;

import citybrain.simulation.city.Identifiers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A motor insurer's branch in the city.
 *
 * @param index from 0
 * @param share of compulsory premiums
 */
record Insurer(int index, String creditCode, String name, double share) {
  private static final long FIRST = 80_000_000;
  private static final List<String> SIGNS =
      List.of("安泰", "平和", "海诚", "鼎信", "华安", "中汇", "永济", "众联", "国瑞", "阳光海");
  private static final List<Double> SHARES =
      List.of(0.31, 0.22, 0.12, 0.09, 0.07, 0.06, 0.05, 0.04, 0.02, 0.02);

  /** All insurers, the largest first. */
  static List<Insurer> all() {
    return IntStream.range(0, SIGNS.size())
        .mapToObj(
            index ->
                new Insurer(
                    index,
                    Identifiers.creditCode("91", "370202", FIRST + index),
                    "模拟" + SIGNS.get(index) + "财产保险股份有限公司青岛市分公司",
                    SHARES.get(index)))
        .toList();
  }
}
