package cn.sunledger.document;

/** A Word template of the user's that cannot be used. */
public final class UnusableTemplateException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableTemplateException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
