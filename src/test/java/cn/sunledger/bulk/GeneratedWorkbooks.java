package cn.sunledger.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Workbooks in any number and size, the same for the same seed: real nine-table final accounts with
 * other amounts in each, and single sheets of any number of rows.
 */
public final class GeneratedWorkbooks {
  private static final Path PATTERN =
      Path.of("sample-workbooks", "changsha-2023-final-accounts.xlsx");

  /** A stored number with decimals; codes and line numbers, stored as 8.0, have none and stay. */
  private static final Pattern AMOUNT = Pattern.compile("<v>-?[0-9]+\\.(?!0<)[0-9]+</v>");

  private static final String TOKENS = "收入支出决算总表一般公共预算财政拨款基本项目资金本年合计机关事务管理服务教育卫生健康住房保障社会农林水";

  private GeneratedWorkbooks() {}

  /**
   * Writes workbooks of nine tables, a thousand to a folder.
   *
   * @param folder where
   * @param count how many
   */
  public static void nineTables(Path folder, int count) throws IOException {
    Map<String, byte[]> parts = parts(PATTERN);
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve("%03d/单位%06d决算.xlsx".formatted(i / 1000, i));
      Files.createDirectories(file.getParent());
      Random random = new Random(i);
      try (ZipOutputStream zip = open(file)) {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          zip.write(
              part.getKey().contains("worksheets/sheet")
                  ? otherAmounts(part.getValue(), random)
                  : part.getValue());
          zip.closeEntry();
        }
      }
    }
  }

  private static ZipOutputStream open(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    return new ZipOutputStream(out);
  }

  private static Map<String, byte[]> parts(Path file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] otherAmounts(byte[] xml, Random random) {
    Matcher matcher = AMOUNT.matcher(new String(xml, StandardCharsets.UTF_8));
    return matcher
        .replaceAll(
            found -> "<v>" + random.nextInt(1_000_000) + "." + (10 + random.nextInt(90)) + "</v>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes a workbook of one sheet: a consolidated 支出明细表 with a code, a name, and amounts.
   *
   * @param file where
   * @param rows lines of the table, besides title and header
   * @param columns columns, of which the first two are code and name
   */
  public static void oneSheet(Path file, int rows, int columns) throws IOException {
    String space = "http://schemas.openxmlformats.org/";
    String main = space + "spreadsheetml/2006/main";
    String relation = space + "officeDocument/2006/relationships";
    String relations =
        "<Relationships xmlns=\"" + space + "package/2006/relationships\"><Relationship Id=\"%s\" ";
    try (ZipOutputStream zip = open(file)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\""
              + space
              + "package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
              + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
              + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
      part(
          zip,
          "_rels/.rels",
          relations.formatted("rId1")
              + "Type=\""
              + relation
              + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations.formatted("rId1")
              + "Type=\""
              + relation
              + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
              + relation
              + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + main
              + "\" xmlns:r=\""
              + relation
              + "\"><sheets><sheet name=\"支出明细\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      String[] names = names();
      part(zip, "xl/sharedStrings.xml", strings(main, names, columns));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(("<worksheet xmlns=\"" + main + "\"><sheetData>").getBytes(StandardCharsets.UTF_8));
      rows(zip, rows, columns, names.length);
      zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String[] names() {
    Random random = new Random(7);
    String[] names = new String[5_000];
    for (int i = 0; i < names.length; i++) {
      StringBuilder name = new StringBuilder();
      for (int length = 4 + random.nextInt(12); length > 0; length--) {
        name.append(TOKENS.charAt(random.nextInt(TOKENS.length())));
      }
      names[i] = name.toString();
    }
    return names;
  }

  /** Title, unit and headers come behind the names. */
  private static String strings(String main, String[] names, int columns) {
    StringBuilder xml = new StringBuilder("<sst xmlns=\"" + main + "\">");
    for (String name : names) {
      text(xml, name);
    }
    text(xml, "2023年度支出决算表");
    text(xml, "单位：万元");
    text(xml, "科目编码");
    text(xml, "科目名称");
    for (int column = 2; column < columns; column++) {
      text(xml, column == 2 ? "本年支出合计" : column == 3 ? "基本支出" : "项目支出" + (column - 3));
    }
    return xml.append("</sst>").toString();
  }

  private static void text(StringBuilder xml, String text) {
    xml.append("<si><t>").append(text).append("</t></si>");
  }

  private static void rows(OutputStream out, int rows, int columns, int names) throws IOException {
    Random random = new Random(11);
    StringBuilder xml = new StringBuilder();
    xml.append("<row r=\"1\">").append(shared("A1", names)).append("</row><row r=\"2\">");
    xml.append(shared("A2", names + 1)).append("</row><row r=\"3\">");
    for (int column = 0; column < columns; column++) {
      xml.append(shared(letters(column) + 3, names + 2 + column));
    }
    xml.append("</row>");
    for (int row = 4; row < rows + 4; row++) {
      xml.append("<row r=\"").append(row).append("\">");
      int code = 2_010_000 + random.nextInt(299) * 100 + 1 + random.nextInt(98);
      xml.append("<c r=\"A").append(row).append("\"><v>").append(code).append("</v></c>");
      xml.append(shared("B" + row, random.nextInt(names)));
      for (int column = 2; column < columns; column++) {
        int cents = random.nextInt(1_000_000_000);
        xml.append("<c r=\"").append(letters(column)).append(row).append("\"><v>");
        xml.append(cents / 100).append('.').append(10 + cents % 90).append("</v></c>");
      }
      xml.append("</row>");
      if (xml.length() > 1 << 16) {
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        xml.setLength(0);
      }
    }
    out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String shared(String address, int index) {
    return "<c r=\"" + address + "\" t=\"s\"><v>" + index + "</v></c>";
  }

  private static String letters(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letters(column / 26 - 1) + letters(column % 26);
  }

  /**
   * Writes workbooks: {@code nine FOLDER COUNT} or {@code one FILE ROWS COLUMNS}.
   *
   * @param words as above
   */
  public static void main(String[] words) throws IOException {
    if (words[0].equals("nine")) {
      nineTables(Path.of(words[1]), Integer.parseInt(words[2]));
    } else {
      oneSheet(Path.of(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
    }
  }
}
