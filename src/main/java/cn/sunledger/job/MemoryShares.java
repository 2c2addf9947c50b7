package cn.sunledger.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * Who works on a large workbook gets the memory of others too, so that several large ones in a
 * folder take turns instead of failing all.
 */
final class MemoryShares {
  /**
   * Of a share, how much a file may weigh: its cells and texts unpacked take several times that.
   */
  private static final long PART_OF_SHARE = 4;

  private final int shares;
  private final long size;
  private final Semaphore free;

  /**
   * @param shares how many work at a time
   * @param memory all bytes there are
   */
  MemoryShares(int shares, long memory) {
    this.shares = shares;
    this.size = Math.max(1, memory / shares / PART_OF_SHARE);
    // fair, or a large workbook would wait until all small ones are done
    this.free = new Semaphore(shares, true);
  }

  /** Waits for as many shares as a workbook needs, and tells how many that are. */
  int take(Path file) {
    int needed = needed(file);
    take(needed);
    return needed;
  }

  private int needed(Path file) {
    if (shares == 1) {
      return 1;
    }
    try {
      return (int) Math.min(shares, 1 + Files.size(file) / size);
    } catch (IOException e) {
      // reading it will say what is wrong
      return 1;
    }
  }

  /** Waits until nobody else works. */
  int takeAll() {
    take(shares);
    return shares;
  }

  private void take(int count) {
    free.acquireUninterruptibly(count);
  }

  void giveBack(int count) {
    free.release(count);
  }
}
