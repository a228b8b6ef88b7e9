package citybrain.expression;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import java.util.List;
import org.apache.spark.sql.Column;

/** What the value of a parameter was on a day, in column expressions. */
public final class ValueInForce {
  private ValueInForce() {}

  /** Position of the value in force on the day; null where there is none. */
  public static Column position(Parameter parameter, Column day) {
    Column position = lit(null).cast("int");
    List<DatedValue> values = parameter.values();
    for (int i = 0; i < values.size(); i++) {
      Column here = values.get(i).value() == null ? lit(null).cast("int") : lit(i);
      position = when(day.geq(lit(values.get(i).from())), here).otherwise(position);
    }
    return position;
  }

  /** The value in words: {@link Parameter#inWords}; null where there is none. */
  public static Column inWords(Parameter parameter, Column day) {
    return get(
        array(
            parameter.values().stream()
                .map(value -> lit(parameter.inWords(value)))
                .toArray(Column[]::new)),
        position(parameter, day));
  }
}
