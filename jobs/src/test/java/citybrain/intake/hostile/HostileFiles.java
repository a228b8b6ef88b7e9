package citybrain.intake.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** All cases. */
final class HostileFiles {
  static final String INDEX = "index";

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

  /**
   * Writes the files, named by their numbers, and an index of their names as delivered.
   *
   * @param folder must exist
   */
  static void write(List<HostileFile> files, Path folder, Lure lure) throws IOException {
    List<String> index = new ArrayList<>();
    for (int number = 0; number < files.size(); number++) {
      HostileFile file = files.get(number);
      Files.write(folder.resolve(Integer.toString(number)), file.content().of(lure));
      byte[] name = file.fileName().getBytes(StandardCharsets.UTF_8);
      index.add(Base64.getEncoder().encodeToString(name));
    }
    Files.write(folder.resolve(INDEX), index);
  }
}
