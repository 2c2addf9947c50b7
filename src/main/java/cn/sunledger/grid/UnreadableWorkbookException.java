package cn.sunledger.grid;

/**
 * A file that cannot be read as a workbook. The message is one Chinese sentence: which file, what,
 * what to do.
 */
public final class UnreadableWorkbookException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String remedy;

  /**
   * Says which file, what is wrong and what to do.
   *
   * @param file the file's name, fit to stand in a message
   * @param reason a Chinese clause that follows the file's name
   * @param remedy a Chinese clause
   * @param cause the fault
   */
  public UnreadableWorkbookException(String file, String reason, String remedy, Throwable cause) {
    super("《%s》%s；%s。".formatted(file, reason, remedy), cause);
    this.reason = reason;
    this.remedy = remedy;
  }

  /** What is wrong: a Chinese clause that follows the file's name. */
  public String reason() {
    return reason;
  }

  /** What to do: a Chinese clause. */
  public String remedy() {
    return remedy;
  }
}
