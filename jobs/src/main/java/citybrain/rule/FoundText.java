package citybrain.rule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;

import citybrain.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;

/** What a requirement finds, in the rule's own words with the row's values. */
final class FoundText {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

  private FoundText() {}

  /** Columns the text shows. */
  static List<String> columns(Rule rule) {
    return rule.foundZh() == null
        ? List.of()
        : PLACE.matcher(rule.foundZh()).results().map(place -> place.group(1)).toList();
  }

  /** The text of a row; a value that is missing is shown as 未填. */
  static Column of(String text) {
    List<Column> parts = new ArrayList<>();
    Matcher places = PLACE.matcher(text);
    int end = 0;
    for (MatchResult place : places.results().toList()) {
      parts.add(lit(text.substring(end, place.start())));
      // Without the trailing zeros of the decimal columns.
      Column value =
          regexp_replace(col(place.group(1)).cast("string"), "(\\.[0-9]*[1-9])0+$|\\.0+$", "$1");
      parts.add(coalesce(value, lit("未填")));
      end = place.end();
    }
    parts.add(lit(text.substring(end)));
    return concat(parts.toArray(Column[]::new));
  }
}
