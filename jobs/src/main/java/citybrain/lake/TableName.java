package citybrain.lake;

/**
 * A table of the lake.
 *
 * @param layer bronze, silver, quality, gold or release
 * @param name snake_case name, the folder below the layer
 */
public record TableName(String layer, String name) {
  public TableName {
    if (!layer.matches("[a-z]+") || !name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("Not a table name: " + layer + "/" + name);
    }
  }

  public static TableName parse(String layerAndName) {
    int slash = layerAndName.indexOf('/');
    return new TableName(layerAndName.substring(0, slash), layerAndName.substring(slash + 1));
  }

  @Override
  public String toString() {
    return layer + "/" + name;
  }
}
