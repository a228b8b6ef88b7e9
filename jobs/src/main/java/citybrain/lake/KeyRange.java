package citybrain.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Between which values the key columns of some rows lie. Files of a table whose statistics lie
 * outside need not be opened.
 *
 * @param rows how many rows they are
 * @param conditions one for each key column, with the column's name unqualified
 */
record KeyRange(long rows, List<Condition> conditions) {
  /**
   * @param lowest null when no row has a value
   */
  record Condition(
      String column, @Nullable Object lowest, @Nullable Object highest, boolean hasNull) {
    private Column holdsFor(Column value) {
      Column within =
          lowest == null ? lit(false) : value.geq(lit(lowest)).and(value.leq(lit(highest)));
      return hasNull ? within.or(value.isNull()) : within;
    }
  }

  static KeyRange of(Dataset<Row> rows, List<String> key) {
    List<Column> measures = new ArrayList<>();
    for (String column : key) {
      measures.add(min(col(column)));
      measures.add(max(col(column)));
      measures.add(count(col(column)));
    }
    Row measured = rows.agg(count(lit(1)), measures.toArray(Column[]::new)).head();
    long total = measured.getLong(0);
    List<Condition> conditions = new ArrayList<>();
    int at = 1;
    for (String column : key) {
      conditions.add(
          new Condition(
              column, measured.get(at), measured.get(at + 1), measured.getLong(at + 2) < total));
      at += 3;
    }
    return new KeyRange(total, conditions);
  }

  /**
   * True for every row that has one of the keys, and for others.
   *
   * @param prefix such as {@code "t."}, or empty
   */
  Column contains(String prefix) {
    return conditions.stream()
        .map(condition -> condition.holdsFor(col(prefix + condition.column())))
        .reduce(Column::and)
        .orElse(lit(true));
  }
}
