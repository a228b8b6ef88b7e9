package citybrain.intake;

import citybrain.intake.reading.DeliveredBytes;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/** A file of the landing area, on whatever file system that lies. */
final class LandedBytes implements DeliveredBytes, Closeable {
  private final FileSystem files;
  private final org.apache.hadoop.fs.Path path;
  private @Nullable Path copy;

  LandedBytes(String location, Configuration configuration) throws IOException {
    this.path = new org.apache.hadoop.fs.Path(location);
    this.files = path.getFileSystem(configuration);
  }

  @Override
  public long size() throws IOException {
    return files.getFileStatus(path).getLen();
  }

  @Override
  public InputStream open(long from) throws IOException {
    FSDataInputStream in = files.open(path);
    in.seek(from);
    return in;
  }

  /** A file of a remote file system is copied once, and the copy removed on {@link #close}. */
  @Override
  public Optional<File> file() {
    try {
      if (files.getScheme().equals("file")) {
        return Optional.of(new File(path.toUri().getPath()));
      }
      Path local = copy;
      if (local == null) {
        local = Files.createTempFile("citybrain-delivery-", ".bin");
        copy = local;
        try (InputStream in = open(0)) {
          Files.copy(in, local, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return Optional.of(local.toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (copy != null) {
      Files.deleteIfExists(copy);
      copy = null;
    }
  }
}
