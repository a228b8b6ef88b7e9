package citybrain.unit.planted;

import citybrain.lake.TableName;

/** A unit that knows of a table: planted for the architecture test. */
final class UsesLake {
  private UsesLake() {}

  static TableName planted() {
    return new TableName("gold", "planted");
  }
}
