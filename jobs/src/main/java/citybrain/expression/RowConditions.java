package citybrain.expression;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Conditions over one row, ready to be asked outside a query: a record is judged where it is read,
 * and no job has to go over the rows again. Made by {@link ExpressionCheck#conditions}.
 */
public final class RowConditions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Expression> conditions;
  private final List<Attribute> columns;

  /** Spark's projections keep state: one for each thread. */
  private transient @Nullable ThreadLocal<InterpretedMutableProjection> projections;

  RowConditions(List<Expression> conditions, List<Attribute> columns) {
    this.conditions = List.copyOf(conditions);
    this.columns = List.copyOf(columns);
  }

  /**
   * Which conditions the row breaks. An answer that is not known, because a value is missing,
   * breaks nothing.
   *
   * @param row of the schema that the conditions were made for, in Spark's own types
   */
  public BitSet broken(InternalRow row) {
    InternalRow answers = projection().apply(row);
    BitSet broken = new BitSet(conditions.size());
    for (int i = 0; i < conditions.size(); i++) {
      if (!answers.isNullAt(i) && !answers.getBoolean(i)) {
        broken.set(i);
      }
    }
    return broken;
  }

  private synchronized InterpretedMutableProjection projection() {
    if (projections == null) {
      projections =
          ThreadLocal.withInitial(
              () ->
                  new InterpretedMutableProjection(
                      CollectionConverters.asScala(conditions).toSeq(),
                      CollectionConverters.asScala(columns).toSeq()));
    }
    return projections.get();
  }
}
