package cn.sunledger.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * 投件箱: sees files arrive in a folder, waits until they are complete, and has each worked on once.
 *
 * <p>Events of the file system only wake it; what counts is what lies in the folder, so that a lost
 * event loses nothing.
 */
public final class DropFolder {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** So soon it hears that it shall end. */
  private static final Duration BREATH = Duration.ofMillis(200);

  private final Path outbox;
  private final Inbox inbox;
  private final Settings settings;
  private final DropWork work;
  private final DropLog log;
  private final Arrivals arrivals;
  private final Bell bell;
  private volatile boolean stopped;
  private DropMemory memory;
  private String lastTrouble = "";
  private long memoryFrom = System.nanoTime();

  /**
   * How it behaves.
   *
   * @param settle how long a file must not have changed
   * @param patience how long a file that looks cut off is given to be completed
   * @param look how often it looks by itself
   * @param once whether it ends when everything that is there is done
   */
  public record Settings(Duration settle, Duration patience, Duration look, boolean once) {}

  /**
   * Over two folders.
   *
   * @param inboxFolder where files are dropped
   * @param outbox where what was done is remembered
   * @param settings how it behaves
   * @param work what is done with a file
   * @param log who hears of it
   */
  public DropFolder(Path inboxFolder, Path outbox, Settings settings, DropWork work, DropLog log) {
    this.outbox = outbox;
    this.inbox = new Inbox(inboxFolder, outbox);
    this.settings = settings;
    this.work = work;
    this.log = log;
    this.arrivals = new Arrivals(settings.settle(), settings.patience());
    this.bell = Bell.of(inboxFolder);
  }

  /** Ends it after the file that is being worked on. */
  public void stop() {
    stopped = true;
  }

  /**
   * Works until it is stopped.
   *
   * @throws AlreadyWatchedException where another process works for the same outbox
   * @throws InterruptedException where the thread is interrupted
   */
  public void run() throws AlreadyWatchedException, InterruptedException {
    try {
      while (!stopped) {
        look();
        if (settings.once() && arrivals.none()) {
          return;
        }
        pause();
      }
    } finally {
      close();
    }
  }

  private void look() throws AlreadyWatchedException {
    try {
      arrivals.saw(inbox.files(bell::listen), System.nanoTime());
    } catch (IOException e) {
      trouble("收件文件夹读不出来，恢复后会自动继续。");
      return;
    }
    List<Path> ready = arrivals.ready(System.nanoTime(), Inbox::isComplete);
    if (ready.isEmpty() || !remembers()) {
      return;
    }
    for (Path file : ready) {
      if (stopped) {
        return;
      }
      arrivals.stamp(file).ifPresent(stamp -> take(file, stamp));
    }
  }

  /** Whether there is a memory; where none can be written, nothing else can either. */
  private boolean remembers() throws AlreadyWatchedException {
    if (memory == null && System.nanoTime() - memoryFrom >= 0) {
      try {
        memory = DropMemory.open(outbox);
        lastTrouble = "";
      } catch (IOException e) {
        trouble(unwritable());
        memoryFrom = System.nanoTime() + FIRST_PAUSE.toNanos();
      }
    }
    return memory != null;
  }

  private void take(Path file, Stamp stamp) {
    String name = inbox.nameOf(file);
    Path copy;
    try {
      DropMemory.empty(memory.desk());
      copy = memory.desk().resolve(file.getFileName().toString());
    } catch (IOException e) {
      later(file, unwritable());
      return;
    }
    try {
      String digest = copy(file, copy);
      if (!stamp.equals(Stamp.of(file))) {
        // it was replaced while it was read: the next look takes it as it is now
        return;
      }
      if (memory.has(name, digest)) {
        arrivals.settle(file, stamp);
      } else {
        work(new Drop(file, name, copy), stamp, digest);
      }
    } catch (IOException e) {
      later(file, "《" + name + "》暂时读不出来（可能还在复制，或被其他程序占用），稍后再试。");
    } finally {
      clear();
    }
  }

  private String unwritable() {
    return "结果文件夹“" + outbox + "”写不进去，请检查权限和磁盘空间；恢复后会自动继续，收到的文件不会丢。";
  }

  private void work(Drop drop, Stamp stamp, String digest) {
    DropWork.Outcome outcome = work.on(drop);
    if (outcome instanceof DropWork.Outcome.Later) {
      later(drop.file(), outcome.line());
      return;
    }
    arrivals.settle(drop.file(), stamp);
    try {
      memory.add(drop.name(), digest);
    } catch (IOException e) {
      log.trouble("《" + drop.name() + "》已经处理完，但没能记下来（结果文件夹写不进去）；重新启动后会再处理一次。");
    }
    if (outcome instanceof DropWork.Outcome.Done) {
      log.done(outcome.line());
    } else {
      log.trouble(outcome.line());
    }
  }

  /** What is left on the desk after a crash goes at the next start. */
  private void clear() {
    try {
      DropMemory.empty(memory.desk());
    } catch (IOException e) {
      return;
    }
  }

  private void later(Path file, String line) {
    if (arrivals.later(file, System.nanoTime(), line, FIRST_PAUSE, LONGEST_PAUSE)) {
      log.trouble(line);
    }
  }

  private void trouble(String line) {
    if (!line.equals(lastTrouble)) {
      lastTrouble = line;
      log.trouble(line);
    }
  }

  /** Copies a file and tells its digest. */
  private static String copy(Path from, Path to) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      in.transferTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void pause() throws InterruptedException {
    Duration wait =
        arrivals.none() || arrivals.onlyDelayed()
            ? settings.look()
            : settings.settle().dividedBy(4);
    long end = System.nanoTime() + wait.toNanos();
    while (!stopped && System.nanoTime() - end < 0) {
      Duration breath = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
      if (bell.await(breath.compareTo(BREATH) > 0 ? BREATH : breath)) {
        // a copy in progress rings without end
        Thread.sleep(BREATH.toMillis() / 4);
        return;
      }
    }
  }

  private void close() {
    try {
      bell.close();
      if (memory != null) {
        memory.close();
      }
    } catch (IOException e) {
      log.trouble("结束时没能关好结果文件夹中的记录，重新启动后会自动恢复。");
    }
  }
}
