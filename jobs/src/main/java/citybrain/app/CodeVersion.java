package citybrain.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which code made a figure: project version and commit, written into the jar by the build. */
final class CodeVersion {
  private static final String RESOURCE = "/citybrain/version.properties";

  private CodeVersion() {}

  static String current() {
    Properties properties = new Properties();
    try (InputStream in = CodeVersion.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The build left no " + RESOURCE);
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String commit = properties.getProperty("git.commit.id.describe", "");
    String version = properties.getProperty("git.build.version", "");
    return commit.isEmpty() ? version : version + "+" + commit;
  }
}
