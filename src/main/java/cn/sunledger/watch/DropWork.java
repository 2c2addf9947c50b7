package cn.sunledger.watch;

/** What is done with a dropped file. */
@FunctionalInterface
public interface DropWork {
  /** What came of it. */
  sealed interface Outcome {
    /** What a person is told, one line. */
    String line();

    /**
     * It is done, and never done again.
     *
     * @param line what a person is told
     */
    record Done(String line) implements Outcome {}

    /**
     * It cannot be done with this file; once the file is another one, it is tried again.
     *
     * @param line what a person is told
     */
    record Refused(String line) implements Outcome {}

    /**
     * It cannot be done now, for reasons that lie outside the file; it is tried again.
     *
     * @param line what a person is told
     */
    record Later(String line) implements Outcome {}
  }

  /**
   * Does it.
   *
   * @param drop the file
   */
  Outcome on(Drop drop);
}
