package cn.sunledger.annotate;

import cn.sunledger.annotate.content.UnsafeWorkbookException;

/**
 * A workbook that cannot be annotated without risk of harming it. The message is one Chinese
 * sentence: which file, why, and what to do.
 */
public final class AnnotationException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Whether it is the workbook itself that must not be touched; it may be read all the same. Else
   * reading or writing failed.
   */
  public boolean unsafe() {
    return getCause() instanceof UnsafeWorkbookException;
  }

  /**
   * With no further cause.
   *
   * @param message one Chinese sentence that names the file, says what is wrong and what to do
   */
  public AnnotationException(String message) {
    super(message);
  }

  /**
   * With the fault it came from.
   *
   * @param message one Chinese sentence that names the file, says what is wrong and what to do
   * @param cause the fault
   */
  public AnnotationException(String message, Throwable cause) {
    super(message, cause);
  }
}
