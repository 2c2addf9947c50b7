package cn.sunledger.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** The program's entry. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    OptionalInt again = Relaunch.where(args);
    if (again.isPresent()) {
      System.exit(again.getAsInt());
    }
    System.setProperty("java.awt.headless", "true");
    Silence.over();
    PrintStream out = stream(FileDescriptor.out);
    boolean interactive = isTerminal();
    Notice notice = Notice.of(args, interactive);
    PrintStream err = notice.hearing(stream(FileDescriptor.err));
    int code = new Cli(out, err, interactive).run(args);
    out.flush();
    err.flush();
    notice.show();
    System.exit(code);
  }

  /** Whatever the system's encoding: what programs read of us is always UTF-8. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13),
        false,
        StandardCharsets.UTF_8);
  }

  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // from Java 22 on there is a console object even where there is no terminal
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
