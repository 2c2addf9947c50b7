package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.CellMark;
import cn.sunledger.annotate.content.TextMeasure;
import cn.sunledger.annotate.content.UnsafeWorkbookException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes comments on cells of a sheet, with boxes that are large enough to read them. */
final class CommentWriter {
  /**
   * What came of it.
   *
   * @param sheet the text of the sheet's part
   * @param anchors where boxes of the user's own comments lay that were made larger
   */
  record Result(String sheet, Map<Position, String> anchors) {}

  private final OoxmlPackage parts;
  private final String folder;
  private int freeBlock;

  CommentWriter(OoxmlPackage parts, String folder) throws IOException {
    this.parts = parts;
    this.folder = folder;
    this.freeBlock = firstFreeBlock();
  }

  private int firstFreeBlock() throws IOException {
    int last = 0;
    for (String name : parts.parts()) {
      if (name.toLowerCase(Locale.ROOT).endsWith(".vml")) {
        Optional<String> text = parts.text(name);
        if (text.isPresent() && text.get().contains("</xml>")) {
          last = Math.max(last, new VmlDrawing(text.get()).lastBlock());
        }
      }
    }
    return last + 1;
  }

  /**
   * Writes comments.
   *
   * @param part the sheet's part
   * @param sheet its text
   * @param words what is to be said on which cell
   */
  Result write(String part, String sheet, SortedMap<Position, String> words) throws IOException {
    Map<Position, String> before = comments(part, words);
    Map<Position, TextMeasure.Box> boxes = new HashMap<>();
    words.forEach(
        (cell, text) -> {
          String others = before.containsKey(cell) ? before.get(cell) + "\n" : "";
          boxes.put(cell, TextMeasure.comment(others + CellMark.HEADING + "\n" + text));
        });
    return boxes(part, sheet, boxes, before.keySet());
  }

  /** Writes the texts and returns those that were there. */
  private Map<Position, String> comments(String part, SortedMap<Position, String> words)
      throws IOException {
    Optional<Relations.Relation> relation = parts.relations(part).ofType(Ooxml.COMMENTS);
    String name;
    if (relation.isPresent()) {
      name = relation.get().part();
    } else {
      name = parts.freeName(folder + "comments", ".xml");
      parts.relations(part).add(Ooxml.COMMENTS, name);
      parts.types().declare(name, Ooxml.COMMENTS_TYPE);
    }
    CommentsPart comments = new CommentsPart(parts.text(name));
    Map<Position, String> before = comments.texts();
    comments.add(words);
    parts.put(name, comments.text());
    return before;
  }

  private Result boxes(
      String part, String sheet, Map<Position, TextMeasure.Box> boxes, Set<Position> commented)
      throws IOException {
    SheetMetrics metrics = new SheetMetrics(sheet);
    Optional<String> id = SheetElements.legacyDrawing(sheet);
    Optional<String> name = id.isEmpty() ? id : Optional.of(drawingPart(part, id.get()));
    VmlDrawing drawing =
        name.isEmpty() ? VmlDrawing.empty(freeBlock) : new VmlDrawing(text(name.get()));
    Map<Position, String> present = drawing.anchors();
    Map<Position, String> larger = new HashMap<>();
    Map<Position, String> before = new HashMap<>();
    SortedMap<Position, String> added = new TreeMap<>();
    boxes.forEach(
        (cell, box) -> {
          String anchor = present.get(cell);
          if (anchor == null && !commented.contains(cell)) {
            added.put(cell, metrics.anchor(cell, box.width(), box.height()));
          } else if (anchor != null) {
            String enlarged = metrics.enlarged(anchor, box.width(), box.height());
            if (!enlarged.equals(anchor)) {
              larger.put(cell, enlarged);
              before.put(cell, anchor);
            }
          }
        });
    drawing.move(larger);
    if (!added.isEmpty()) {
      drawing.add(added, name.isEmpty() ? freeBlock + 1 : freeBlock);
    }
    freeBlock = Math.max(freeBlock, drawing.lastBlock() + 1);
    if (name.isPresent()) {
      parts.put(name.get(), drawing.text());
      return new Result(sheet, before);
    }
    return new Result(added.isEmpty() ? sheet : withDrawing(part, sheet, drawing), before);
  }

  private String withDrawing(String part, String sheet, VmlDrawing drawing) throws IOException {
    String name = parts.freeName(folder + "drawings/vmlDrawing", ".vml");
    parts.types().declareByExtension(name, Ooxml.VML_TYPE);
    parts.put(name, drawing.text());
    return SheetElements.withLegacyDrawing(
        sheet, parts.relations(part).add(Ooxml.VML_DRAWING, name));
  }

  private String drawingPart(String part, String id) throws IOException {
    return parts.relations(part).withId(id).orElseThrow(CommentWriter::missing).part();
  }

  private String text(String name) throws IOException {
    return parts.text(name).orElseThrow(CommentWriter::missing);
  }

  private static UnsafeWorkbookException missing() {
    return new UnsafeWorkbookException("批注的图形部分缺失，请用 Excel 或 WPS 打开并另存后再试");
  }
}
