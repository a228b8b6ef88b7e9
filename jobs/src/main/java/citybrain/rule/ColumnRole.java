package citybrain.rule;

import citybrain.policy.Rule;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StringType;

/** What a rule takes from its subject by naming a column, besides its expressions. */
enum ColumnRole {
  /** What the finding is about. */
  SUBJECT_ID(StringType.class, "subject_id"),
  /** Where it belongs. */
  AREA_CODE(StringType.class, "area_code"),
  /** The day the event became known: the first day on which the finding could be seen. */
  EVENT_KNOWN_FROM(DateType.class, SubjectColumns.KNOWN_FROM_FIRST),
  /** The day the settlement became known: the last day a closed finding was seen. */
  SETTLED_KNOWN_FROM(DateType.class, SubjectColumns.KNOWN_FROM_LAST);

  private final Class<? extends DataType> type;
  private final String defaultColumn;

  ColumnRole(Class<? extends DataType> type, String defaultColumn) {
    this.type = type;
    this.defaultColumn = defaultColumn;
  }

  /** As written in a rule's {@code columns}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  Class<? extends DataType> type() {
    return type;
  }

  String columnIn(Rule rule) {
    return rule.columns().getOrDefault(key(), defaultColumn);
  }
}
