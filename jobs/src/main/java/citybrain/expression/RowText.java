package citybrain.expression;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/** Words of a policy with {@code {column}} for values of a row. */
public final class RowText {
  /** Stands for a value that is missing. */
  public static final String BLANK = "未填";

  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

  private RowText() {}

  /**
   * A stretch of the words, or a place for a value.
   *
   * @param column null for words, which then are {@code text}
   */
  public record Part(@Nullable String text, @Nullable String column) {}

  /** The words and places, in their order. */
  public static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher places = PLACE.matcher(text);
    int end = 0;
    for (MatchResult place : places.results().toList()) {
      parts.add(new Part(text.substring(end, place.start()), null));
      parts.add(new Part(null, place.group(1)));
      end = place.end();
    }
    parts.add(new Part(text.substring(end), null));
    return List.copyOf(parts);
  }

  /** Columns the text shows. */
  public static List<String> columns(String text) {
    return parts(text).stream().map(Part::column).filter(Objects::nonNull).toList();
  }

  /** The text of a row; a value that is missing is shown as 未填. */
  public static Column of(String text) {
    return concat(
        parts(text).stream()
            .map(
                part ->
                    part.column() == null
                        ? lit(part.text())
                        : coalesce(shown(part.column()), lit(BLANK)))
            .toArray(Column[]::new));
  }

  /** The value as text, without the trailing zeros of the decimal columns; null without one. */
  public static Column shown(String column) {
    return regexp_replace(col(column).cast("string"), "(\\.[0-9]*[1-9])0+$|\\.0+$", "$1");
  }
}
