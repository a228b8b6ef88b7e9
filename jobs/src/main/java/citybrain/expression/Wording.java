package citybrain.expression;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rtrim;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** Sentences made of words and values of a row, for the reasons that engines give. */
public final class Wording {
  private static final String DECIMAL = "decimal(28,8)";

  private Wording() {}

  /**
   * The parts one after the other; null when one of them is.
   *
   * @param parts columns, shown as text, and words
   */
  public static Column join(Object... parts) {
    return concat(
        Stream.of(parts)
            .map(part -> part instanceof Column column ? column.cast("string") : lit(part))
            .toArray(Column[]::new));
  }

  /** The parts one after the other; nothing when one of them is missing. */
  public static Column orNothing(Object... parts) {
    return coalesce(join(parts), lit(""));
  }

  /** A number without trailing zeros: the decimal columns have eight places. */
  public static Column number(Column value) {
    Column digits = value.cast(DECIMAL).cast("string");
    return rtrim(rtrim(digits, lit("0")), lit("."));
  }
}
