package cn.sunledger.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which files of the inbox are still coming in, which are there, and which have been dealt with.
 * Times are nanoseconds of a clock that only goes forward.
 */
final class Arrivals {
  private static final int TOGETHER = 3;

  private final long settle;
  private final long patience;
  private final Map<Path, Sighting> coming = new HashMap<>();
  private final Map<Path, Stamp> settled = new HashMap<>();
  private final Map<Path, Delay> delays = new HashMap<>();

  /** When a file was first seen as it is now. */
  private record Sighting(Stamp stamp, long since) {}

  /** Until when a file is left alone, after what pause, and what was said of it. */
  private record Delay(long until, Duration pause, String said) {}

  /**
   * With periods.
   *
   * @param settle how long a file must not have changed
   * @param patience how long a file that looks cut off is given to be completed
   */
  Arrivals(Duration settle, Duration patience) {
    this.settle = settle.toNanos();
    this.patience = patience.toNanos();
  }

  /** Takes in what the inbox holds now. */
  void saw(Map<Path, Stamp> files, long now) {
    coming.keySet().retainAll(files.keySet());
    settled.keySet().retainAll(files.keySet());
    delays.keySet().retainAll(files.keySet());
    files.forEach(
        (file, stamp) -> {
          if (stamp.equals(settled.get(file))) {
            return;
          }
          settled.remove(file);
          Sighting before = coming.get(file);
          if (before == null || !before.stamp().equals(stamp)) {
            coming.put(file, new Sighting(stamp, now));
            delays.remove(file);
          }
        });
  }

  /**
   * The files that can be dealt with, the oldest first. Files that come in together are waited for,
   * since they may belong together.
   *
   * @param complete whether a file looks whole
   */
  List<Path> ready(long now, Predicate<Path> complete) {
    boolean quiet = coming.values().stream().allMatch(sighting -> now - sighting.since() >= settle);
    List<Path> ready = new ArrayList<>();
    coming.forEach(
        (file, sighting) -> {
          long age = now - sighting.since();
          Delay delay = delays.get(file);
          boolean free = delay == null || now - delay.until() >= 0;
          if (free
              && age >= (quiet ? settle : TOGETHER * settle)
              && (age >= patience || complete.test(file))) {
            ready.add(file);
          }
        });
    ready.sort(
        Comparator.comparing((Path file) -> coming.get(file).stamp().modified())
            .thenComparing(Comparator.naturalOrder()));
    return ready;
  }

  /** The stamp by which a file was last seen; empty where it is not coming in. */
  Optional<Stamp> stamp(Path file) {
    return Optional.ofNullable(coming.get(file)).map(Sighting::stamp);
  }

  /** A file was dealt with as it was then. */
  void settle(Path file, Stamp stamp) {
    coming.remove(file);
    delays.remove(file);
    settled.put(file, stamp);
  }

  /**
   * A file is tried again later, after pauses that grow.
   *
   * @return whether what is said of it is new
   */
  boolean later(Path file, long now, String line, Duration first, Duration longest) {
    Delay before = delays.get(file);
    Duration pause = before == null ? first : before.pause().multipliedBy(2);
    pause = pause.compareTo(longest) > 0 ? longest : pause;
    delays.put(file, new Delay(now + pause.toNanos(), pause, line));
    return before == null || !before.said().equals(line);
  }

  /** Whether nothing is coming in. */
  boolean none() {
    return coming.isEmpty();
  }

  /** Whether all that is left is waiting to be tried again. */
  boolean onlyDelayed() {
    return delays.keySet().containsAll(coming.keySet());
  }
}
