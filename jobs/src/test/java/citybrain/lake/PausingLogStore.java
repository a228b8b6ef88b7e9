package citybrain.lake;

import io.delta.storage.HDFSLogStore;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A log store that stands still for ever at one point of a process's work and says so, so that
 * another process can kill it there. Point {@code 2n-1} is right before the {@code n}-th commit,
 * when its data files lie on disk; point {@code 2n} is right after it.
 */
public final class PausingLogStore extends HDFSLogStore {
  /** System property: the point to stop at; absent for none. */
  public static final String POINT = "citybrain.test.point";

  /** What is printed when the point is reached. */
  public static final String REACHED = "citybrain.test.point.reached";

  private static final int STOP = Integer.getInteger(POINT, 0);
  private static int passed;

  public PausingLogStore(Configuration configuration) {
    super(configuration);
  }

  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    if (!path.getName().endsWith(".json")) {
      super.write(path, actions, overwrite, configuration);
      return;
    }
    synchronized (PausingLogStore.class) {
      pass();
      super.write(path, actions, overwrite, configuration);
      pass();
    }
  }

  private static void pass() {
    passed++;
    if (passed == STOP) {
      System.out.println(REACHED);
      System.out.flush();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
