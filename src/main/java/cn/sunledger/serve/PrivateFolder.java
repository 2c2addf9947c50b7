package cn.sunledger.serve;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * A folder of a running page that only its user may read. It is locked for as long as the program
 * runs, so that the next one knows which folders a crash has left and removes them.
 */
final class PrivateFolder implements Closeable {
  private static final String PREFIX = "sunledger-drop-";
  private static final String LOCK = ".lock";

  /** A folder this young may belong to a program that has not got as far as locking it. */
  private static final Duration STARTING = Duration.ofSeconds(3);

  private final Path path;
  private final FileChannel channel;

  private PrivateFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes one, and removes those that were left behind.
   *
   * @param parent the folder for temporary files
   */
  static PrivateFolder in(Path parent) throws IOException {
    Path path = Files.createTempDirectory(parent, PREFIX);
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
    sweep(parent, path);
    return new PrivateFolder(path, channel);
  }

  Path path() {
    return path;
  }

  private static void sweep(Path parent, Path own) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        if (isLeft(folder, own)) {
          delete(folder);
        }
      }
    }
  }

  private static boolean isLeft(Path folder, Path own) {
    try {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          || !Files.getOwner(folder).equals(Files.getOwner(own))
          || Files.getLastModifiedTime(folder).toInstant().isAfter(Instant.now().minus(STARTING))) {
        return false;
      }
      Path lock = folder.resolve(LOCK);
      return !Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS) || isFree(lock);
    } catch (IOException e) {
      // somebody else's, or just being removed
      return false;
    }
  }

  private static boolean isFree(Path lock) throws IOException {
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Removes the folder with all that is in it. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // the lock ends with the process at the latest
      return;
    } finally {
      delete(path);
    }
  }

  /** Removes a folder; what is in use just now goes at the next start. */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Remover());
    } catch (IOException e) {
      return;
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      return remove(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException fault) throws IOException {
      return remove(folder);
    }

    private static FileVisitResult remove(Path path) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // still open somewhere: the others go all the same
        return FileVisitResult.CONTINUE;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
