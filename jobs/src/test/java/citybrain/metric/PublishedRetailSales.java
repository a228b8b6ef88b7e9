package citybrain.metric;

import citybrain.period.PeriodType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * National retail sales 2000 to 2017 as the National Bureau of Statistics published them (monthly,
 * January and February merged from 2012 on), as observations of one area; the figures are those of
 * citybrain/published, in yuan.
 */
final class PublishedRetailSales {
  static final LocalDate KNOWN_FROM = LocalDate.of(2018, 1, 20);

  private static final String FILE = "national-retail-sales-monthly.csv";
  private static final BigDecimal HUNDRED_MILLION = new BigDecimal("100000000");

  private PublishedRetailSales() {}

  static List<Observation> observations() {
    List<Observation> observations = new ArrayList<>();
    List<String> lines = lines();
    for (int line = 1; line < lines.size(); line++) {
      observations.add(observation(lines.get(line).split(",", -1), line + 1));
    }
    return observations;
  }

  private static Observation observation(String[] cells, int line) {
    int year = Integer.parseInt(cells[0]);
    String[] months = cells[1].replace("月", "").split("-", -1);
    YearMonth first = YearMonth.of(year, Integer.parseInt(months[0]));
    YearMonth last = YearMonth.of(year, Integer.parseInt(months[months.length - 1]));
    boolean isMerged = !first.equals(last);
    return new Observation(
        isMerged ? first + "/" + last : first.toString(),
        isMerged ? PeriodType.MERGED_MONTHS : PeriodType.MONTH,
        first.atDay(1),
        last.atEndOfMonth(),
        Objects.requireNonNull(number(cells[2])).multiply(HUNDRED_MILLION),
        null,
        number(cells[3]),
        null,
        "yuan",
        KNOWN_FROM,
        false,
        new Evidence("0".repeat(64), FILE, "", line, null));
  }

  private static @Nullable BigDecimal number(String cell) {
    return cell.isEmpty() ? null : new BigDecimal(cell);
  }

  private static List<String> lines() {
    String name = "/citybrain/published/" + FILE;
    try (InputStream in =
            Objects.requireNonNull(PublishedRetailSales.class.getResourceAsStream(name));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
