package cn.sunledger.serve;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All pages that are open, and what they may take together. */
final class Desks implements Closeable {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Path folder;
  private final Limits limits;
  private final Workshop workshop;
  private final Crew crew;
  private final Map<String, Desk> desks = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private volatile boolean used;
  private volatile long lastSeen = System.nanoTime();

  Desks(Path folder, Limits limits, Workshop workshop, Crew crew) {
    this.folder = folder;
    this.limits = limits;
    this.workshop = workshop;
    this.crew = crew;
    crew.every(LOOK, this::sweep);
  }

  Limits limits() {
    return limits;
  }

  Workshop workshop() {
    return workshop;
  }

  /** A new page's files. */
  Desk make() throws IOException, Refusal {
    sweep();
    if (desks.size() >= limits.desks()) {
      throw new Refusal(429, "同时打开的页面太多，请先关掉几个。");
    }
    String id = Gate.secret();
    Desk desk = new Desk(id, Files.createDirectory(folder.resolve(id)), limits, workshop, crew);
    desks.put(id, desk);
    used = true;
    return desk;
  }

  Desk desk(String id) throws Refusal {
    Desk desk = desks.get(id);
    if (desk == null) {
      throw Refusal.gone();
    }
    return desk;
  }

  /** Takes room for a file; false where all of it is taken. */
  boolean take(long length) {
    if (bytes.addAndGet(length) > limits.allBytes()) {
      bytes.addAndGet(-length);
      return false;
    }
    return true;
  }

  void give(long length) {
    bytes.addAndGet(-length);
  }

  /** For how long no page has been open, once there was one; zero while there is. */
  Duration unused() {
    if (!used || !desks.isEmpty()) {
      return Duration.ZERO;
    }
    return Duration.ofNanos(System.nanoTime() - lastSeen);
  }

  private void sweep() {
    for (Desk desk : List.copyOf(desks.values())) {
      if (desk.presence().ended()) {
        desks.remove(desk.id());
        close(desk);
      }
    }
    if (!desks.isEmpty()) {
      lastSeen = System.nanoTime();
    }
  }

  private void close(Desk desk) {
    bytes.addAndGet(-desk.bytes());
    desk.close();
  }

  @Override
  public void close() {
    desks.values().forEach(this::close);
    desks.clear();
  }
}
