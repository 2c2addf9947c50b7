package cn.sunledger.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What is still to be finished and said when the process is asked to end, as by Ctrl-C. */
final class LastWord {
  private final CountDownLatch said = new CountDownLatch(1);
  private final Thread hook;

  /**
   * From now on the process ends in order.
   *
   * @param stop asks what is running to stop after what it has at hand
   * @param seconds how long the process waits for that at most
   */
  LastWord(Runnable stop, int seconds) {
    this.hook =
        new Thread(
            () -> {
              stop.run();
              await(seconds);
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The process ends when this returns, so it waits for the last word. */
  private void await(int seconds) {
    try {
      said.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All is finished and said. */
  void said() {
    said.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending already, and the hook is what waits for us
      return;
    }
  }
}
