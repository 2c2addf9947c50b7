package cn.sunledger.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether a bulk conversion is so small that Java does it sooner, and with half the work, if
 * it compiles lightly: thorough compiling takes four seconds for raw sheets and more than ten for
 * facts, and what that gains is gained workbook by workbook.
 */
final class SmallConversion {
  private static final Set<String> WITH_VALUE =
      Set.of("--out", "--only", "--threads", "--encoding", "--templates", "--profile");

  /** Of raw sheets, beyond which thorough compiling has paid. */
  private static final long MOST_SHEETS = 64L << 20;

  /** Of facts. */
  private static final long MOST_FACTS = 16L << 20;

  /** A single large workbook runs the same few loops for so long that compiling them pays. */
  private static final long LARGEST = 2L << 20;

  /** So many files are not small, whatever they are; and looking at them would take its time. */
  private static final int MOST_FILES = 20_000;

  private final long most;
  private long bytes;
  private int files;

  private SmallConversion(long most) {
    this.most = most;
  }

  /** Whether the words of a {@code csv} command name few bytes. */
  static boolean is(String[] args) {
    boolean sheets = false;
    for (int i = 1; i < args.length; i++) {
      sheets |=
          args[i].equals("--only=sheets")
              || args[i].equals("sheets") && args[i - 1].equals("--only");
    }
    SmallConversion conversion = new SmallConversion(sheets ? MOST_SHEETS : MOST_FACTS);
    for (int i = 1; i < args.length; i++) {
      if (WITH_VALUE.contains(args[i])) {
        i++;
      } else if (!args[i].startsWith("-") && !conversion.holds(args[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(String word) {
    try {
      Files.walkFileTree(
          Path.of(word),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              long size = isWorkbook(file) ? attributes.size() : 0;
              return add(size) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
              // the command itself will say what is wrong
              return FileVisitResult.CONTINUE;
            }
          });
      return bytes <= most && files <= MOST_FILES;
    } catch (InvalidPathException | IOException e) {
      return true;
    }
  }

  private boolean add(long size) {
    files++;
    bytes += size > LARGEST ? most + 1 : size;
    return bytes <= most && files <= MOST_FILES;
  }

  /** By its extension, as all of them begin. */
  private static boolean isWorkbook(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return extension.startsWith("xl") || extension.startsWith("et");
  }
}
