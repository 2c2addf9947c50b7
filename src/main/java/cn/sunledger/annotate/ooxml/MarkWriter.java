package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.CellMark;
import cn.sunledger.annotate.content.OwnContent;
import cn.sunledger.annotate.content.OwnSheet;
import cn.sunledger.annotate.content.References;
import cn.sunledger.model.CellRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

  MarkWriter(OoxmlPackage parts, StylesPart styles, String folder) {
    this.parts = parts;
    this.styles = styles;
    this.folder = folder;
  }

  /** Puts all marks and returns what the marked cells looked like. */
  List<OwnSheetXml.Memory> write(OwnContent content, SheetParts sheetParts) throws IOException {
    CommentWriter comments = new CommentWriter(parts, folder);
    Map<String, SortedMap<Position, CellMark>> bySheet = new LinkedHashMap<>();
    for (CellMark mark : content.marks()) {
      bySheet
          .computeIfAbsent(mark.cell().sheet(), sheet -> new TreeMap<>())
          .put(Position.of(mark.cell()), mark);
    }
    for (Map.Entry<String, SortedMap<Position, CellMark>> each : bySheet.entrySet()) {
      Optional<String> part = sheetParts.of(each.getKey());
      if (part.isPresent()) {
        mark(part.get(), each.getValue(), comments);
      }
    }
    link(content, sheetParts);
    return memories;
  }

  private void mark(String part, SortedMap<Position, CellMark> marks, CommentWriter comments)
      throws IOException {
    Map<Position, Integer> before = new TreeMap<>();
    Set<Position> absent = new HashSet<>();
    Map<Position, CellStyles.Change> changes = new HashMap<>();
    SortedMap<Position, String> words = new TreeMap<>();
    marks.forEach(
        (at, mark) -> {
          words.put(at, mark.text());
          changes.put(
              at,
              (style, exists) -> {
                before.put(at, style);
                if (!exists) {
                  absent.add(at);
                }
                return styles.tinted(style, mark.tint().rgb());
              });
        });
    String tinted = CellStyles.apply(parts.text(part).orElse(""), changes);
    CommentWriter.Result result = comments.write(part, tinted, words);
    parts.put(part, result.sheet());
    before.forEach(
        (at, style) -> {
          MarkState state =
              new MarkState(absent.contains(at), Optional.ofNullable(result.anchors().get(at)));
          String formula = References.of(marks.get(at).cell());
          memories.add(new OwnSheetXml.Memory(formula, style, state.text()));
        });
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
