package citybrain.intake.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All cases, and those of them that are small enough to be landed together. */
public final class HostileFiles {
  static final String INDEX = "index";

  /** Large ones take time and prove no more here. */
  private static final int LARGEST_LANDED = 20_000;

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

  /**
   * Lands every small file, one a day from 2020-01-01 on.
   *
   * @param landing the landing area
   * @return of each landed file, by its path below the landing area, whether it is to be refused
   */
  public static Map<String, Boolean> land(Path landing) throws IOException {
    Map<String, Boolean> isRefused = new TreeMap<>();
    Lure lure = new Lure("http://127.0.0.1:9", landing.resolve("secret").toString());
    LocalDate day = LocalDate.of(2020, 1, 1);
    for (HostileFile file : all()) {
      byte[] content = file.content().of(lure);
      if (content.length <= LARGEST_LANDED) {
        String path =
            Payments.DEPARTMENT + "/" + Payments.EXTRACT + "/" + day + "/" + isRefused.size();
        Files.createDirectories(landing.resolve(path).getParent());
        Files.write(landing.resolve(path), content);
        isRefused.put(path, file.expected().outcome().startsWith("REFUSED"));
        day = day.plusDays(1);
      }
    }
    return isRefused;
  }
}
