package cn.sunledger.cli;

/** How results go to the standard output. */
enum Format {
  TEXT("text"),
  JSON("json"),
  CSV("csv");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
