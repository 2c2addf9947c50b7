package cn.sunledger.cli;

import cn.sunledger.job.FailedException;
import cn.sunledger.job.RefusedException;
import cn.sunledger.profile.ProfileException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;

/** Every fault that a command does not handle itself, in one sentence and with its exit code. */
final class Faults implements CommandLine.IExecutionExceptionHandler {
  private final Terminal terminal;

  Faults(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(
      Exception fault, CommandLine line, CommandLine.ParseResult words) {
    if (fault instanceof ProfileException) {
      terminal.message(fault.getMessage());
      return ExitCode.FAULTY_PROFILE;
    }
    if (fault instanceof RefusedException) {
      terminal.message(fault.getMessage());
      return ExitCode.USAGE;
    }
    if (fault instanceof FailedException failed) {
      terminal.message(failed.failure().sentence());
      return ExitCode.UNREADABLE;
    }
    if (fault instanceof IOException io) {
      terminal.message(unwritable(io));
      return ExitCode.UNREADABLE;
    }
    return unexpected(fault);
  }

  private static String unwritable(IOException fault) {
    String file =
        fault instanceof FileSystemException system && system.getFile() != null
            ? "“" + system.getFile() + "”"
            : "结果";
    return file + "写不进去，请检查文件夹的权限和磁盘空间，或关闭正在使用它的程序后重试。";
  }

  /** What nobody foresaw: said in a sentence, without a stack trace. */
  int unexpected(Throwable fault) {
    terminal.message(
        fault instanceof OutOfMemoryError
            ? "内存不够，请用 java -Xmx4g -jar sunledger.jar 加大内存后重试。"
            : "程序内部出错（" + place(fault) + "），请把这句话连同所用的文件报告给本项目（见 README“反馈”）。");
    return ExitCode.UNREADABLE;
  }

  /** The innermost place of ours, which is what a maintainer asks for first. */
  private static String place(Throwable fault) {
    for (StackTraceElement element : fault.getStackTrace()) {
      if (element.getClassName().startsWith("cn.sunledger")) {
        return fault.getClass().getSimpleName()
            + "，"
            + element.getFileName()
            + ":"
            + element.getLineNumber();
      }
    }
    return fault.getClass().getSimpleName();
  }
}
