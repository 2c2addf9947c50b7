package cn.sunledger.cli;

import cn.sunledger.job.ConversionProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * 进度: one line that is written over, for a person at a terminal; elsewhere, such as in a log, a
 * line of its own now and then.
 */
final class ProgressLine implements ConversionProgress {
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final long LINE_PAUSE_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int WIDTH = 24;

  private final Terminal terminal;
  private final LongSupplier clock;
  private final long started;
  private long shown;
  private boolean open;

  ProgressLine(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  /**
   * With a clock.
   *
   * @param clock nanoseconds
   */
  ProgressLine(Terminal terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.started = clock.getAsLong();
    this.shown = started;
  }

  @Override
  public void done(int done, int total) {
    long now = clock.getAsLong();
    boolean due = now - shown > (terminal.interactive() ? PAUSE_NANOS : LINE_PAUSE_NANOS);
    if (terminal.interactive() && (due || done == total)) {
      shown = now;
      open = true;
      terminal.err().print("\r" + bar(done, total) + text(done, total, now) + "\u001b[K");
      terminal.err().flush();
    } else if (!terminal.interactive() && due && done < total) {
      shown = now;
      terminal.message("已处理 " + text(done, total, now));
    }
  }

  private static String bar(int done, int total) {
    int full = total == 0 ? WIDTH : (int) ((long) done * WIDTH / total);
    return "█".repeat(full) + "░".repeat(WIDTH - full) + " ";
  }

  private String text(int done, int total, long now) {
    double seconds = (now - started) / 1e9;
    double rate = done / Math.max(seconds, 1e-3);
    long left = Math.round((total - done) / Math.max(rate, 1e-3));
    return String.format(
        Locale.ROOT,
        rate < 10 ? "%d/%d 个  每秒 %.1f 个  还需 %d 分 %02d 秒" : "%d/%d 个  每秒 %.0f 个  还需 %d 分 %02d 秒",
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
