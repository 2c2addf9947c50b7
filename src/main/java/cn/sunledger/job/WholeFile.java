package cn.sunledger.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/** Writes files whole or not at all: beside the target first, then moved over it in one step. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it.
     *
     * @param out buffered; need not be closed
     * @throws IOException where writing fails
     */
    void to(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, and the folders above it where they are missing. Where that fails, the target is
   * as it was, and nothing is left behind.
   *
   * @param target the file
   * @param content what it shall hold
   * @throws IOException where writing or moving fails
   */
  public static void write(Path target, Content content) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Deque<Path> made = makeFolders(folder);
    Path temporary = folder.resolve(".sunledger-" + UUID.randomUUID() + ".tmp");
    boolean done = false;
    try {
      try (FileChannel channel =
              FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        content.to(out);
        out.flush();
        channel.force(true);
      }
      move(temporary, target);
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(temporary);
        for (Path each : made) {
          deleteIfEmpty(each);
        }
      }
    }
  }

  /**
   * Moves a file or folder in one step, over a file that is there.
   *
   * @param from where it is
   * @param to where it shall be, on the same file system
   * @throws IOException where that fails
   */
  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // some network shares rename, but do not promise to do it in one step
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes what is missing of a folder's path and tells what it made, the innermost first. */
  static Deque<Path> makeFolders(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path each = folder.toAbsolutePath();
        each != null && Files.notExists(each);
        each = each.getParent()) {
      missing.addLast(each);
    }
    Files.createDirectories(folder);
    return missing;
  }

  static void deleteIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // it is in use by somebody else: then it is theirs now
      return;
    }
  }
}
