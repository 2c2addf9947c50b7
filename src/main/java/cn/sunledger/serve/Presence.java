package cn.sunledger.serve;

/** Whether somebody still looks at a page, as far as it tells. */
final class Presence {
  private final Limits limits;
  private long lastSign = System.nanoTime();
  private boolean left;

  Presence(Limits limits) {
    this.limits = limits;
  }

  /** The page has been heard of. */
  synchronized void sign() {
    lastSign = System.nanoTime();
    left = false;
  }

  /** The page says that it is being left; it may be back at once, when it was only reloaded. */
  synchronized void leave() {
    lastSign = System.nanoTime();
    left = true;
  }

  /** Whether nobody will ask for its files any more. */
  synchronized boolean ended() {
    long silent = System.nanoTime() - lastSign;
    return silent > (left ? limits.afterLeaving() : limits.withoutSign()).toNanos();
  }
}
