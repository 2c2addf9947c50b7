package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files with random damage, the same ones every time: read, or refused in a sentence. */
@Timeout(120)
class FuzzedFilesTest {
  private static final int ROUNDS = 1_500;

  @TempDir Path folder;
  private int read;
  private int refused;

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0xFF);
        default -> {
          int to = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(40), bytes.length - Math.max(at, to));
          System.arraycopy(whole, at, bytes, to, length);
        }
      }
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private void tryRead(Path file, String what) {
    try {
      new WorkbookReader().read(file);
      read++;
    } catch (UnreadableWorkbookException e) {
      assertTrue(e.getMessage().matches("(?s)《fuzzed》[^。；]+；[^。]+。"), e.getMessage());
      refused++;
    } catch (RuntimeException e) {
      fail(what, e);
    }
  }

  private static XlsxFixture workbook(String strings, String sheet, String styles) {
    return XlsxFixture.sheet("")
        .part("xl/sharedStrings.xml", strings)
        .part("xl/worksheets/sheet1.xml", sheet)
        .part("xl/styles.xml", styles);
  }

  private static final String STRINGS =
      "<sst><si><t>收入</t><phoneticPr fontId=\"1\"/></si><si><r><t>合</t></r><r><t>计&amp;</t></r></si></sst>";

  private static final String SHEET =
      "<worksheet><cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\" ht=\"15\">"
          + "<c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c><c r=\"B1\"><f>A1+1</f><v>1.5E2</v></c><c r=\"C1\" s=\"1\"/>"
          + "<c r=\"D1\" t=\"inlineStr\"><is><t>文&#20013;</t></is></c></row></sheetData>"
          + "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";

  private static final String STYLES =
      "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"[&gt;=100]#,##0.00_ ;[Red]\\-0.0%\"/></numFmts>"
          + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"><alignment indent=\"1\"/></xf></cellXfs></styleSheet>";

  @Test
  void packages() throws Exception {
    byte[] whole =
        Files.readAllBytes(workbook(STRINGS, SHEET, STYLES).write(folder.resolve("whole")));
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      tryRead(Files.write(folder.resolve("fuzzed"), damaged(whole, random)), "round " + i);
    }
    assertTrue(read > 20 && refused > ROUNDS / 2, read + " read, " + refused + " refused");
  }

  @Test
  void parts() throws Exception {
    Random random = new Random(2);
    for (int i = 0; i < ROUNDS; i++) {
      XlsxFixture fixture = workbook(STRINGS, SHEET, STYLES);
      String part = i % 3 == 0 ? STRINGS : i % 3 == 1 ? SHEET : STYLES;
      String name =
          i % 3 == 0
              ? "xl/sharedStrings.xml"
              : i % 3 == 1 ? "xl/worksheets/sheet1.xml" : "xl/styles.xml";
      byte[] bytes = damaged(part.getBytes(StandardCharsets.UTF_8), random);
      tryRead(fixture.part(name, bytes).write(folder.resolve("fuzzed")), "round " + i);
    }
    assertTrue(read > 20 && refused > ROUNDS / 2, read + " read, " + refused + " refused");
  }

  @Test
  void formatCodes() {
    String letters = "0#?.,;%@[]\"\\_*!/EeyMdhsaG +-<>=1年月元$¥G通";
    Random random = new Random(3);
    for (int i = 0; i < 20 * ROUNDS; i++) {
      StringBuilder code = new StringBuilder();
      for (int length = 1 + random.nextInt(14); length > 0; length--) {
        code.append(letters.charAt(random.nextInt(letters.length())));
      }
      double value = (random.nextDouble() - 0.4) * Math.pow(10, random.nextInt(14) - 3);
      try {
        NumberFormatCode format = NumberFormatCode.of(code.toString());
        assertTrue(format.value(Decimals.of(value), false).text() != null);
      } catch (RuntimeException e) {
        fail(code + " of " + value, e);
      }
    }
  }

  @Test
  void compoundDocuments() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream target = out) {
      Row row = workbook.createSheet("表").createRow(0);
      row.createCell(0).setCellValue("收入");
      row.createCell(1).setCellValue(1.5);
      row.createCell(2).setCellFormula("B1*2");
      workbook.write(target);
    }
    Random random = new Random(4);
    for (int i = 0; i < ROUNDS / 3; i++) {
      byte[] bytes = damaged(out.toByteArray(), random);
      tryRead(Files.write(folder.resolve("fuzzed"), bytes), "round " + i);
    }
    assertTrue(read > 20 && refused > 20, read + " read, " + refused + " refused");
  }
}
