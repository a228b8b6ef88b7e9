package citybrain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.simulation.Field.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FaultPlanterTest {
  private static final List<Field> FIELDS =
      List.of(
          Field.required("编号", Kind.KEY),
          Field.optional("日期", Kind.DATE),
          Field.optional("金额", Kind.AMOUNT),
          Field.optionalCode("类型", "其他"),
          Field.optional("备注", Kind.TEXT));

  @Property(tries = 200)
  void everyDifferenceIsRecordedOnceWithItsPlaceAndBothValues(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 1) double rate,
      @ForAll @IntRange(min = 0, max = 150) int rowCount) {
    ExtractTable table = table(rowCount);
    FaultPlanter.Result result = new FaultPlanter(rate, new RandomStreams(seed)).plant(table);

    List<String> differences = new ArrayList<>();
    for (int index = 0; index < rowCount; index++) {
      for (int column = 0; column < FIELDS.size(); column++) {
        String was = table.rows().get(index).get(column);
        String is = result.table().rows().get(index).get(column);
        if (!was.equals(is)) {
          differences.add(index + 2 + FIELDS.get(column).name() + was + " -> " + is);
        }
      }
    }
    assertThat(result.faults())
        .extracting(
            fault ->
                fault.row() + fault.column() + fault.trueValue() + " -> " + fault.plantedValue())
        .containsExactlyElementsOf(differences);
    assertThat(result.faults()).extracting(PlantedFault::row).doesNotHaveDuplicates();
  }

  @Property(tries = 200)
  void doubledKeyBelongsToACleanRow(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int rowCount) {
    FaultPlanter.Result result =
        new FaultPlanter(0.5, new RandomStreams(seed)).plant(table(rowCount));
    List<String> cleanKeys = new ArrayList<>();
    for (int index = 0; index < rowCount; index++) {
      if (result.table().rows().get(index).equals(table(rowCount).rows().get(index))) {
        cleanKeys.add("K" + index);
      }
    }
    assertThat(result.faults())
        .filteredOn(fault -> fault.kind() == FaultKind.DUPLICATE_KEY)
        .allSatisfy(fault -> assertThat(cleanKeys).contains(fault.plantedValue()));
  }

  @Test
  void rateZeroPlantsNothingAndRateOneAlmostEverywhere() {
    ExtractTable table = table(150);
    RandomStreams streams = new RandomStreams(1);
    assertThat(new FaultPlanter(0, streams).plant(table).faults()).isEmpty();
    assertThat(new FaultPlanter(1, streams).plant(table).faults()).hasSizeGreaterThan(100);
  }

  @Test
  void singleRowHasNoTwinToDouble() {
    for (long seed = 0; seed < 50; seed++) {
      assertThat(new FaultPlanter(1, new RandomStreams(seed)).plant(table(1)).faults())
          .extracting(PlantedFault::kind)
          .doesNotContain(FaultKind.DUPLICATE_KEY);
    }
  }

  private static ExtractTable table(int rowCount) {
    List<List<String>> rows = new ArrayList<>();
    for (int index = 0; index < rowCount; index++) {
      String date = index % 7 == 0 ? "" : "2020-03-0" + (1 + index % 9);
      rows.add(List.of("K" + index, date, index + ".50", index % 2 == 0 ? "甲" : "乙", ""));
    }
    return new ExtractTable(
        "部门",
        "extract",
        LocalDate.of(2020, 3, 2),
        "模拟.csv",
        FIELDS,
        rows,
        new CsvLayout(DelimitedFile.UTF_8_WITH_BYTE_ORDER_MARK));
  }
}
