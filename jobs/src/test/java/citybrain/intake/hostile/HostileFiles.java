package citybrain.intake.hostile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All cases. */
final class HostileFiles {
  private HostileFiles() {}

  static List<HostileFile> all() throws IOException {
    List<HostileFile> all = new ArrayList<>();
    all.addAll(HostileZips.all());
    all.addAll(HostileWorkbooks.all());
    all.addAll(HostileOldWorkbooks.all());
    all.addAll(HostileEncodings.all());
    all.addAll(HostileTables.all());
    all.addAll(MislabelledFiles.all());
    return all;
  }
}
