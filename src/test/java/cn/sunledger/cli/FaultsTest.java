package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Faults faults =
      new Faults(
          new Terminal(
              new PrintStream(new ByteArrayOutputStream()),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              false));

  @Test
  void whatNobodyForesawIsSaidWithoutAStackTrace() {
    IllegalStateException fault = new IllegalStateException("secret of the file");

    assertEquals(3, faults.handleExecutionException(fault, null, null));
    int line = fault.getStackTrace()[0].getLineNumber();
    assertEquals(
        "程序内部出错（IllegalStateException，FaultsTest.java:"
            + line
            + "），请把这句话连同所用的文件报告给本项目（见 README“反馈”）。\n",
        said());
  }

  @Test
  void tooLittleMemoryHasARemedy() {
    assertEquals(3, faults.unexpected(new OutOfMemoryError()));
    assertEquals("内存不够，请用 java -Xmx4g -jar sunledger.jar 加大内存后重试。\n", said());
  }

  @Test
  void whatCannotBeWrittenIsNamed() {
    assertEquals(
        3, faults.handleExecutionException(new AccessDeniedException("out/facts.csv"), null, null));
    assertEquals(3, faults.handleExecutionException(new IOException("disk full"), null, null));
    assertEquals(
        """
        “out/facts.csv”写不进去，请检查文件夹的权限和磁盘空间，或关闭正在使用它的程序后重试。
        结果写不进去，请检查文件夹的权限和磁盘空间，或关闭正在使用它的程序后重试。
        """,
        said());
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
