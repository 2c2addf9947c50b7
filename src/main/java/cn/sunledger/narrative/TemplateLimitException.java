package cn.sunledger.narrative;

/** A template that would not end or prints without end. */
final class TemplateLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateLimitException(String problem) {
    super(problem);
  }
}
