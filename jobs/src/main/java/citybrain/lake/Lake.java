package citybrain.lake;

import org.apache.spark.sql.SparkSession;

/**
 * A lake: Delta tables at {@code <root>/<layer>/<table>}, on a local path, {@code hdfs://} or
 * {@code s3a://}.
 *
 * @param root without a trailing slash
 */
public record Lake(SparkSession spark, String root) {
  public Lake {
    root = root.replaceAll("/+$", "");
  }

  /** The current head of a table. */
  public LakeTable table(TableName name) {
    return new LakeTable(spark, name, root, name.toString());
  }

  public LakeTable table(String layer, String name) {
    return table(new TableName(layer, name));
  }

  /** A table by its path below the root, as a release names it. */
  public LakeTable tableAt(TableName name, String path) {
    return new LakeTable(spark, name, root, path);
  }
}
