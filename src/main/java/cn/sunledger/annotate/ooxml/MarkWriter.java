package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.CellMark;
import cn.sunledger.annotate.content.OwnContent;
import cn.sunledger.annotate.content.OwnSheet;
import cn.sunledger.annotate.content.References;
import cn.sunledger.annotate.content.TextMeasure;
import cn.sunledger.annotate.content.UnsafeWorkbookException;
import cn.sunledger.model.CellRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts marks on cells of the original: tints, comments and links back. */
final class MarkWriter {
  private final OoxmlPackage parts;
  private final StylesPart styles;
  private final String folder;
  private final List<OwnSheetXml.Memory> memories = new ArrayList<>();
  private int freeBlock;

  MarkWriter(OoxmlPackage parts, StylesPart styles, String folder) {
    this.parts = parts;
    this.styles = styles;
    this.folder = folder;
  }

  /** Puts all marks and returns what the marked cells looked like. */
  List<OwnSheetXml.Memory> write(OwnContent content, SheetParts sheetParts) throws IOException {
    freeBlock = firstFreeBlock();
    Map<String, SortedMap<Position, CellMark>> bySheet = new LinkedHashMap<>();
    for (CellMark mark : content.marks()) {
      bySheet
          .computeIfAbsent(mark.cell().sheet(), sheet -> new TreeMap<>())
          .put(Position.of(mark.cell()), mark);
    }
    for (Map.Entry<String, SortedMap<Position, CellMark>> each : bySheet.entrySet()) {
      Optional<String> part = sheetParts.of(each.getKey());
      if (part.isPresent()) {
        mark(part.get(), each.getValue());
      }
    }
    link(content, sheetParts);
    return memories;
  }

  private void mark(String part, SortedMap<Position, CellMark> marks) throws IOException {
    String sheet = parts.text(part).orElse("");
    Map<Position, CellStyles.Change> changes = new HashMap<>();
    Map<Position, OwnSheetXml.Memory> before = new TreeMap<>();
    marks.forEach(
        (at, mark) ->
            changes.put(
                at,
                (style, exists) -> {
                  before.put(at, new OwnSheetXml.Memory(References.of(mark.cell()), style, exists));
                  return styles.tinted(style, mark.tint().rgb());
                }));
    String tinted = CellStyles.apply(sheet, changes);
    memories.addAll(before.values());
    SortedMap<Position, String> words = new TreeMap<>();
    marks.forEach((at, mark) -> words.put(at, mark.text()));
    parts.put(part, boxes(part, tinted, words, comment(part, words)));
  }

  /** Writes the comments and returns the cells that had one already. */
  private Set<Position> comment(String part, SortedMap<Position, String> words) throws IOException {
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
    Set<Position> commented = comments.cells();
    comments.add(words);
    parts.put(name, comments.text());
    return commented;
  }

  private String boxes(
      String part, String sheet, SortedMap<Position, String> words, Set<Position> commented)
      throws IOException {
    SheetMetrics metrics = new SheetMetrics(sheet);
    SortedMap<Position, String> anchors = new TreeMap<>();
    words.forEach(
        (at, text) -> {
          if (!commented.contains(at)) {
            TextMeasure.Box box = TextMeasure.comment(CellMark.HEADING + "\n" + text);
            anchors.put(at, metrics.anchor(at, box.width(), box.height()));
          }
        });
    if (anchors.isEmpty()) {
      return sheet;
    }
    Optional<String> id = SheetElements.legacyDrawing(sheet);
    if (id.isPresent()) {
      String name =
          parts
              .relations(part)
              .withId(id.get())
              .orElseThrow(() -> new UnsafeWorkbookException("批注的图形部分缺失，请用 Excel 或 WPS 打开并另存后再试"))
              .part();
      VmlDrawing drawing =
          new VmlDrawing(
              parts
                  .text(name)
                  .orElseThrow(
                      () -> new UnsafeWorkbookException("批注的图形部分缺失，请用 Excel 或 WPS 打开并另存后再试")));
      drawing.add(anchors, freeBlock);
      freeBlock = Math.max(freeBlock, drawing.lastBlock() + 1);
      parts.put(name, drawing.text());
      return sheet;
    }
    String name = parts.freeName(folder + "drawings/vmlDrawing", ".vml");
    parts.types().declareByExtension(name, Ooxml.VML_TYPE);
    VmlDrawing drawing = VmlDrawing.empty(freeBlock);
    drawing.add(anchors, freeBlock + 1);
    freeBlock = Math.max(freeBlock, drawing.lastBlock()) + 1;
    parts.put(name, drawing.text());
    return SheetElements.withLegacyDrawing(
        sheet, parts.relations(part).add(Ooxml.VML_DRAWING, name));
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

  private void link(OwnContent content, SheetParts sheetParts) throws IOException {
    Optional<OwnSheet> findings =
        content.sheets().stream()
            .filter(sheet -> sheet.role() == OwnSheet.Role.FINDINGS)
            .findFirst();
    if (findings.isEmpty()) {
      return;
    }
    String target = References.quoted(findings.get().name()) + "!A1";
    Map<String, Map<Position, String>> links = new LinkedHashMap<>();
    for (CellRef cell : content.backLinks()) {
      links.computeIfAbsent(cell.sheet(), sheet -> new TreeMap<>()).put(Position.of(cell), target);
    }
    for (Map.Entry<String, Map<Position, String>> each : links.entrySet()) {
      Optional<String> part = sheetParts.of(each.getKey());
      if (part.isPresent()) {
        String sheet = parts.text(part.get()).orElse("");
        parts.put(part.get(), SheetElements.withLinks(sheet, each.getValue(), OwnContent.BACK_TIP));
      }
    }
  }
}
