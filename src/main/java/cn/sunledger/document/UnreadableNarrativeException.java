package cn.sunledger.document;

/** A 情况说明 that could not be read: which file, what is wrong and what to do. */
public final class UnreadableNarrativeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String remedy;

  /**
   * Names the file and the fault.
   *
   * @param file the file's name
   * @param reason what is wrong: a Chinese clause that follows the file's name
   * @param remedy what to do: a Chinese clause
   */
  public UnreadableNarrativeException(String file, String reason, String remedy) {
    super("《" + file + "》" + reason + "；" + remedy + "。");
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
