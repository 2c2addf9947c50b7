package cn.sunledger.document;

/** 文件格式: what a narrative can be written as. */
public enum DocumentFormat {
  /** Markdown. */
  MD("md"),
  /** Plain text. */
  TXT("txt"),
  /** Word. */
  DOCX("docx");

  private final String extension;

  DocumentFormat(String extension) {
    this.extension = extension;
  }

  /** The file name's ending, without its dot. */
  public String extension() {
    return extension;
  }
}
