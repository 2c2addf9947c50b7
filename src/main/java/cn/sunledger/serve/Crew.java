package cn.sunledger.serve;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does the work on files, as many at a time as there are processors. What takes too long gives its
 * place to the next, whether or not it heeds being stopped.
 */
final class Crew implements Closeable {
  private final ExecutorService threads = Executors.newCachedThreadPool(named("work"));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(named("clock"));
  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

  static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, "drop-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Has something done.
   *
   * @param task the work
   * @param limit how long it may take once it has begun
   * @param late what is done where it takes longer
   */
  Future<?> submit(Runnable task, Duration limit, Runnable late) {
    return threads.submit(
        () -> {
          try {
            places.acquire();
          } catch (InterruptedException e) {
            return;
          }
          Thread worker = Thread.currentThread();
          AtomicBoolean holdsPlace = new AtomicBoolean(true);
          Future<?> alarm =
              clock.schedule(
                  () -> {
                    if (holdsPlace.compareAndSet(true, false)) {
                      places.release();
                      late.run();
                      worker.interrupt();
                    }
                  },
                  limit.toMillis(),
                  TimeUnit.MILLISECONDS);
          try {
            task.run();
          } finally {
            alarm.cancel(false);
            if (holdsPlace.compareAndSet(true, false)) {
              places.release();
            }
          }
        });
  }

  /** Has something done over and over. */
  void every(Duration pause, Runnable task) {
    clock.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Has something done later. */
  Future<?> later(Duration pause, Runnable task) {
    return clock.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    clock.shutdownNow();
  }
}
