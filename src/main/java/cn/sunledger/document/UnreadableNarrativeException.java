package cn.sunledger.document;

/** A 情况说明 that could not be read; the message says which file, what is wrong and what to do. */
public final class UnreadableNarrativeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the file and the fault.
   *
   * @param file the file's name
   * @param fault what is wrong and what to do, in Chinese
   */
  public UnreadableNarrativeException(String file, String fault) {
    super(file + "：" + fault);
  }
}
