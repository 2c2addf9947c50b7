package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.UnsafeWorkbookException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The legacy drawing of a sheet, which holds the boxes of its comments. Office writes VML that is
 * not always well-formed, so it is edited by its landmarks, not parsed.
 */
final class VmlDrawing {
  private static final Pattern SHAPE =
      Pattern.compile("\\n?<v:shape\\b(?!type)[^>]*>.*?</v:shape\\s*>", Pattern.DOTALL);
  private static final Pattern SHAPE_ID = Pattern.compile("_x0000_s([0-9]{4,9})\\b");
  private static final Pattern BLOCKS =
      Pattern.compile("<o:idmap[^>]*\\bdata=[\"']([0-9, ]+)[\"']");
  private static final Pattern ANCHOR = Pattern.compile("<x:Anchor>([^<]*)</x:Anchor>");
  private static final Pattern ROW = Pattern.compile("<x:Row>\\s*([0-9]+)\\s*</x:Row>");
  private static final Pattern COLUMN = Pattern.compile("<x:Column>\\s*([0-9]+)\\s*</x:Column>");
  private static final int BLOCK = 1024;

  private String text;

  VmlDrawing(String text) {
    if (!text.contains("</xml>")) {
      throw new UnsafeWorkbookException("批注的图形部分已损坏，请用 Excel 或 WPS 打开并另存后再试");
    }
    this.text = text;
  }

  /**
   * A drawing without shapes.
   *
   * @param block number of the block of ids that is its own
   */
  static VmlDrawing empty(int block) {
    return new VmlDrawing(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\""
            + " xmlns:o=\"urn:schemas-microsoft-com:office:office\""
            + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n"
            + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\""
            + block
            + "\"/></o:shapelayout>\n</xml>");
  }

  String text() {
    return text;
  }

  /** The highest block of ids that the drawing uses. */
  int lastBlock() {
    int last = 0;
    Matcher blocks = BLOCKS.matcher(text);
    while (blocks.find()) {
      for (String block : blocks.group(1).split(",")) {
        last = Math.max(last, WorkbookPart.number(block, 0));
      }
    }
    return last;
  }

  boolean hasShapes() {
    return SHAPE.matcher(text).find() || text.contains("<v:rect") || text.contains("<v:group");
  }

  /** Takes the boxes of cells' comments out. */
  void remove(Collection<Position> cells) {
    StringBuilder kept = new StringBuilder(text.length());
    Matcher shapes = SHAPE.matcher(text);
    int from = 0;
    while (shapes.find()) {
      if (note(shapes.group()).filter(cells::contains).isPresent()) {
        kept.append(text, from, shapes.start());
        from = shapes.end();
      }
    }
    text = kept.append(text, from, text.length()).toString();
  }

  /** Where the boxes of cells' comments lie. */
  Map<Position, String> anchors() {
    Map<Position, String> anchors = new HashMap<>();
    Matcher shapes = SHAPE.matcher(text);
    while (shapes.find()) {
      Matcher anchor = ANCHOR.matcher(shapes.group());
      Optional<Position> cell = note(shapes.group());
      if (cell.isPresent() && anchor.find()) {
        anchors.putIfAbsent(cell.get(), anchor.group(1));
      }
    }
    return anchors;
  }

  /** Puts the boxes of cells' comments elsewhere. */
  void move(Map<Position, String> anchors) {
    XmlEdits edits = new XmlEdits();
    Matcher shapes = SHAPE.matcher(text);
    while (!anchors.isEmpty() && shapes.find()) {
      Optional<Position> cell = note(shapes.group()).filter(anchors::containsKey);
      Matcher anchor = ANCHOR.matcher(shapes.group());
      if (cell.isPresent() && anchor.find()) {
        int start = shapes.start();
        edits.replace(start + anchor.start(1), start + anchor.end(1), anchors.get(cell.get()));
      }
    }
    text = edits.apply(text);
  }

  /** The cell whose comment a shape is the box of. */
  private static Optional<Position> note(String shape) {
    Matcher row = ROW.matcher(shape);
    Matcher column = COLUMN.matcher(shape);
    return shape.contains("ObjectType=\"Note\"") && row.find() && column.find()
        ? Optional.of(
            new Position(
                WorkbookPart.number(row.group(1), -1), WorkbookPart.number(column.group(1), -1)))
        : Optional.empty();
  }

  /**
   * Adds boxes of comments.
   *
   * @param anchors where the box of each cell's comment lies
   * @param freeBlock number of the first block of ids that no drawing uses
   */
  void add(SortedMap<Position, String> anchors, int freeBlock) {
    StringBuilder made = new StringBuilder();
    if (!text.contains("id=\"_x0000_t202\"") && !text.contains("id='_x0000_t202'")) {
      made.append("\n<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\"");
      made.append(" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>");
      made.append("<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
    }
    int block = Math.max(1, lastBlock() == 0 ? freeBlock : lastBlock());
    int id = firstFree(block);
    int next = Math.max(freeBlock, block + 1);
    for (Map.Entry<Position, String> each : anchors.entrySet()) {
      if (id >= (block + 1) * BLOCK) {
        block = next++;
        id = block * BLOCK + 1;
        claim(block);
      }
      box(made, id++, each.getKey(), each.getValue());
    }
    int at = text.lastIndexOf("</xml>");
    text = text.substring(0, at) + made + text.substring(at);
  }

  private static void box(StringBuilder made, int id, Position cell, String anchor) {
    made.append("\n<v:shape id=\"_x0000_s").append(id);
    made.append("\" type=\"#_x0000_t202\" style='position:absolute;visibility:hidden'");
    made.append(" fillcolor=\"#fffbe6\" strokecolor=\"#8c8c8c\" o:insetmode=\"auto\">");
    made.append("<v:fill color2=\"#fffbe6\"/><v:shadow color=\"black\" obscured=\"t\"/>");
    made.append("<v:path o:connecttype=\"none\"/>");
    made.append("<v:textbox style='mso-direction-alt:auto'>");
    made.append("<div style='text-align:left'></div></v:textbox>");
    made.append("<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>");
    made.append("<x:Anchor>").append(anchor).append("</x:Anchor>");
    made.append("<x:AutoFill>False</x:AutoFill><x:Row>").append(cell.row());
    made.append("</x:Row><x:Column>").append(cell.column());
    made.append("</x:Column></x:ClientData></v:shape>");
  }

  private int firstFree(int block) {
    int last = block * BLOCK;
    Matcher ids = SHAPE_ID.matcher(text);
    while (ids.find()) {
      int id = Integer.parseInt(ids.group(1));
      if (id < (block + 1) * BLOCK) {
        last = Math.max(last, id);
      }
    }
    return last + 1;
  }

  private void claim(int block) {
    Matcher blocks = BLOCKS.matcher(text);
    if (blocks.find()) {
      text = text.substring(0, blocks.end(1)) + "," + block + text.substring(blocks.end(1));
    }
  }
}
