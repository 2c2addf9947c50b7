package cn.sunledger.verify.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * 类 and 款 of a table that prints only its 项: each is the sum of what belongs to it by its code. Its
 * name is the one that another table prints.
 */
final class HeadingSums {
  private static final int ITEM_DIGITS = 7;
  private static final int[] UPPER_DIGITS = {3, 5};

  private final Map<String, Item> known = new HashMap<>();

  /** Over the figures of a workbook. */
  HeadingSums(List<Figure> figures) {
    for (Figure figure : figures) {
      figure
          .item()
          .filter(item -> !item.economic() && item.code().length() < ITEM_DIGITS)
          .ifPresent(item -> known.putIfAbsent(item.code(), item));
    }
  }

  /** The sums of the figures of one workbook. */
  List<Figure> of(List<Figure> figures) {
    Map<String, List<Figure>> columns = new LinkedHashMap<>();
    for (Figure figure : figures) {
      if (figure.item().filter(item -> !item.economic() && !item.code().isEmpty()).isPresent()) {
        columns
            .computeIfAbsent(
                figure.table().sheet()
                    + "/"
                    + figure.table().titleCell()
                    + "/"
                    + figure.cells().get(0).column(),
                key -> new ArrayList<>())
            .add(figure);
      }
    }
    List<Figure> sums = new ArrayList<>();
    columns.values().forEach(column -> column(column, sums));
    return sums;
  }

  private void column(List<Figure> column, List<Figure> sums) {
    Set<String> codes = new HashSet<>();
    for (Figure figure : column) {
      if (!codes.add(figure.item().orElseThrow().code())) {
        return;
      }
    }
    for (int digits : UPPER_DIGITS) {
      if (codes.stream().anyMatch(code -> code.length() == digits)) {
        continue;
      }
      Map<String, List<Figure>> parts = new LinkedHashMap<>();
      for (Figure figure : column) {
        String code = figure.item().orElseThrow().code();
        if (code.length() == ITEM_DIGITS) {
          parts.computeIfAbsent(code.substring(0, digits), key -> new ArrayList<>()).add(figure);
        }
      }
      parts.forEach((code, own) -> sum(code, own).ifPresent(sums::add));
    }
  }

  private Optional<Figure> sum(String code, List<Figure> parts) {
    Item item = known.get(code);
    return item == null
        ? Optional.empty()
        : FigureIndex.sum(parts, parts.get(0).measure(), Optional.of(item), item.label());
  }
}
