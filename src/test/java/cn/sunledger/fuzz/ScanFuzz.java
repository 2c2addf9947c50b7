package cn.sunledger.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * Any bytes as a sheet, read in one go over the bytes and, written with a line break in every tag
 * of a row and a cell, by the parser: both ways must give the same cells, or a refusal.
 */
public final class ScanFuzz {
  private ScanFuzz() {}

  /**
   * One input.
   *
   * @param bytes the sheet part
   */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String usual = new String(bytes, StandardCharsets.ISO_8859_1);
    // what looks like a tag inside comments and quoted sections is none
    if (usual.contains("<!") || usual.lastIndexOf("<?") > 0) {
      return;
    }
    String parsed = usual.replaceAll("<(c|row)(?=[ >/])", "<$1\n");
    String first = Promise.grid(workbook(usual));
    String second = Promise.grid(workbook(parsed));
    if (!first.equals(second)) {
      throw new AssertionError("two ways, two results:\n" + first + "\n--\n" + second);
    }
  }

  private static byte[] workbook(String sheet) {
    return PartFuzz.workbook(PartFuzz.SHEET, sheet.getBytes(StandardCharsets.ISO_8859_1));
  }
}
