package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong(Duration.ofHours(1).toNanos());

  private ProgressLine line(boolean interactive) {
    PrintStream err = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new ProgressLine(new Terminal(err, err, interactive), clock::get);
  }

  private void after(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void aTerminalSeesOneLineThatIsWrittenOverAndLeft() {
    ProgressLine line = line(true);
    after(Duration.ofSeconds(2));
    line.done(50, 2_000);
    after(Duration.ofMillis(50));
    line.done(51, 2_000);
    after(Duration.ofSeconds(78));
    line.done(2_000, 2_000);
    line.end();

    assertEquals(
        "\r░░░░░░░░░░░░░░░░░░░░░░░░ 50/2000 个  每秒 25 个  还需 1 分 18 秒\u001b[K"
            + "\r████████████████████████ 2000/2000 个  每秒 25 个  还需 0 分 00 秒\u001b[K"
            + "\r\u001b[K",
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aLogGetsALineEveryTenSecondsAndNoneOfAShortRun() {
    ProgressLine line = line(false);
    after(Duration.ofSeconds(9));
    line.done(3, 10);
    after(Duration.ofSeconds(2));
    line.done(4, 10);
    after(Duration.ofSeconds(9));
    line.done(9, 10);
    after(Duration.ofSeconds(2));
    line.done(10, 10);
    line.end();

    assertEquals("已处理 4/10 个  每秒 0.4 个  还需 0 分 17 秒\n", out.toString(StandardCharsets.UTF_8));
  }
}
