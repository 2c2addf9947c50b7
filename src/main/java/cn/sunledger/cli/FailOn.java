package cn.sunledger.cli;

/** Which findings make a command fail. */
enum FailOn {
  ERROR("error"),
  WARNING("warning"),
  NEVER("never");

  private final String word;

  FailOn(String word) {
    this.word = word;
  }

  boolean reachedBy(int errors, int warnings) {
    return this == ERROR && errors > 0 || this == WARNING && errors + warnings > 0;
  }

  @Override
  public String toString() {
    return word;
  }
}
