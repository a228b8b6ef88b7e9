package citybrain.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes to different tables side by side. A commit of a small table is mostly waiting and planning
 * on one thread, so two at a time take little more than one.
 */
public final class IndependentWrites {
  private IndependentWrites() {}

  /**
   * Runs all writes and returns when the last one has ended; then throws the failure of the first
   * in the list that failed, if any did.
   */
  public static void run(List<Runnable> writes) {
    int threads = Math.max(1, Math.min(writes.size(), Runtime.getRuntime().availableProcessors()));
    // A pool of its own: its threads inherit the caller's Spark session.
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> started = new ArrayList<>();
      writes.forEach(write -> started.add(pool.submit(write)));
      RuntimeException failure = null;
      for (Future<?> future : started) {
        try {
          future.get();
        } catch (ExecutionException e) {
          failure = failure == null ? unchecked(e) : failure;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("Interrupted while tables were being written", e);
        }
      }
      if (failure != null) {
        throw failure;
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static RuntimeException unchecked(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
  }
}
