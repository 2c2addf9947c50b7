package cn.sunledger.check.table;

import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tree of lines without codes: 一、 holds the （一） and 1. that follow it; a 合计 holds the lines of
 * its side since the last 合计, a 总计 that 合计 and what stands between the two.
 */
final class LabelledRows {
  private static final int SEVERAL = 2;
  private static final int TELLING_DIGITS = 5;

  private final TableView view;
  private final List<TableLine> lines;
  private final Map<TableLine, List<TableLine>> children = new LinkedHashMap<>();
  private final Map<TableLine, Integer> depths = new HashMap<>();
  private final List<TableLine> top = new ArrayList<>();

  LabelledRows(TableView view, List<TableLine> lines) {
    this.view = view;
    boolean labelled = lines.stream().anyMatch(line -> !line.label().isEmpty());
    this.lines = lines.stream().filter(line -> !labelled || !line.name().isEmpty()).toList();
  }

  void into(List<RowNode> nodes, List<TableLine> roots, List<TableLine> totals) {
    nest();
    for (int i = 0; i < lines.size(); i++) {
      TableLine line = lines.get(i);
      List<TableLine> parts = children.getOrDefault(line, List.of());
      if (isTotal(line)) {
        totals.add(line);
        parts = best(line, totalParts(i));
      } else if (parts.size() > SEVERAL) {
        // 货物 and 服务 above what is bought of them, all of one depth
        parts =
            best(
                line,
                List.of(
                    parts,
                    withoutRuns(parts, SEVERAL),
                    withoutRuns(parts, 1),
                    withoutRuns(parts, 1, 1)));
      }
      if (!parts.isEmpty()) {
        nodes.add(
            new RowNode(line, parts.stream().map(part -> new RowNode(part, List.of())).toList()));
      }
    }
    roots.addAll(top);
  }

  /** Hangs each line below the last one of less depth. */
  private void nest() {
    List<TableLine> path = new ArrayList<>();
    for (TableLine line : lines) {
      if (isTotal(line)) {
        path.clear();
      } else if (line.role() == LineRole.ITEM || line.role() == LineRole.UNIT) {
        int depth = depth(line, path);
        depths.put(line, depth);
        while (!path.isEmpty() && depths.get(path.get(path.size() - 1)) >= depth) {
          path.remove(path.size() - 1);
        }
        if (path.isEmpty()) {
          top.add(line);
        } else {
          children.computeIfAbsent(path.get(path.size() - 1), key -> new ArrayList<>()).add(line);
        }
        path.add(line);
      }
    }
  }

  /** One deeper than the heading above that its code begins with, else as its label shows. */
  private int depth(TableLine line, List<TableLine> path) {
    String code = view.code(line);
    boolean numbered = !Labels.withoutEnumerator(line.label()).equals(line.label());
    if (!code.isEmpty() && !numbered) {
      for (int i = path.size() - 1; i >= 0; i--) {
        String above = view.code(path.get(i));
        if (!above.isEmpty() && code.startsWith(above) && code.length() > above.length()) {
          return depths.get(path.get(i)) + 1;
        }
      }
    }
    for (int i = path.size() - 1; i >= 0; i--) {
      String above = path.get(i).code();
      if (!above.isEmpty() && line.code().startsWith(above) && !line.code().equals(above)) {
        return depths.get(path.get(i)) + 1;
      }
    }
    return line.role() == LineRole.UNIT ? line.level() : line.level() + below(path);
  }

  /** What a unit's row adds to the depth of the lines below it. */
  private int below(List<TableLine> path) {
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i).role() == LineRole.UNIT) {
        return depths.get(path.get(i)) + 1;
      }
    }
    return 0;
  }

  private static boolean isTotal(TableLine line) {
    return line.role() == LineRole.TOTAL
        || line.role() == LineRole.GRAND_TOTAL
        || line.role() == LineRole.SUBTOTAL;
  }

  /** The readings of what a total may be the sum of, the likeliest first. */
  private List<List<TableLine>> totalParts(int index) {
    TableLine total = lines.get(index);
    int from = 0;
    TableLine last = null;
    for (int i = 0; i < index; i++) {
      if (isTotal(lines.get(i))) {
        from = i + 1;
        last = lines.get(i);
      }
    }
    List<TableLine> above = tops(from, index);
    List<List<TableLine>> readings = new ArrayList<>();
    if (total.role() == LineRole.GRAND_TOTAL && last != null) {
      List<TableLine> parts = new ArrayList<>(List.of(last));
      parts.addAll(above);
      readings.add(parts);
    } else if (!above.isEmpty()) {
      if (last != null && ofTheYear(last) && whole(total)) {
        List<TableLine> parts = new ArrayList<>(List.of(last));
        parts.addAll(above);
        readings.add(parts);
      }
      readings.add(withoutRuns(above, SEVERAL));
      readings.add(above);
      List<TableLine> heads = withoutRuns(above, 1);
      if (heads.size() < above.size() && telling(heads)) {
        readings.add(0, heads);
      }
      if (hold(total, heads).failed() == 0) {
        readings.add(heads);
      }
    }
    if (last != null) {
      readings.add(tops(0, index));
    }
    if (above.isEmpty() && total.role() == LineRole.TOTAL) {
      readings.add(withFirst(index + 1, next(index)));
      readings.add(tops(index + 1, next(index)));
      readings.add(tops(index + 1, lines.size()));
    }
    readings.removeIf(List::isEmpty);
    return readings;
  }

  /** Lines of one depth where one is the sum of those right below it: those do not count again. */
  private List<TableLine> withoutRuns(List<TableLine> parts, int least) {
    return withoutRuns(parts, least, SEVERAL);
  }

  /** A run of one line only is its head once more, and likely only where the whole then adds up. */
  private List<TableLine> withoutRuns(List<TableLine> parts, int least, int shortest) {
    List<TableLine> heads = new ArrayList<>();
    int i = 0;
    while (i < parts.size()) {
      TableLine head = parts.get(i);
      heads.add(head);
      int end = i + 1;
      for (int to = parts.size(); to > i + shortest; to--) {
        List<TableLine> run = parts.subList(i + 1, to);
        Hold hold = hold(head, run);
        boolean enough = run.stream().filter(this::filled).count() >= least;
        if (enough && hold.held() > hold.failed()) {
          end = to;
          break;
        }
      }
      i = end;
    }
    return heads;
  }

  /** Whether amounts are too long for one of them to equal those below it by chance. */
  private boolean telling(List<TableLine> heads) {
    return heads.stream()
        .flatMap(line -> view.row(line).stream())
        .anyMatch(place -> place.value().stripTrailingZeros().precision() >= TELLING_DIGITS);
  }

  private boolean filled(TableLine line) {
    return view.row(line).stream().anyMatch(place -> !place.zero());
  }

  private static boolean whole(TableLine total) {
    return total.role() == LineRole.TOTAL
        || total.measure().map(measure -> measure.endsWith("grand_total")).orElse(false);
  }

  /** 本年收入合计, 当年支出小计: what a 合计 below it adds to. */
  private static boolean ofTheYear(TableLine line) {
    return line.role() == LineRole.SUBTOTAL || line.bareLabel().matches("[本当]年.*");
  }

  private int next(int index) {
    int next = index + 1;
    while (next < lines.size() && !isTotal(lines.get(next))) {
      next++;
    }
    return next;
  }

  private List<TableLine> tops(int from, int to) {
    return lines.subList(from, to).stream().filter(top::contains).toList();
  }

  /** 合计, 其中：一般公共预算, 政府性基金: 其中 introduces the whole list and not its first line alone. */
  private List<TableLine> withFirst(int from, int to) {
    boolean introduced = from < to && lines.get(from).role() == LineRole.OF_WHICH;
    List<TableLine> rest = introduced ? tops(from + 1, to) : List.of();
    if (rest.isEmpty()) {
      return List.of();
    }
    List<TableLine> parts = new ArrayList<>(List.of(lines.get(from)));
    parts.addAll(rest);
    return parts;
  }

  private List<TableLine> best(TableLine total, List<List<TableLine>> readings) {
    List<TableLine> best = readings.isEmpty() ? List.of() : readings.get(0);
    for (List<TableLine> reading : readings) {
      if (hold(total, reading).betterThan(hold(total, best))) {
        best = reading;
      }
    }
    return best;
  }

  private Hold hold(TableLine total, List<TableLine> parts) {
    Hold hold = Hold.NONE;
    List<Place> row = view.row(total);
    for (int i = 0; i < row.size(); i++) {
      int ordinal = i;
      hold =
          hold.and(
              row.get(i),
              parts.stream()
                  .map(part -> view.place(part, ordinal))
                  .flatMap(Optional::stream)
                  .toList());
    }
    return hold;
  }
}
