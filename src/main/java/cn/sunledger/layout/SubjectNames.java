package cn.sunledger.layout;

import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of subjects that the workbook prints with their codes, to tell 类, 款 and 项 apart where it
 * prints names only.
 */
final class SubjectNames {
  private static final int AMBIGUOUS = -1;

  /** Levels by name, for each classification: its codes' first digit tells which it is. */
  private final Map<Character, Map<String, Integer>> schemes;

  private final Words words;

  private SubjectNames(Map<Character, Map<String, Integer>> schemes, Words words) {
    this.schemes = schemes;
    this.words = words;
  }

  static SubjectNames learn(List<Draft> tables, Words words) {
    Map<Character, Map<String, Integer>> schemes = new HashMap<>();
    for (Draft table : tables) {
      for (TableLine line : table.structure().lines()) {
        int level = CodeText.level(line.code());
        if (level > 0 && line.role() == LineRole.ITEM) {
          schemes
              .computeIfAbsent(line.code().charAt(0), key -> new HashMap<>())
              .merge(words.of(line.label()).normal(), level, (a, b) -> a.equals(b) ? a : AMBIGUOUS);
        }
      }
    }
    return new SubjectNames(schemes, words);
  }

  void relevel(List<Draft> tables) {
    for (Draft table : tables) {
      List<TableLine> lines = new ArrayList<>();
      List<Word> labels = new ArrayList<>();
      for (TableLine line : table.structure().lines()) {
        if (line.code().isEmpty()) {
          lines.add(line);
          labels.add(words.of(line.label()));
        }
      }
      Map<String, Integer> levels = scheme(labels);
      Map<TableLine, TableLine> changed = new IdentityHashMap<>();
      for (int i = 0; i < lines.size() && !levels.isEmpty(); i++) {
        TableLine line = lines.get(i);
        Word label = labels.get(i);
        Integer level = levels.get(label.bare());
        boolean bare = line.role() == LineRole.ITEM && label.enumerator() < 0;
        if (bare && level != null && level > line.level()) {
          changed.put(line, withLevel(line, level));
        }
      }
      if (!changed.isEmpty()) {
        table.replace(replaced(table.structure(), changed));
      }
    }
  }

  /**
   * The classification that names most of the lines without codes; a list of projects, which has no
   * 类 of it, has none.
   */
  private Map<String, Integer> scheme(List<Word> labels) {
    Map<String, Integer> best = Map.of();
    int most = 0;
    for (Map<String, Integer> levels : schemes.values()) {
      int hits = 0;
      boolean top = false;
      for (Word label : labels) {
        Integer level = levels.get(label.bare());
        hits += level == null ? 0 : 1;
        top |= level != null && level == 1;
      }
      if (top && hits > most) {
        most = hits;
        best = levels;
      }
    }
    return best;
  }

  private static TableReader.Grid replaced(
      TableReader.Grid grid, Map<TableLine, TableLine> changed) {
    List<TableLine> lines = new ArrayList<>();
    for (TableLine line : grid.lines()) {
      lines.add(changed.getOrDefault(line, line));
    }
    List<TableReader.Cell> cells = new ArrayList<>();
    for (TableReader.Cell cell : grid.cells()) {
      cells.add(cell.in(changed.getOrDefault(cell.line(), cell.line())));
    }
    return new TableReader.Grid(grid.header(), grid.columns(), lines, cells, grid.indicators());
  }

  private static TableLine withLevel(TableLine line, int level) {
    return new TableLine(
        line.row(),
        line.block(),
        line.number(),
        line.code(),
        line.label(),
        level,
        line.role(),
        line.unitCode(),
        line.unitName(),
        line.labelCell(),
        line.fund(),
        line.stage(),
        line.measure(),
        line.unit());
  }
}
