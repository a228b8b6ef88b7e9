package citybrain.serving;

import citybrain.lake.Release;
import java.time.LocalDate;

/**
 * Which state of the figures a page shows.
 *
 * @param asOf what was known when
 * @param sourceFiles delivered files the figures were made from
 * @param refusedFiles files known at {@code asOf} of which nothing could be loaded
 */
public record ReleaseHeader(
    String releaseId, LocalDate asOf, String codeVersion, int sourceFiles, int refusedFiles) {
  public ReleaseHeader {
    if (releaseId.isBlank()) {
      throw new IllegalArgumentException("A release has an id");
    }
    if (sourceFiles < 0 || refusedFiles < 0) {
      throw new IllegalArgumentException("Files cannot be fewer than none");
    }
  }

  public static ReleaseHeader of(Release release, int refusedFiles) {
    return new ReleaseHeader(
        release.releaseId(),
        release.asOf(),
        release.codeVersion(),
        release.sources().size(),
        refusedFiles);
  }
}
