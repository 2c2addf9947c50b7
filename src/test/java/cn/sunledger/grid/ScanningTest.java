package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cells are read either in one go or by the parser, and a part arrives in pieces of any size: the
 * grid is the same whichever way.
 */
class ScanningTest {
  @TempDir Path folder;

  /** Writings that mean the same and that only the parser reads. */
  private static final List<UnaryOperator<String>> WRITINGS =
      List.of(
          xml -> xml.replace("<c ", "<c  ").replace("<si>", "<si >"),
          xml -> xml.replace("<c r=", "<c\nr="),
          xml -> xml.replace("</c>", "</c >").replace("</si>", "</si\t>"),
          xml -> xml.replace("<v>", "<!-- a --><v>").replace("<t>", "<?a b?><t>"),
          xml -> xml.replaceAll("<v>([^<]*)</v>", "<v><![CDATA[$1]]></v>"),
          xml -> xml.replaceAll(" (r|s|t)=\"([^\"]*)\"", " $1='$2'"),
          xml -> xml.replaceAll("<(/?)(c|v|row|si|t)(?=[ >/])", "<$1x:$2"));

  @Test
  void bothWaysGiveTheSameGrid() throws Exception {
    int compared = 0;
    try (Stream<Path> samples = Files.list(Path.of("sample-workbooks"))) {
      for (Path sample : samples.filter(f -> f.toString().endsWith(".xlsx")).sorted().toList()) {
        String usual = GridText.of(new WorkbookReader().read(sample));
        for (UnaryOperator<String> writing : WRITINGS) {
          Path other = rewrite(sample, writing);
          assertEquals(usual, GridText.of(new WorkbookReader().read(other)));
          compared++;
        }
      }
    }
    assertTrue(compared >= WRITINGS.size(), "no samples were found");
  }

  private Path rewrite(Path sample, UnaryOperator<String> writing) throws IOException {
    XlsxFixture fixture = new XlsxFixture();
    try (ZipFile zip = new ZipFile(sample.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        boolean cells =
            entry.getName().startsWith("xl/worksheets/sheet")
                || entry.getName().endsWith("sharedStrings.xml");
        if (cells) {
          String xml = new String(content, StandardCharsets.UTF_8);
          String written = writing.apply(xml);
          fixture.part(entry.getName(), written);
        } else {
          fixture.part(entry.getName(), content);
        }
      }
    }
    return fixture.write(folder.resolve(sample.getFileName()));
  }

  @Test
  void aPartMayArriveInPiecesOfAnySize() throws Exception {
    String part = generated(new Random(20231231));
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    List<String> whole = read(new ByteArrayInputStream(bytes), bytes.length);
    assertTrue(whole.size() > 3_000, "only " + whole.size() + " cells");
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      InputStream pieces =
          new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
              return super.read(target, offset, Math.min(length, 1 + random.nextInt(300)));
            }
          };
      assertEquals(whole, read(pieces, random.nextInt(bytes.length)), "seed " + seed);
    }
  }

  @Test
  void rowsAndNumbersOfAllShapesReadTheSameByBothWays() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      byte[] part = generated(new Random(seed)).getBytes(StandardCharsets.UTF_8);
      List<String> scanned = read(new ByteArrayInputStream(part), part.length);
      byte[] other =
          new String(part, StandardCharsets.UTF_8)
              .replaceAll("<(c|row)(?=[ >])", "<$1\n")
              .getBytes(StandardCharsets.UTF_8);
      assertEquals(scanned, read(new ByteArrayInputStream(other), other.length), "seed " + seed);
    }
  }

  /** A sheet part with cells of all shapes, usual ones and others, longer than any buffer. */
  private static String generated(Random random) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>\r\n<worksheet><sheetData>");
    for (int row = 1; row <= 600; row++) {
      xml.append("<row").append(row(random, row)).append('>');
      for (char column = 'A'; column < 'J'; column++) {
        String address = " r=\"" + column + row + "\" s=\"" + random.nextInt(9) + "\"";
        xml.append(cell(random, address));
      }
      xml.append(random.nextBoolean() ? "</row>" : "</row>\n");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  private static String cell(Random random, String address) {
    String text = "财政拨款".repeat(random.nextInt(random.nextInt(40) == 0 ? 9_000 : 4));
    String number = number(random);
    return switch (random.nextInt(11)) {
      case 9 -> "<c" + address + " t=\"n\"><v>" + number + "</v></c>";
      case 10 -> "<c" + address + " t=\"s\"><v>" + number + "</v></c>";
      case 0 -> "<c" + address + "/>";
      case 1 -> "<c" + address + "></c>";
      case 2 -> "<c" + address + " t=\"s\"><v>" + random.nextInt(500) + "</v></c>";
      case 3 -> "<c" + address + " t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
      case 4 -> "<c" + address + " t=\"str\"><f>A1&amp;\"x\"</f><v>" + text + "&lt;</v></c>";
      case 5 -> "<c" + address + " t=\"str\"><v>" + text + "_x0041_</v></c>";
      case 6 -> "<c" + address + " t=\"b\"><v>1</v></c>";
      default -> "<c" + address + "><v>" + number + "</v></c>";
    };
  }

  private static String row(Random random, int row) {
    return switch (random.nextInt(14)) {
      case 0 -> "";
      case 1 -> " spans=\"1:9\" r=\"" + row + "\"";
      case 2 -> " r=\"" + row + "\" hidden=\"" + random.nextInt(2) + "\"";
      case 3 -> " r=\"" + row + "\" spans=\"1:9\" ht=\"0\" customHeight=\"1\"";
      case 4 -> " r=\"" + row + "\" ht=\"0.00\"";
      case 5 -> " r=\"" + row + "\" spans=\"1:9\" x14ac:dyDescent=\"0.25\"";
      case 6 -> " r=\"" + row + "\" x:hidden=\"1\"";
      case 7 -> " r=\"" + row + "\" x:ht=\"0\" ht=\"12.75\"";
      case 8 -> " r='" + row + "' hidden='1'";
      case 9 -> " r=\"" + (row + random.nextInt(2) * 2_000_000) + "\"";
      case 10 -> " r=\"" + row + "\"  s=\"3\" customFormat=\"1\" ";
      case 11 -> " r=\"" + row + "\" thickBot=\"1\" collapsed = \"0\"";
      default -> " r=\"" + row + "\" spans=\"1:9\" ht=\"18.75\" customHeight=\"true\"";
    };
  }

  private static String number(Random random) {
    int digits = random.nextInt(1_000_000);
    return switch (random.nextInt(12)) {
      case 0 -> "-" + digits + ".10";
      case 1 -> digits + ".";
      case 2 -> "." + digits;
      case 3 -> "-";
      case 4 -> "-0";
      case 5 -> "00" + digits;
      case 6 -> digits + "E" + random.nextInt(400);
      case 7 -> "0." + digits + "28999999999999998";
      case 8 -> "123456789012345".substring(random.nextInt(15)) + random.nextInt(10);
      case 9 -> "1.2." + digits;
      case 10 -> " " + digits;
      default -> digits + "." + random.nextInt(100);
    };
  }

  private static List<String> read(InputStream in, long size) throws IOException {
    List<String> cells = new ArrayList<>();
    try (XmlPart xml = new XmlPart(new XmlWindow(in, size, new byte[0]))) {
      new SheetPart(xml, new Noted(cells)).read();
    }
    return cells;
  }

  /** Writes down what a part delivers: the second sink beside that of the grid. */
  private record Noted(List<String> cells) implements SheetSink {
    @Override
    public void hiddenColumns(int first, int last) {
      cells.add("columns hidden " + first + " " + last);
    }

    @Override
    public void hiddenRow(int row) {
      cells.add("row hidden " + row);
    }

    @Override
    public void zerosHidden() {
      cells.add("zeros hidden");
    }

    @Override
    public void cell(RawCell cell) throws IOException {
      String text = cell.valued() ? cell.text() : "no value";
      Object meant =
          switch (cell.type) {
            case NUMBER -> Decimals.parse(cell);
            case SHARED_TEXT -> cell.index();
            default -> "";
          };
      cells.add(
          "%d %d %d %s %s %s %s"
              .formatted(cell.row, cell.column, cell.style, cell.type, cell.formula, text, meant));
    }

    @Override
    public void merge(Merge merge) {
      cells.add(merge.toString());
    }

    @Override
    public void badAddress(String address) {
      cells.add("bad " + address);
    }
  }
}
