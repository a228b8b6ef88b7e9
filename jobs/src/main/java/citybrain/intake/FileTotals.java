package citybrain.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** One part of kind {@link PartRows#FILE} for each file, made of those of its slices. */
final class FileTotals {
  private static final List<String> COUNTS =
      List.of("rows_delivered", "rows_accepted", "rows_quarantined", "rows_superseded");

  private FileTotals() {}

  static List<Row> of(List<Row> parts) {
    Map<String, Row> totals = new LinkedHashMap<>();
    for (Row part : parts) {
      totals.merge(part.getAs("file"), part, FileTotals::plus);
    }
    return List.copyOf(totals.values());
  }

  /** What the first slice says of the file stands; twins know nothing but their counts. */
  private static Row plus(Row a, Row b) {
    Object[] values = new Object[PartRows.SCHEMA.size()];
    for (int i = 0; i < values.length; i++) {
      String name = PartRows.SCHEMA.fieldNames()[i];
      values[i] =
          COUNTS.contains(name)
              ? a.<Long>getAs(name) + b.<Long>getAs(name)
              : a.isNullAt(i) ? b.get(i) : a.get(i);
    }
    return new GenericRowWithSchema(values, PartRows.SCHEMA);
  }
}
