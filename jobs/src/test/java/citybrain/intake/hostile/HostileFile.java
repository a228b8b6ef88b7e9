package citybrain.intake.hostile;

import java.io.IOException;

/**
 * One case.
 *
 * @param title what is wrong with the file, unique
 * @param fileName as delivered
 * @param content the bytes; made when needed, because some are large
 */
record HostileFile(String title, String fileName, Content content, Expected expected) {

  /** Makes the bytes. */
  interface Content {
    byte[] of(Lure lure) throws IOException;
  }

  static HostileFile of(String title, String fileName, Content content, Expected expected) {
    return new HostileFile(title, fileName, content, expected);
  }

  static HostileFile of(String title, String fileName, byte[] content, Expected expected) {
    return new HostileFile(title, fileName, lure -> content, expected);
  }

  @Override
  public String toString() {
    return title;
  }
}
