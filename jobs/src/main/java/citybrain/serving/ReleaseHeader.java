package citybrain.serving;

import citybrain.lake.Release;
import java.time.LocalDate;

/**
 * Which state of the figures a page shows.
 *
 * @param asOf what was known when
 * @param sourceFiles delivered files the figures were made from
 */
public record ReleaseHeader(String releaseId, LocalDate asOf, String codeVersion, int sourceFiles) {
  public ReleaseHeader {
    if (releaseId.isBlank()) {
      throw new IllegalArgumentException("A release has an id");
    }
    if (sourceFiles < 0) {
      throw new IllegalArgumentException("Files cannot be fewer than none");
    }
  }

  public static ReleaseHeader of(Release release) {
    return new ReleaseHeader(
        release.releaseId(), release.asOf(), release.codeVersion(), release.sources().size());
  }
}
