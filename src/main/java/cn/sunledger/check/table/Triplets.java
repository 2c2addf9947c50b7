package cn.sunledger.check.table;

import cn.sunledger.model.Fact;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Code, name and amount side by side, several times in one row: each line has its own columns,
 * those between its label and the next label.
 */
final class Triplets {
  private final TableView view;
  private final String block;

  Triplets(TableView view, String block) {
    this.view = view;
    this.block = block;
  }

  void assign(Map<TableLine, List<TableColumn>> columnsByLine) {
    List<TableColumn> columns = view.columns(block);
    List<TableLine> lines = view.lines(block);
    TreeSet<Integer> labels = new TreeSet<>();
    // a row of amounts alone has no label, and its first amount is where it begins
    Set<Integer> amounts = columns.stream().map(TableColumn::column).collect(Collectors.toSet());
    lines.stream()
        .map(line -> line.labelCell().column())
        .filter(column -> !amounts.contains(column))
        .forEach(labels::add);
    Map<Integer, List<TableColumn>> segments = new HashMap<>();
    for (TableColumn column : columns) {
      Integer label = labels.lower(column.column());
      segments.computeIfAbsent(label == null ? -1 : label, key -> new ArrayList<>()).add(column);
    }
    splitRepeated(segments);
    if (segments.size() < 2) {
      return;
    }
    Map<TableLine, TableColumn> filled = new HashMap<>();
    for (Fact fact : view.table().facts()) {
      filled.putIfAbsent(fact.line(), fact.column());
    }
    for (TableLine line : lines) {
      Optional.ofNullable(filled.get(line))
          .flatMap(
              column ->
                  segments.values().stream()
                      .filter(segment -> segment.contains(column))
                      .findFirst())
          .or(() -> segment(segments, labels, line))
          .ifPresent(segment -> columnsByLine.put(line, segment));
    }
  }

  /**
   * A triplet without any label, as where no 资本性支出 is listed, leaves its column beside the one
   * before it; both are headed alike, and a line has one of them.
   */
  private void splitRepeated(Map<Integer, List<TableColumn>> segments) {
    for (List<TableColumn> segment : List.copyOf(segments.values())) {
      boolean alike =
          segment.size() == 2
              && segment.get(0).path().equals(segment.get(1).path())
              && segment.get(0).stage().equals(segment.get(1).stage());
      if (alike && lines(segment.get(0)).stream().noneMatch(lines(segment.get(1))::contains)) {
        TableColumn last = segment.remove(1);
        segments.put(last.column(), new ArrayList<>(List.of(last)));
      }
    }
  }

  private Set<TableLine> lines(TableColumn column) {
    return view.table().facts().stream()
        .filter(fact -> fact.column().equals(column))
        .map(Fact::line)
        .collect(Collectors.toSet());
  }

  private static Optional<List<TableColumn>> segment(
      Map<Integer, List<TableColumn>> segments, TreeSet<Integer> labels, TableLine line) {
    Integer label = line.labelCell().column();
    while (label != null && !segments.containsKey(label)) {
      label = labels.higher(label);
    }
    return Optional.ofNullable(label).map(segments::get);
  }
}
