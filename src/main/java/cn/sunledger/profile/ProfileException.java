package cn.sunledger.profile;

/** A faulty profile: the message is one Chinese sentence with file, line and remedy. */
public final class ProfileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the place.
   *
   * @param file the file, such as {@code national/layouts/final-01.yaml}
   * @param line one-based line; 0 where no line is to blame
   * @param problem what is wrong and what to do, in Chinese
   */
  public ProfileException(String file, int line, String problem) {
    super(file + (line > 0 ? " 第" + line + "行" : "") + "：" + problem);
  }
}
