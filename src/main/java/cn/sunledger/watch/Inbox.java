package cn.sunledger.watch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The folder that files are dropped in, with all folders inside it. */
final class Inbox {
  private static final Set<String> UNFINISHED =
      Set.of("tmp", "temp", "part", "partial", "crdownload", "download", "filepart", "lock");
  private static final Set<String> OF_THE_SYSTEM = Set.of("thumbs.db", "desktop.ini");

  /** How far from its end a ZIP file's last record may begin: its comment has 16 bits of length. */
  private static final int ZIP_TAIL = 22 + 0xFFFF;

  private static final int ZIP = 0x504B0304;

  private final Path folder;
  private final Path left;

  /**
   * A folder.
   *
   * @param folder the folder
   * @param left a folder that may lie inside it and is none of it
   */
  Inbox(Path folder, Path left) {
    this.folder = folder;
    this.left = left.toAbsolutePath().normalize();
  }

  /**
   * The files in it.
   *
   * @param folders hears of every folder on the way
   * @throws IOException where the folder cannot be read
   */
  Map<Path, Stamp> files(Consumer<Path> folders) throws IOException {
    Map<Path, Stamp> files = new LinkedHashMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
            boolean hidden = !each.equals(folder) && name(each).startsWith(".");
            if (hidden || each.toAbsolutePath().normalize().equals(left)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            folders.accept(each);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isDropped(name(file))) {
              files.put(file, Stamp.of(attributes));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (file.equals(folder)) {
              throw fault;
            }
            // taken away in this very moment, or not ours to read: the next look will tell
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Whether a name is one that people give, and not one of a lock or of an unfinished copy. */
  static boolean isDropped(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    return !low.startsWith("~")
        && !low.startsWith(".")
        && !OF_THE_SYSTEM.contains(low)
        && !UNFINISHED.contains(low.substring(low.lastIndexOf('.') + 1));
  }

  /** A file's path inside the folder, with {@code /}. */
  String nameOf(Path file) {
    return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /**
   * Whether a file looks whole: it can be opened, and a ZIP file has its directory, which comes
   * last. A copy that stalls looks settled without being whole.
   */
  static boolean isComplete(Path file) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      if (in.length() < 4 || in.readInt() != ZIP) {
        return true;
      }
      int length = (int) Math.min(in.length(), ZIP_TAIL);
      byte[] tail = new byte[length];
      in.seek(in.length() - length);
      in.readFully(tail);
      for (int i = length - 4; i >= 0; i--) {
        if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      // somebody still holds it
      return false;
    }
  }
}
