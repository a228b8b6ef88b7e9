package citybrain.lake;

import io.delta.storage.HDFSLogStore;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The log store of the test session. Armed, it ends the process's work right before or right after
 * its n-th commit, as a kill would; otherwise it does what Delta's own store does.
 */
public final class KillableLogStore extends HDFSLogStore {
  private static final AtomicInteger LEFT = new AtomicInteger(-1);
  private static volatile boolean isAfter;

  public KillableLogStore(Configuration configuration) {
    super(configuration);
  }

  /** Thrown in place of a kill. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed by the test");
    }
  }

  /** From now on, the {@code commit}-th commit (1-based) and all later ones fail. */
  public static void killAt(int commit, boolean afterIt) {
    isAfter = afterIt;
    LEFT.set(commit);
  }

  /** Stops killing; tells whether the kill came. */
  public static boolean disarm() {
    return LEFT.getAndSet(-1) == 0;
  }

  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    synchronized (LEFT) {
      writeInTurn(path, actions, overwrite, configuration);
    }
  }

  private void writeInTurn(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    int left = LEFT.get();
    boolean isCommit = path.getName().endsWith(".json");
    if (left < 0 || !isCommit) {
      super.write(path, actions, overwrite, configuration);
      return;
    }
    if (left == 0) {
      throw new Killed();
    }
    boolean isTheOne = LEFT.decrementAndGet() == 0;
    if (isTheOne && !isAfter) {
      throw new Killed();
    }
    super.write(path, actions, overwrite, configuration);
    if (isTheOne) {
      throw new Killed();
    }
  }
}
