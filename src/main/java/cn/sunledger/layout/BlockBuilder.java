package cn.sunledger.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers the columns of one side of a table and decides which of them name its lines. */
final class BlockBuilder {

  private final Header header;
  private final ColumnStats[] stats;
  private final int left;
  private final List<Integer> labels = new ArrayList<>();
  private final List<List<Integer>> codes = new ArrayList<>();
  private final List<Integer> unitCodes = new ArrayList<>();
  private final List<Integer> unitNames = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private final List<Integer> measures = new ArrayList<>();
  private final List<Integer> values = new ArrayList<>();
  private final List<Integer> texts = new ArrayList<>();
  private int last = -1;

  BlockBuilder(Header header, ColumnStats[] stats, int left) {
    this.header = header;
    this.stats = stats;
    this.left = left;
  }

  boolean hasValues() {
    return !values.isEmpty();
  }

  void put(ColumnSorter.Role role, int column) {
    switch (role) {
      case LABEL -> labels.add(column);
      case CODE -> code(column);
      case UNIT_CODE -> unitCodes.add(column);
      case UNIT_NAME -> unitNames.add(column);
      case LINE_NUMBER -> numbers.add(column);
      case MEASURE -> measures.add(column);
      case VALUE -> values.add(column);
      case TEXT -> texts.add(column);
      case EMPTY -> {
        return;
      }
    }
    last = column;
  }

  /** A column of codes goes on the group before it where both are parts of one code. */
  private void code(int column) {
    List<Integer> group = codes.isEmpty() ? List.of() : codes.get(codes.size() - 1);
    boolean adjacent = !group.isEmpty() && group.get(group.size() - 1) == last;
    Word word = header.word(column);
    boolean part =
        word.is(WordKind.PART)
            || word.normal().isEmpty()
            || adjacent && word.normal().equals(header.word(last).normal());
    if (adjacent && part) {
      group.add(column);
    } else {
      codes.add(new ArrayList<>(List.of(column)));
    }
  }

  /** Whether a header word heads one of this side's label or code columns. */
  boolean heads(Word word) {
    if (word.normal().isEmpty()) {
      return false;
    }
    boolean heads = heads(labels, word) || heads(numbers, word);
    for (List<Integer> group : codes) {
      heads |= heads(group, word);
    }
    return heads;
  }

  private boolean heads(List<Integer> columns, Word word) {
    for (int c : columns) {
      if (header.word(c).normal().equals(word.normal())) {
        return true;
      }
    }
    return false;
  }

  /** The outermost header over the side's first label; null where it has none. */
  String top() {
    List<Integer> columns = labels.isEmpty() ? codes.isEmpty() ? List.of() : codes.get(0) : labels;
    List<String> path = columns.isEmpty() ? List.of() : header.path(columns.get(0));
    return path.isEmpty() ? null : path.get(0);
  }

  Block block() {
    List<Block.Pair> pairs = pairs();
    Set<Integer> named = new LinkedHashSet<>();
    List<Integer> coded = new ArrayList<>();
    for (Block.Pair pair : pairs) {
      for (int c : pair.labels()) {
        named.add(c);
      }
      for (int c : pair.codes()) {
        coded.add(c);
      }
    }
    return new Block(
        "",
        pairs,
        array(named),
        array(coded),
        array(unitCodes),
        array(unitNames),
        array(numbers),
        array(measures),
        array(values),
        array(texts));
  }

  private static int[] array(Collection<Integer> columns) {
    int[] array = new int[columns.size()];
    int i = 0;
    for (int column : columns) {
      array[i++] = column;
    }
    return array;
  }

  /**
   * The classifications of the lines, the one that tells most lines apart first, or the first where
   * projects are named besides; each has the labels behind its codes.
   */
  private List<Block.Pair> pairs() {
    if (codes.size() < 2) {
      List<Integer> group = codes.isEmpty() ? List.of() : codes.get(0);
      return List.of(new Block.Pair(array(group), array(ordered(labels))));
    }
    List<Block.Pair> pairs = new ArrayList<>();
    for (List<Integer> group : codes) {
      pairs.add(new Block.Pair(array(group), array(ordered(labelsOf(group)))));
    }
    if (projectColumn() < 0) {
      pairs.sort(Comparator.comparingInt(pair -> -distinct(pair.codes())));
    }
    return pairs;
  }

  private int distinct(int[] group) {
    int most = 0;
    for (int c : group) {
      most = Math.max(most, stats[c - left].distinct());
    }
    return most;
  }

  /** Label columns, the one that names a line best first. */
  private List<Integer> ordered(List<Integer> near) {
    List<Integer> ordered = new ArrayList<>();
    if (codes.isEmpty() && classifications(near) > 1) {
      ordered.addAll(near);
    }
    int chosen = chosen(near);
    if (chosen >= 0 && !near.contains(chosen) && !ordered.contains(chosen)) {
      ordered.add(chosen);
    }
    for (int i = near.size() - 1; i >= 0; i--) {
      int c = near.get(i);
      boolean sibling = chosen >= 0 && header.path(c).equals(header.path(chosen));
      if (!ordered.contains(c) && (chosen < 0 ? !isAttribute(c) : c == chosen || sibling)) {
        ordered.add(c);
      }
    }
    for (List<Integer> rest : List.of(near, labels)) {
      for (int i = rest.size() - 1; i >= 0; i--) {
        if (!ordered.contains(rest.get(i)) && !isAttribute(rest.get(i))) {
          ordered.add(rest.get(i));
        }
      }
    }
    for (int i = unitNames.size() - 1; i >= 0; i--) {
      ordered.add(unitNames.get(i));
    }
    for (int c : labels) {
      if (!ordered.contains(c)) {
        ordered.add(c);
      }
    }
    return ordered;
  }

  /** The column that names the line: a project's name before a subject's; -1 where none says so. */
  private int chosen(List<Integer> near) {
    int chosen = projectColumn();
    if (chosen >= 0) {
      return chosen;
    }
    for (int c : near) {
      if (header.word(c).is(WordKind.NAME)) {
        chosen = c;
      }
    }
    return chosen;
  }

  /**
   * The column of projects' names. Where a project stands in several lines, what is bought for it
   * tells them apart; else the first column that names a project does.
   */
  private int projectColumn() {
    int column = -1;
    for (int c : labels) {
      Word word = header.word(c);
      if (word.is(WordKind.PROJECT)) {
        String text = word.normal();
        boolean bought =
            text.startsWith("采购项目") || text.startsWith("采购内容") || text.startsWith("购买");
        boolean finer = column < 0 || repeats(column) && !repeats(c);
        column = bought || finer ? c : column;
      }
    }
    return column;
  }

  private boolean repeats(int column) {
    return stats[column - left].distinct() < stats[column - left].texts;
  }

  private int classifications(List<Integer> columns) {
    int count = 0;
    for (int c : columns) {
      count += header.word(c).is(WordKind.CLASSIFICATION) ? 1 : 0;
    }
    return count;
  }

  /** Whether a column tells something of the line that is not its name, while others could. */
  private boolean isAttribute(int column) {
    boolean others = false;
    for (int c : labels) {
      others |= !header.word(c).is(WordKind.ATTRIBUTE);
    }
    return others && header.word(column).is(WordKind.ATTRIBUTE);
  }

  /** The labels that stand behind a group of codes and before the next group. */
  private List<Integer> labelsOf(List<Integer> group) {
    int from = group.get(group.size() - 1);
    int to = Integer.MAX_VALUE;
    for (List<Integer> other : codes) {
      if (other.get(0) > from) {
        to = Math.min(to, other.get(0));
      }
    }
    int end = to;
    List<Integer> own = labels.stream().filter(c -> c > from && c < end).toList();
    return own.isEmpty() ? labels : own;
  }
}
