package citybrain.intake;

import java.util.List;
import java.util.Locale;

/** Files that a program has not finished writing, told by the names programs give them. */
final class UnfinishedFiles {
  /** Excel's and WPS's owner files, LibreOffice's locks, WPS's temporary copies. */
  private static final List<String> BEGINNINGS = List.of("~$", ".~", "~wps", "~wrl", "~df");

  /** Browsers, download tools, rsync-like copies, editors. */
  private static final List<String> ENDINGS =
      List.of(
          ".part",
          ".partial",
          ".tmp",
          ".temp",
          ".crdownload",
          ".download",
          ".filepart",
          ".!ut",
          ".td",
          ".swp",
          ".writing",
          ".uploading",
          "._copying_");

  private UnfinishedFiles() {}

  static boolean isOne(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return BEGINNINGS.stream().anyMatch(lower::startsWith)
        || ENDINGS.stream().anyMatch(lower::endsWith);
  }
}
