package citybrain.expression;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** Words of a policy with {@code {column}} for values of a row. */
public final class RowText {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

  private RowText() {}

  /** Columns the text shows. */
  public static List<String> columns(String text) {
    return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
  }

  /** The text of a row; a value that is missing is shown as 未填. */
  public static Column of(String text) {
    return of(text, Map.of());
  }

  /**
   * The text of a row, with names for codes.
   *
   * @param codesZh for columns that hold codes, the name of each code
   */
  public static Column of(String text, Map<String, Map<String, String>> codesZh) {
    List<Column> parts = new ArrayList<>();
    Matcher places = PLACE.matcher(text);
    int end = 0;
    for (MatchResult place : places.results().toList()) {
      parts.add(lit(text.substring(end, place.start())));
      parts.add(coalesce(value(place.group(1), codesZh), lit("未填")));
      end = place.end();
    }
    parts.add(lit(text.substring(end)));
    return concat(parts.toArray(Column[]::new));
  }

  private static Column value(String column, Map<String, Map<String, String>> codesZh) {
    Map<String, String> names = codesZh.getOrDefault(column, Map.of());
    if (names.isEmpty()) {
      // Without the trailing zeros of the decimal columns.
      return regexp_replace(col(column).cast("string"), "(\\.[0-9]*[1-9])0+$|\\.0+$", "$1");
    }
    Column[] entries =
        names.entrySet().stream()
            .flatMap(name -> Stream.of(lit(name.getKey()), lit(name.getValue())))
            .toArray(Column[]::new);
    return coalesce(try_element_at(map(entries), col(column)), col(column));
  }
}
