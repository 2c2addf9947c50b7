package cn.sunledger.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where a workbook is dropped on the program's icon, nobody sees a terminal: what would stand there
 * is shown by the desktop instead.
 */
final class Notice {
  /** Set by the launcher of the program that is built for a desktop. */
  private static final String LAUNCHER = "jpackage.app-path";

  private static final String TEXT = "SUNLEDGER_NOTICE";
  private static final String TITLE = "晒账本";
  private static final int LONGEST = 600;
  private static final int PATIENCE_SECONDS = 5;
  private static final String WINDOWS =
      "Add-Type -AssemblyName System.Windows.Forms;"
          + "[void][System.Windows.Forms.MessageBox]::Show($env:"
          + TEXT
          + ",'sunledger')";
  private static final String MAC =
      "display notification (system attribute \"" + TEXT + "\") with title \"sunledger\"";

  private final boolean wanted;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  private Notice(boolean wanted) {
    this.wanted = wanted;
  }

  /**
   * For a command line.
   *
   * @param args the command line; one that only names files is what a desktop starts
   * @param interactive whether a person is looking at a terminal
   */
  static Notice of(String[] args, boolean interactive) {
    boolean files = args.length > 0 && Stream.of(args).allMatch(Notice::isFile);
    return new Notice(files && !interactive && System.getProperty(LAUNCHER) != null);
  }

  private static boolean isFile(String word) {
    try {
      return Files.exists(Path.of(word));
    } catch (java.nio.file.InvalidPathException e) {
      return false;
    }
  }

  /**
   * A stream of messages that is listened to.
   *
   * @param messages where messages go all the same
   */
  PrintStream hearing(PrintStream messages) {
    if (!wanted) {
      return messages;
    }
    OutputStream both =
        new OutputStream() {
          @Override
          public void write(int each) {
            messages.write(each);
            heard.write(each);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            messages.write(bytes, from, length);
            heard.write(bytes, from, length);
          }

          @Override
          public void flush() {
            messages.flush();
          }
        };
    return new PrintStream(both, false, StandardCharsets.UTF_8);
  }

  /** Shows what was heard. */
  void show() {
    String text = heard.toString(StandardCharsets.UTF_8).strip();
    if (!wanted || text.isEmpty()) {
      return;
    }
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "……" : text;
    for (List<String> command : commands(shown)) {
      if (succeeds(command, shown)) {
        return;
      }
    }
  }

  /** The text travels beside the command where the command would be read as a script. */
  private static List<List<String>> commands(String text) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("windows")) {
      return List.of(List.of("powershell", "-NoProfile", "-Command", WINDOWS));
    }
    if (system.contains("mac")) {
      return List.of(List.of("osascript", "-e", MAC));
    }
    return List.of(
        List.of("notify-send", "--", TITLE, text),
        List.of("kdialog", "--title", TITLE, "--passivepopup", text, "15"),
        List.of("zenity", "--info", "--no-markup", "--title", TITLE, "--text", text),
        List.of("xmessage", text));
  }

  private static boolean succeeds(List<String> command, String text) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put(TEXT, text);
    try {
      Process process = builder.start();
      // a window that waits to be closed has been shown
      return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
