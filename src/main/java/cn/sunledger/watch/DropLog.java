package cn.sunledger.watch;

/** Who hears of what happens, one line each. */
public interface DropLog {
  /**
   * A file was done.
   *
   * @param line one line in Chinese
   */
  void done(String line);

  /**
   * Something a person should look at.
   *
   * @param line one line in Chinese
   */
  void trouble(String line);
}
