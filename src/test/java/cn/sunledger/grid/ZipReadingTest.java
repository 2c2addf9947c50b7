package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes of zip files that writers of workbooks produce, and some that none should. */
class ZipReadingTest {
  private static final String EXPECTED = "# 0 表\nA1 1 shown 1 as “1”";

  @TempDir Path folder;

  private Map<String, byte[]> parts() throws IOException {
    Path file =
        XlsxFixture.sheet("<sheetData><row><c><v>1</v></c></row></sheetData>")
            .write(folder.resolve("parts.xlsx"));
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return parts;
  }

  private String read(byte[] zip) throws Exception {
    return GridText.of(new WorkbookReader().read(Files.write(folder.resolve("a.xlsx"), zip)));
  }

  private static byte[] zip(Map<String, byte[]> parts, boolean stored) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        if (stored) {
          CRC32 checksum = new CRC32();
          checksum.update(part.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(part.getValue().length);
          entry.setCrc(checksum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
      zip.setComment(stored ? "注释" : null);
    }
    return out.toByteArray();
  }

  @Test
  void storedPartsAndCommentsAndFoldersAndBackslashes() throws Exception {
    assertEquals(EXPECTED, read(zip(parts(), true)));
    Map<String, byte[]> odd = new LinkedHashMap<>();
    odd.put("xl/", new byte[0]);
    parts().forEach((name, bytes) -> odd.put(name.replace('/', '\\').toUpperCase(), bytes));
    assertEquals(EXPECTED, read(zip(odd, false)));
  }

  @Test
  void bytesBeforeThePackage() throws Exception {
    byte[] zip = zip(parts(), false);
    byte[] shifted = new byte[zip.length + 100];
    // a zip is told by its first bytes
    System.arraycopy(zip, 0, shifted, 0, 30);
    System.arraycopy(zip, 0, shifted, 100, zip.length);
    assertEquals(EXPECTED, read(shifted));
  }

  @Test
  void longSizes() throws Exception {
    assertEquals(EXPECTED, read(zip64(parts())));
  }

  /** A zip with every size and place in the fields for large files. */
  private static byte[] zip64(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      byte[] name = part.getKey().getBytes(StandardCharsets.UTF_8);
      byte[] packed = deflate(part.getValue());
      CRC32 checksum = new CRC32();
      checksum.update(part.getValue());
      int header = out.size();
      ByteBuffer local = little(30).putInt(0x04034b50).putShort((short) 45).putShort((short) 0);
      local.putShort((short) 8).putInt(0).putInt((int) checksum.getValue()).putInt(-1).putInt(-1);
      local.putShort((short) name.length).putShort((short) 0);
      out.write(local.array());
      out.write(name);
      out.write(packed);
      ByteBuffer entry = little(46).putInt(0x02014b50).putShort((short) 45).putShort((short) 45);
      entry.putShort((short) 0).putShort((short) 8).putInt(0).putInt((int) checksum.getValue());
      entry.putInt(-1).putInt(-1).putShort((short) name.length).putShort((short) 28);
      entry.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(-1);
      directory.write(entry.array());
      directory.write(name);
      ByteBuffer extra = little(28).putShort((short) 1).putShort((short) 24);
      extra.putLong(part.getValue().length).putLong(packed.length).putLong(header);
      directory.write(extra.array());
    }
    long start = out.size();
    out.write(directory.toByteArray());
    long end64 = out.size();
    ByteBuffer end = little(56 + 20 + 22).putInt(0x06064b50).putLong(44);
    end.putShort((short) 45).putShort((short) 45).putInt(0).putInt(0);
    end.putLong(parts.size()).putLong(parts.size()).putLong(directory.size()).putLong(start);
    end.putInt(0x07064b50).putInt(0).putLong(end64).putInt(1);
    end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
    end.putShort((short) -1).putShort((short) -1).putInt(-1).putInt(-1).putShort((short) 0);
    out.write(end.array());
    return out.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(6, true);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[bytes.length + 64];
    int length = deflater.deflate(packed);
    deflater.end();
    return java.util.Arrays.copyOf(packed, length);
  }

  @Test
  void largeFilesAreReadPieceByPiece() throws Exception {
    StringBuilder rows = new StringBuilder("<sheetData>");
    Random random = new Random(5);
    long sum = 0;
    for (int i = 0; i < 90_000; i++) {
      int amount = random.nextInt(1_000_000_000);
      sum += amount;
      rows.append("<row><c><v>").append(amount).append("</v></c><c t=\"str\"><v>");
      rows.append(Long.toString(random.nextLong(), 36)).append("</v></c></row>");
    }
    Path file =
        XlsxFixture.sheet(rows.append("</sheetData>").toString())
            .write(folder.resolve("large.xlsx"));
    assertEquals(true, Files.size(file) > 1 << 20, "the file is small");
    SheetGrid sheet = new WorkbookReader().read(file).sheets().get(0);
    long read = 0;
    for (int row = 0; row < sheet.rowCount(); row++) {
      read += Long.parseLong(sheet.value(row, 0).text());
    }
    assertEquals(sum, read);
  }

  @Test
  void passwordsOfTheZipItself() throws Exception {
    byte[] zip = zip(parts(), true);
    for (int i = 0; i + 4 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 8] |= 1;
      }
    }
    UnreadableWorkbookException refusal =
        assertThrows(UnreadableWorkbookException.class, () -> read(zip));
    assertEquals("《a.xlsx》是加了密码的压缩包；请先解压缩，再用其中的工作簿重试。", refusal.getMessage());
  }

  @Test
  void aZipWithoutAnEnd() throws Exception {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(new byte[] {'P', 'K', 3, 4, 0, 0});
    }
    UnreadableWorkbookException refusal =
        assertThrows(UnreadableWorkbookException.class, () -> new WorkbookReader().read(file));
    assertEquals(
        "《a.xlsx》已损坏（压缩包不完整，可能没有下载完）；请重新获取这份文件，或在 Excel 或 WPS 中打开并另存为 .xlsx 后重试。",
        refusal.getMessage());
  }
}
