package citybrain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.contract.CellText;
import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.ConformedRow;
import citybrain.intake.reading.WholeFile.Accepted;
import citybrain.period.Period;
import citybrain.simulation.FormContracts.Form;
import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Identifiers;
import citybrain.simulation.city.Person.Population;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.DeliveryDesk;
import citybrain.simulation.delivery.DeliveryDesk.Faults;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every form of delivery, written by the simulation and read by the project's own reader. */
class DeliveryFormsTest {
  private static final int ROWS = 200;
  private static final List<String> ITEMS =
      List.of("新一代信息技术", "高端装备", "现代海洋", "医养健康", "汽车制造", "教育", "纺织服装");
  private static final List<District> DISTRICTS = List.of(District.values());
  private static final YearMonth FROM = YearMonth.of(2020, 1);
  private static final YearMonth TO = YearMonth.of(2020, 4);

  private static ContractRegistry contracts;

  @BeforeAll
  static void loadContracts(@TempDir Path root) {
    contracts = FormContracts.load(root);
  }

  /** Records of every type in lists, or levels below months across. */
  private record Generator(Form form) implements ExtractGenerator {
    @Override
    public String department() {
      return form.department();
    }

    @Override
    public String extract() {
      return form.extract();
    }

    @Override
    public Stream<Delivery> deliveries(City city) {
      return city.months().map(month -> form.isAcross() ? across(city, month) : list(city, month));
    }

    private Delivery list(City city, YearMonth month) {
      Delivery delivery = Delivery.of(month).unit("stock", "万元");
      if (form == Form.ZIP) {
        return delivery
            .part("甲.csv", () -> records(city, month, 0, ROWS / 2))
            .part("乙.csv", () -> records(city, month, ROWS / 2, ROWS));
      }
      return delivery.total().subtotals("area_code").records(() -> records(city, month, 0, ROWS));
    }
  }

  private static Stream<ExtractRecord> records(City city, YearMonth month, int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> record(city, month, number));
  }

  private static ExtractRecord record(City city, YearMonth month, int number) {
    SplittableRandom random = city.random("form", month.getMonthValue() * 10_000L + number);
    District district = DISTRICTS.get(number * DISTRICTS.size() / ROWS);
    LocalDate startedOn = month.atDay(1 + random.nextInt(28));
    boolean isEnded = random.nextInt(3) > 0;
    int due = random.nextInt(1, 9_000);
    return new ExtractRecord()
        .with("id", "B" + number)
        .with("period", month)
        .with("person", city.person(Population.WORKER, number).residentId())
        .with("firm", Identifiers.creditCode("91", district.code(), 20_000_000 + number))
        .with("area_code", district.code())
        .with("started_on", startedOn)
        .with("ended_on", isEnded ? startedOn.plusDays(random.nextInt(90)) : null)
        .with("noted_at", startedOn.atTime(8 + random.nextInt(9), random.nextInt(60)))
        .with("is_open", random.nextBoolean())
        .with("remark", random.nextInt(4) == 0 ? "含\"引号\"，逗号,和" + number : null)
        .with("heads", random.nextInt(5) == 0 ? null : random.nextInt(5_000))
        .with("due", due / 100.0, 2)
        .with("paid", due * 100.0 * random.nextDouble(), 2)
        .with("unit", random.nextBoolean() ? "万元" : "亿元")
        .with("amount", 1_234.5 + random.nextInt(100_000), 1)
        .with("stock", random.nextInt(10_000) / 10.0, 1)
        .with("share", random.nextInt(1_000) / 10.0, 1);
  }

  private static Delivery across(City city, YearMonth month) {
    Period merged = Period.mergedMonths(2019, 1, 2);
    Period now = Period.month(month.getYear(), month.getMonthValue());
    return Delivery.of(month)
        .heading("area_code", "370203")
        .unit("cumulative", "亿元")
        .across(merged, Map.of("level", "亿元"))
        .across(now, Map.of("level", "万元"))
        .sections("section")
        .records(
            () ->
                IntStream.range(0, ITEMS.size())
                    .boxed()
                    .flatMap(i -> Stream.of(merged, now).map(p -> level(city, month, p, i))));
  }

  private static ExtractRecord level(City city, YearMonth month, Period period, int item) {
    SplittableRandom random =
        city.random("across" + period.code(), month.getMonthValue() * 100L + item);
    double level = 10 + random.nextInt(1_000) / 10.0;
    boolean isMissing = random.nextInt(6) == 0;
    ExtractRecord record =
        new ExtractRecord()
            .with("line", item + 1)
            .with("section", item < 4 ? "先进制造" : "其他产业")
            .with("item", ITEMS.get(item))
            .with("period", period)
            .with("growth", random.nextInt(300) / 10.0 - 12, 1);
    return isMissing
        ? record
        : record.with("level", level, 1).with("cumulative", level * 20_000, 1);
  }

  private static DeliveryDesk sent(Path folder, Faults faults, Form form) throws IOException {
    City city = new City(5, 1, FROM, TO);
    try (DeliveryDesk desk = new DeliveryDesk(folder, contracts, city, faults)) {
      desk.send(new Generator(form));
      return desk;
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void whatIsReadIsWhatWasMeant(Form form, @TempDir Path folder) throws IOException {
    sent(folder, new Faults(0, 0, false), form);
    DeliveredCity city = DeliveredCity.read(folder, contracts);
    assertThat(city.refused()).isEmpty();
    assertThat(city.lost()).isEmpty();
    assertThat(city.reported()).isEmpty();
    Set<Map<String, String>> read = new HashSet<>();
    city.files()
        .values()
        .forEach(
            file ->
                ((Accepted) file).records().stream().map(ConformedRow::values).forEach(read::add));
    assertThat(read).isEqualTo(form.isAcross() ? meantAcross() : meantInLists());
  }

  private static Set<Map<String, String>> meantInLists() {
    City city = new City(5, 1, FROM, TO);
    Set<Map<String, String>> meant = new HashSet<>();
    city.months()
        .forEach(
            month -> {
              for (int number = 0; number < ROWS; number++) {
                meant.add(stored(record(city, month, number)));
              }
            });
    return meant;
  }

  private static Set<Map<String, String>> meantAcross() {
    City city = new City(5, 1, FROM, TO);
    Set<Map<String, String>> meant = new HashSet<>();
    city.months()
        .forEach(
            month -> {
              for (int item = 0; item < ITEMS.size(); item++) {
                Period merged = Period.mergedMonths(2019, 1, 2);
                Period now = Period.month(month.getYear(), month.getMonthValue());
                for (Period period : List.of(merged, now)) {
                  Map<String, String> values =
                      new HashMap<>(level(city, month, period, item).values());
                  values.keySet().removeAll(Set.of("line", "section"));
                  values.put("area_code", "370203");
                  values.computeIfPresent(
                      "level", (k, v) -> times(v, period.equals(merged) ? 100_000_000 : 10_000));
                  values.computeIfPresent("cumulative", (k, v) -> times(v, 100_000_000));
                  values.computeIfPresent("growth", (k, v) -> times(v, 1));
                  meant.add(values);
                }
              }
            });
    return meant;
  }

  private static Map<String, String> stored(ExtractRecord record) {
    Map<String, String> values = new HashMap<>(record.values());
    long unit = String.valueOf(values.get("unit")).equals("亿元") ? 100_000_000 : 10_000;
    values.put("unit", "yuan");
    values.computeIfPresent("remark", (k, v) -> CellText.plain(v));
    values.computeIfPresent("due", (k, v) -> times(v, 10_000));
    values.computeIfPresent("paid", (k, v) -> times(v, 1));
    values.computeIfPresent("amount", (k, v) -> times(v, unit));
    values.computeIfPresent("stock", (k, v) -> times(v, 10_000));
    values.computeIfPresent("share", (k, v) -> times(v, 1));
    return values;
  }

  private static String times(String value, long factor) {
    BigDecimal product = new BigDecimal(value).multiply(BigDecimal.valueOf(factor));
    return product.signum() == 0 ? "0" : product.stripTrailingZeros().toPlainString();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void equalSeedsGiveEqualBytes(Form form, @TempDir Path first, @TempDir Path second)
      throws IOException {
    Faults faults = new Faults(0.1, 0.3, true);
    sent(first, faults, form);
    sent(second, faults, form);
    assertThat(Fingerprints.of(first)).isEqualTo(Fingerprints.of(second));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void plantedFaultsAreExactlyWhatIsReported(Form form, @TempDir Path folder) throws IOException {
    DeliveryDesk desk = sent(folder, new Faults(0.3, 0, false), form);
    DeliveredCity city = DeliveredCity.read(folder, contracts);
    SortedMap<String, String> planted = city.planted();
    assertThat(city.refused()).isEmpty();
    assertThat(city.reported().keySet()).isEqualTo(planted.keySet());
    long doubled = planted.values().stream().filter("duplicate_key"::equals).count();
    assertThat(desk.rowFaults()).isPositive().isEqualTo(planted.size() - doubled / 2);
    Set<String> rows = DeliveredCity.rowsOf(planted.keySet());
    assertThat(rows).as("one fault a row").hasSameSizeAs(planted.keySet());
  }

  @Test
  void faultsOfEveryKindArePlanted(@TempDir Path folder) throws IOException {
    sent(folder, new Faults(0.5, 0, false), Form.CSV_GB18030);
    assertThat(DeliveredCity.read(folder, contracts).planted().values())
        .contains(
            "unparseable_date",
            "unparseable_number",
            "unparseable_period",
            "unparseable_flag",
            "missing_required",
            "unknown_code",
            "unknown_unit",
            "below_minimum",
            "above_maximum",
            "wrong_check_digit",
            "check_violated",
            "duplicate_key");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void correctedCityIsTheCleanCity(Form form, @TempDir Path clean, @TempDir Path corrected)
      throws IOException {
    sent(clean, new Faults(0, 0, false), form);
    sent(corrected, new Faults(0.3, 0.4, true), form);
    assertThat(DeliveredCity.read(corrected, contracts).current())
        .isEqualTo(DeliveredCity.read(clean, contracts).current());
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void filesWrongAsAWholeAreRefusedAndNoOthers(Form form, @TempDir Path folder) throws IOException {
    Set<String> kinds = new HashSet<>();
    for (int seed = 0; seed < 12; seed++) {
      Path landing = folder.resolve(Integer.toString(seed));
      City city = new City(seed, 1, FROM, TO);
      try (DeliveryDesk desk =
          new DeliveryDesk(landing, contracts, city, new Faults(0, 0.9, false))) {
        desk.send(new Generator(form));
      }
      DeliveredCity delivered = DeliveredCity.read(landing, contracts);
      SortedMap<String, String> planted = delivered.plantedFiles();
      SortedMap<String, String> refused = delivered.refused();
      kinds.addAll(planted.values());
      planted.values().removeIf("late"::equals);
      assertThat(refused.keySet()).isEqualTo(planted.keySet());
      planted.forEach(
          (path, kind) ->
              assertThat(refused.get(path)).as("%s %s", kind, path).containsPattern(reason(kind)));
    }
    boolean isText = Set.of(Form.CSV_GB18030, Form.CSV_UTF8, Form.TSV, Form.ZIP).contains(form);
    assertThat(kinds)
        .contains("missing_column", "truncated_file", "empty_file", "wrong_folder", "late");
    assertThat(kinds.contains("unclosed_quote")).isEqualTo(isText);
    assertThat(kinds.contains("shifted_row")).isEqualTo(isText);
    assertThat(kinds.contains("unreadable_encoding")).isEqualTo(isText);
  }

  private static String reason(String kind) {
    return switch (kind) {
      case "missing_column" -> "SCHEMA_MISMATCH .*is missing";
      case "empty_file" -> "FILE_EMPTY";
      case "wrong_folder" -> "WRONG_EXTRACT|SCHEMA_MISMATCH";
      case "unreadable_encoding" -> "ENCODING_UNKNOWN";
      case "unclosed_quote" -> "FILE_TRUNCATED|SCHEMA_MISMATCH.*quote";
      case "shifted_row" -> "SCHEMA_MISMATCH .*row in line";
      case "truncated_file" -> "FILE_TRUNCATED|SCHEMA_MISMATCH .*row in line|FORMAT_UNKNOWN";
      default -> throw new AssertionError(kind);
    };
  }

  /** A delivery of many records, which looks back now and then at how many are still held. */
  private record Endless(Form form, List<WeakReference<ExtractRecord>> given)
      implements ExtractGenerator {
    private static final int RECORDS = 30_000;
    private static final int LOOKED_BACK_EVERY = 10_000;
    private static final int HELD_AT_MOST = 500;

    @Override
    public String department() {
      return form.department();
    }

    @Override
    public String extract() {
      return form.extract();
    }

    @Override
    public Stream<Delivery> deliveries(City city) {
      return Stream.of(
          Delivery.of(FROM)
              .unit("stock", "万元")
              .records(() -> IntStream.range(0, RECORDS).mapToObj(n -> given(city, n))));
    }

    private ExtractRecord given(City city, int number) {
      if (number > 0 && number % LOOKED_BACK_EVERY == 0) {
        System.gc();
        long held = given.stream().filter(reference -> reference.get() != null).count();
        assertThat(held).as("records held after %d", number).isLessThan(HELD_AT_MOST);
      }
      ExtractRecord record = record(city, FROM, number % ROWS).with("id", "E" + number);
      given.add(new WeakReference<>(record));
      return record;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV_GB18030", "XLSX_LIST", "XLSX_PRINT"})
  void noRecordIsHeldAfterItsRowIsWritten(Form form, @TempDir Path folder) throws IOException {
    City city = new City(5, 1, FROM, TO);
    try (DeliveryDesk desk =
        new DeliveryDesk(folder, contracts, city, new Faults(0.01, 0, false))) {
      desk.send(new Endless(form, new ArrayList<>()));
      assertThat(desk.rows()).isEqualTo(Endless.RECORDS);
    }
  }

  @Test
  void rowsAreProportionalToTheScale(@TempDir Path folder) throws IOException {
    long[] rows = new long[2];
    for (int i = 0; i < rows.length; i++) {
      int scale = i == 0 ? 2 : 8;
      SimulationRequest request =
          new SimulationRequest(folder.resolve("s" + scale), FROM, TO.plusMonths(8), scale, 3, 0);
      rows[i] =
          CitySimulation.run(
                  request.ofExtracts(Set.of("relief_applications", "relief_payments")),
                  SimulatedFiles.CONTRACTS)
              .rows();
    }
    assertThat((double) rows[1] / rows[0]).isBetween(3.6, 4.4);
  }
}
