package cn.sunledger.fuzz;

/** Any bytes as a file: zip directories, BIFF records, text under a workbook's name. */
public final class FileFuzz {
  private FileFuzz() {}

  /**
   * One input.
   *
   * @param bytes the whole file
   */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Promise.ofFile(bytes);
  }
}
