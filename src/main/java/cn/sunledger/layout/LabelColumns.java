package cn.sunledger.layout;

import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The columns of codes and labels that name a line, where a block has more of them than one pair: a
 * second classification beside the first (科目编码, 科目名称, 科目编码, 科目名称), or what is said of a project
 * beside its name (项目名称, 项目单位, 采购方式).
 */
final class LabelColumns {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:预算|二级|一级|支出|采购|重点|具体)?项目(?:名称)?(?:[(].*)?|.{0,6}(?:项目|物品|品目|品名|采购内容)名称(?:[(].*)?|(?:采购|购买服务)(?:项目|内容)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          ".*(?:方式|形式|来源|性质|级次|领域|类型|类别|大类|规格|型号|单位|部门|处室|经济科目|经济分类.{0,4}|负责人|起止.{0,4}|计量单位|是否.{1,12})");

  /**
   * One classification's columns.
   *
   * @param codes columns of codes
   * @param labels columns of labels behind them
   */
  record Pair(List<Integer> codes, List<Integer> labels) {}

  private static final Pattern CLASSIFICATION = Pattern.compile(".{0,8}经济(?:分类)?科目.{0,6}");

  private static final Pattern UNIT_NAME =
      Pattern.compile(".{0,4}单位(?:名称)?(?:[(].*)?|.{0,4}部门(?:名称)?(?:[(].*)?");

  private final Header header;
  private final List<Pair> pairs;
  private final List<Integer> ranked;

  /**
   * Looks at a block's header once.
   *
   * @param header the table's header
   * @param block one side of the table
   */
  LabelColumns(Header header, Block block) {
    this.header = header;
    this.pairs = pairs(block);
    this.ranked = ranked(header, block);
  }

  /** Codes and labels in their pairs; a single pair where no second classification stands there. */
  List<Pair> pairs() {
    return pairs;
  }

  /**
   * The label columns in the order in which they are asked for a line's label: the one headed 项目名称,
   * then from right to left, and what only qualifies a project last.
   */
  List<Integer> ranked(Pair pair) {
    return ranked.stream().filter(pair.labels()::contains).toList();
  }

  /** Whether the column's header says that units are named in it: 单位名称, 单位名称（科目）. */
  boolean namesUnits(int column) {
    return UNIT_NAME.matcher(Labels.normal(header.last(column))).matches();
  }

  private static List<Pair> pairs(Block block) {
    Pair whole = new Pair(block.codes(), block.labels());
    if (block.codes().isEmpty() || block.labels().isEmpty()) {
      return List.of(whole);
    }
    TreeSet<Integer> all = new TreeSet<>(block.codes());
    all.addAll(block.labels());
    if (!block.codes().contains(all.first())) {
      return List.of(whole);
    }
    List<Pair> pairs = new ArrayList<>();
    for (int column : all) {
      boolean code = block.codes().contains(column);
      if (pairs.isEmpty() || code && !pairs.get(pairs.size() - 1).labels().isEmpty()) {
        pairs.add(new Pair(new ArrayList<>(), new ArrayList<>()));
      }
      Pair last = pairs.get(pairs.size() - 1);
      (code ? last.codes() : last.labels()).add(column);
    }
    return pairs.size() > 1 && pairs.get(pairs.size() - 1).labels().isEmpty()
        ? List.of(whole)
        : pairs;
  }

  private static List<Integer> ranked(Header header, Block block) {
    List<Integer> columns = new ArrayList<>(block.labels());
    // of two classifications side by side the first names the line, of names of 类, 款 and 项 the last
    long classifications =
        block.labels().stream()
            .filter(column -> CLASSIFICATION.matcher(Labels.normal(header.last(column))).matches())
            .count();
    boolean first = block.codes().isEmpty() && classifications > 1;
    columns.sort(
        Comparator.<Integer>comparingInt(column -> rank(header, column))
            .thenComparing(first ? Comparator.naturalOrder() : Comparator.reverseOrder()));
    return columns;
  }

  private static int rank(Header header, int column) {
    String label = Labels.normal(header.last(column));
    if (NAME.matcher(label).matches()) {
      return 0;
    }
    return ATTRIBUTE.matcher(label).matches() ? 2 : 1;
  }
}
