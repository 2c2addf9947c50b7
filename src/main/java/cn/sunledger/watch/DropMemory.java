package cn.sunledger.watch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * What was done, so that nothing is done twice, not even after a restart: a list of names and
 * contents (SHA-256) in a hidden folder of the outbox, to which a line is added for each file. A
 * line that a crash cut off counts for nothing.
 */
final class DropMemory implements Closeable {
  /** The hidden folder. */
  static final String FOLDER = ".sunledger-watch";

  private static final String LIST = "done.tsv";
  private static final String DESK = "work";

  private final Path folder;
  private final FileChannel list;
  private final Set<String> done = new HashSet<>();

  private DropMemory(Path folder, FileChannel list) {
    this.folder = folder;
    this.list = list;
  }

  /**
   * Opens the memory of an outbox and tidies up after a process that was killed.
   *
   * @param outbox the folder, made where it is missing
   * @throws AlreadyWatchedException where another process works for the same outbox
   * @throws IOException where nothing can be written there
   */
  static DropMemory open(Path outbox) throws IOException, AlreadyWatchedException {
    Path folder = Files.createDirectories(outbox.resolve(FOLDER));
    FileChannel list =
        FileChannel.open(
            folder.resolve(LIST),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (isTaken(list)) {
        throw new AlreadyWatchedException();
      }
      DropMemory memory = new DropMemory(folder, list);
      memory.read();
      memory.tidy(outbox);
      return memory;
    } catch (IOException | RuntimeException | AlreadyWatchedException e) {
      list.close();
      throw e;
    }
  }

  private static boolean isTaken(FileChannel list) {
    try {
      // held until the channel is closed
      FileLock lock = list.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      // some network shares know no locks: then nobody can tell
      return false;
    }
  }

  private void read() throws IOException {
    byte[] all = Files.readAllBytes(folder.resolve(LIST));
    int whole = all.length;
    while (whole > 0 && all[whole - 1] != '\n') {
      whole--;
    }
    new String(all, 0, whole, StandardCharsets.UTF_8).lines().forEach(done::add);
    list.truncate(whole);
    list.position(whole);
  }

  private void tidy(Path outbox) throws IOException {
    empty(desk());
    try (DirectoryStream<Path> left = Files.newDirectoryStream(outbox, ".sunledger-*.tmp*")) {
      for (Path each : left) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** A folder for copies of what is worked on. */
  Path desk() throws IOException {
    return Files.createDirectories(folder.resolve(DESK));
  }

  /** Removes what is in a folder. */
  static void empty(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
      for (Path each : left) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** Whether a file was done with this content. */
  boolean has(String name, String digest) {
    return done.contains(line(name, digest));
  }

  /** Remembers a file; it is remembered in this process even where writing that down fails. */
  void add(String name, String digest) throws IOException {
    String line = line(name, digest);
    done.add(line);
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      list.write(bytes);
    }
    list.force(true);
  }

  private static String line(String name, String digest) {
    return digest + "\t" + name.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }

  @Override
  public void close() throws IOException {
    list.close();
  }
}
