package cn.sunledger.cli;

import cn.sunledger.job.ConversionProgress;
import java.time.Duration;
import java.util.Locale;

/** 进度: one line that is written over, for a person at a terminal; nobody else sees it. */
final class ProgressLine implements ConversionProgress {
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final int WIDTH = 24;

  private final Terminal terminal;
  private final long started = System.nanoTime();
  private long shown;
  private boolean open;

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void done(int done, int total) {
    long now = System.nanoTime();
    if (terminal.interactive() && (now - shown > PAUSE_NANOS || done == total)) {
      shown = now;
      open = true;
      terminal.err().print("\r" + text(done, total, (now - started) / 1e9) + "\u001b[K");
      terminal.err().flush();
    }
  }

  private static String text(int done, int total, double seconds) {
    int full = total == 0 ? WIDTH : (int) ((long) done * WIDTH / total);
    String bar = "█".repeat(full) + "░".repeat(WIDTH - full);
    double rate = done / Math.max(seconds, 1e-3);
    long left = Math.round((total - done) / Math.max(rate, 1e-3));
    return String.format(
        Locale.ROOT,
        "%s %d/%d  每秒 %.0f 个  还需 %d 分 %02d 秒",
        bar,
        done,
        total,
        rate,
        left / 60,
        left % 60);
  }

  /** Leaves the line, so that what follows stands on its own. */
  void end() {
    if (open) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
  }
}
