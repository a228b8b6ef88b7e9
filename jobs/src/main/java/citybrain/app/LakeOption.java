package citybrain.app;

import citybrain.lake.Lake;
import citybrain.lake.LakeSession;
import picocli.CommandLine.Option;

/** The lake a command works on. */
final class LakeOption {
  @Option(
      names = "--lake",
      required = true,
      paramLabel = "L",
      description = "root of the lake: a local path, hdfs:// or s3a://")
  private String root = "";

  Lake open() {
    return new Lake(LakeSession.open(), root);
  }
}
