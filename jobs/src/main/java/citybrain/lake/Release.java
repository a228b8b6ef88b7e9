package citybrain.lake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One state of the figures: the versions of all tables a reader needs, and what they were made
 * from.
 *
 * @param releaseId as-of date and a hash of inputs, policies and code: the same work gives the same
 *     id
 * @param asOf what was known when
 * @param codeVersion version of this project
 * @param registryHash SHA-256 of schemas, policies and metrics
 * @param tables pinned tables, sorted by name
 * @param sources files that were known at {@code asOf}, sorted
 */
public record Release(
    String releaseId,
    LocalDate asOf,
    String codeVersion,
    String registryHash,
    List<PinnedTable> tables,
    List<SourceFile> sources) {

  /**
   * A table at a version.
   *
   * @param name layer/table
   * @param path path below the lake's root: equals the name but for builds of a past date
   * @param version Delta version
   */
  public record PinnedTable(String name, String path, long version) {}

  /** A delivered file, by path below the landing area and content. */
  public record SourceFile(String file, String fileSha256) {}

  public Optional<PinnedTable> table(TableName name) {
    return tables.stream().filter(table -> table.name().equals(name.toString())).findFirst();
  }
}
