package citybrain.intake.reading;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of one delivered file. They can be opened again and again, so that nothing needs to
 * hold a whole file.
 */
public interface DeliveredBytes {
  /** Number of bytes. */
  long size() throws IOException;

  /** A new stream that starts at byte {@code from}. */
  InputStream open(long from) throws IOException;

  /**
   * The file on this machine, for containers that are read at random; empty when the bytes are in
   * memory.
   */
  Optional<File> file();

  /** A file that is held in memory. */
  static DeliveredBytes of(byte[] content) {
    return new DeliveredBytes() {
      @Override
      public long size() {
        return content.length;
      }

      @Override
      public InputStream open(long from) {
        return new ByteArrayInputStream(content, (int) from, content.length - (int) from);
      }

      @Override
      public Optional<File> file() {
        return Optional.empty();
      }
    };
  }

  /** A file on this machine. */
  static DeliveredBytes of(Path path) {
    return new DeliveredBytes() {
      @Override
      public long size() throws IOException {
        return Files.size(path);
      }

      @Override
      public InputStream open(long from) throws IOException {
        FileChannel channel = FileChannel.open(path);
        channel.position(from);
        return Channels.newInputStream(channel);
      }

      @Override
      public Optional<File> file() {
        return Optional.of(path.toFile());
      }
    };
  }
}
