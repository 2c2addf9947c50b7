package cn.sunledger.watch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Rings when the file system reports a change, and in any case after a while: network shares often
 * report nothing.
 */
final class Bell implements Closeable {
  private final WatchService service;
  private final Map<Path, WatchKey> folders = new HashMap<>();

  private Bell(WatchService service) {
    this.service = service;
  }

  /** A bell for folders of a file system; where that reports nothing, it rings by the clock. */
  static Bell of(Path folder) {
    try {
      return new Bell(folder.getFileSystem().newWatchService());
    } catch (IOException e) {
      return new Bell(null);
    }
  }

  /** Listens to a folder too. */
  void listen(Path folder) {
    WatchKey known = folders.get(folder);
    if (service == null || known != null && known.isValid()) {
      return;
    }
    try {
      folders.put(
          folder,
          folder.register(
              service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY));
    } catch (IOException | ClosedWatchServiceException e) {
      // the clock rings for it
      folders.remove(folder);
    }
  }

  /**
   * Waits until it rings.
   *
   * @return whether there was a change, as opposed to time running out
   */
  boolean await(Duration longest) throws InterruptedException {
    long millis = Math.max(1, longest.toMillis());
    if (service == null) {
      Thread.sleep(millis);
      return false;
    }
    WatchKey key = service.poll(millis, TimeUnit.MILLISECONDS);
    boolean rang = key != null;
    while (key != null) {
      key.pollEvents();
      key.reset();
      key = service.poll();
    }
    return rang;
  }

  @Override
  public void close() throws IOException {
    if (service != null) {
      service.close();
    }
  }
}
