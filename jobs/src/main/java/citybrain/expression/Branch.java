package citybrain.expression;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/** A case of a verdict: what must hold, and what then comes of it. */
public interface Branch {
  Column condition();

  Column outcome();

  /** The outcome of the first branch whose condition is true; null where none is. */
  static Column firstThatHolds(List<? extends Branch> branches) {
    Column folded = lit(null);
    for (int i = branches.size() - 1; i >= 0; i--) {
      Branch here = branches.get(i);
      folded = when(here.condition(), here.outcome()).otherwise(folded);
    }
    return folded;
  }
}
