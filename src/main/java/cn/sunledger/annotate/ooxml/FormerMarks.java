package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.CellMark;
import cn.sunledger.annotate.content.OwnContent;
import cn.sunledger.annotate.content.OwnSheet;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes back what sunledger did to cells of the original: tints, comments and links. */
final class FormerMarks {
  private static final Set<String> TINTS =
      Arrays.stream(CellMark.Tint.values()).map(CellMark.Tint::rgb).collect(Collectors.toSet());

  private final OoxmlPackage parts;
  private final SheetReader reader;
  private final StylesPart styles;
  private final SheetParts sheetParts;
  private final Map<String, Map<Position, String>> anchors = new HashMap<>();

  FormerMarks(OoxmlPackage parts, SheetReader reader, StylesPart styles, SheetParts sheetParts) {
    this.parts = parts;
    this.reader = reader;
    this.styles = styles;
    this.sheetParts = sheetParts;
  }

  /**
   * Takes all marks back.
   *
   * @param sheets names of all sheets
   * @param own names of sunledger's sheets
   */
  void remove(List<String> sheets, Map<OwnSheet.Role, String> own) throws IOException {
    Map<String, Map<Position, CellStyles.Change>> memories = memories(own);
    for (String sheet : sheets) {
      Optional<String> part = sheetParts.of(sheet);
      if (own.containsValue(sheet) || part.isEmpty()) {
        continue;
      }
      comments(part.get(), anchors.getOrDefault(sheet, Map.of()));
      if (!own.isEmpty()) {
        String text = parts.text(part.get()).orElse("");
        String now =
            SheetElements.withoutLinks(
                CellStyles.apply(text, memories.getOrDefault(sheet, Map.of())),
                OwnContent.BACK_TIP);
        if (!now.equals(text)) {
          parts.put(part.get(), now);
        }
      }
    }
  }

  private Map<String, Map<Position, CellStyles.Change>> memories(Map<OwnSheet.Role, String> own)
      throws IOException {
    Map<String, Map<Position, CellStyles.Change>> changes = new HashMap<>();
    String sheet = own.get(OwnSheet.Role.FINDINGS);
    Optional<String> part = sheet == null ? Optional.empty() : sheetParts.of(sheet);
    Optional<String> text = part.isEmpty() ? part : parts.text(part.get());
    if (text.isEmpty()) {
      return changes;
    }
    Map<Position, SheetReader.Cell> cells = new LinkedHashMap<>();
    for (SheetReader.Cell cell :
        reader.cells(text.get(), at -> at.column() >= OwnSheet.MARKS_FROM)) {
      cells.put(cell.at(), cell);
    }
    for (SheetReader.Cell cell : cells.values()) {
      Optional<CellReference> target = CellReference.parse(cell.formula());
      if (target.isPresent()) {
        SheetReader.Cell beside = cells.get(new Position(cell.at().row(), cell.at().column() + 1));
        MarkState state = MarkState.of(beside == null ? "" : beside.text());
        String marked = target.get().sheet();
        Position at = target.get().at();
        changes
            .computeIfAbsent(marked, key -> new HashMap<>())
            .put(at, restore(cell.style(), !state.absent()));
        state
            .anchor()
            .ifPresent(
                anchor -> anchors.computeIfAbsent(marked, key -> new HashMap<>()).put(at, anchor));
      }
    }
    return changes;
  }

  private CellStyles.Change restore(int before, boolean existed) {
    return (style, exists) -> {
      if (!exists || !styles.hasGround(style, TINTS)) {
        return CellStyles.Change.KEEP;
      }
      return existed ? styles.untinted(style, before) : CellStyles.Change.DROP;
    };
  }

  private void comments(String sheetPart, Map<Position, String> former) throws IOException {
    Optional<Relations.Relation> relation = parts.relations(sheetPart).ofType(Ooxml.COMMENTS);
    Optional<String> text =
        relation.isEmpty() ? Optional.empty() : parts.text(relation.get().part());
    if (text.isEmpty() || !text.get().contains(CellMark.AUTHOR)) {
      return;
    }
    CommentsPart comments = new CommentsPart(text);
    List<Position> gone = comments.strip();
    if (comments.texts().isEmpty()) {
      parts.relations(sheetPart).remove(relation.get().id());
      parts.remove(relation.get().part());
    } else {
      parts.put(relation.get().part(), comments.text());
    }
    if (!gone.isEmpty() || !former.isEmpty()) {
      boxes(sheetPart, gone, former);
    }
  }

  private void boxes(String sheetPart, List<Position> gone, Map<Position, String> former)
      throws IOException {
    String sheet = parts.text(sheetPart).orElse("");
    Optional<Relations.Relation> relation =
        SheetElements.legacyDrawing(sheet).isEmpty()
            ? Optional.empty()
            : parts.relations(sheetPart).withId(SheetElements.legacyDrawing(sheet).get());
    Optional<String> text =
        relation.isEmpty() ? Optional.empty() : parts.text(relation.get().part());
    if (text.isEmpty()) {
      return;
    }
    VmlDrawing drawing = new VmlDrawing(text.get());
    drawing.remove(gone);
    drawing.move(former);
    if (drawing.hasShapes()) {
      parts.put(relation.get().part(), drawing.text());
    } else {
      parts.put(sheetPart, SheetElements.withoutLegacyDrawing(sheet));
      parts.relations(sheetPart).remove(relation.get().id());
      parts.remove(relation.get().part());
    }
  }
}
