package cn.sunledger.watch;

/** Another process already works for the same outbox. */
public final class AlreadyWatchedException extends Exception {
  private static final long serialVersionUID = 1L;
}
