package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells columns of labels, codes, line numbers and amounts apart, and groups them in the sides of
 * the table.
 */
final class ColumnSorter {

  enum Role {
    LABEL,
    CODE,
    UNIT_CODE,
    UNIT_NAME,
    LINE_NUMBER,
    MEASURE,
    VALUE,
    TEXT,
    EMPTY
  }

  private final Area area;
  private final Header header;
  private final ColumnStats[] stats;
  private final Role[] roles;

  private ColumnSorter(Area area, Header header) {
    this.area = area;
    this.header = header;
    this.stats = ColumnStats.of(area, header.lines());
    this.roles = new Role[area.right - area.left + 1];
    for (int i = 0; i < roles.length; i++) {
      roles[i] = role(i);
    }
    if (roles.length > 0
        && roles[0] == Role.VALUE
        && header.path(area.left).isEmpty()
        && stats[0].texts > 0) {
      roles[0] = Role.LABEL;
    }
  }

  /**
   * The sides of a table that have amounts (or would have, in an empty table), from left to right.
   */
  static List<Block> blocks(Area area, Header header) {
    ColumnSorter sorter = new ColumnSorter(area, header);
    return BlockNames.named(area, header, sorter.sides());
  }

  private List<Block> sides() {
    List<Block> blocks = new ArrayList<>();
    List<BlockBuilder> sides = new ArrayList<>();
    BlockBuilder side = new BlockBuilder(header, stats, area.left);
    for (int c = area.left; c <= area.right; c++) {
      Role role = roles[c - area.left];
      if (isLabelRole(role) && side.hasValues()) {
        if (valuesBehind(c) && opensSide(c, role, sides.isEmpty() ? side : sides.get(0))) {
          sides.add(side);
          side = new BlockBuilder(header, stats, area.left);
        } else {
          role = role == Role.LABEL || role == Role.UNIT_NAME ? Role.TEXT : role;
          role = role == Role.CODE || role == Role.UNIT_CODE ? Role.EMPTY : role;
        }
      }
      side.put(role, c);
    }
    if (side.hasValues() || sides.isEmpty()) {
      sides.add(side);
    }
    for (BlockBuilder each : sides) {
      blocks.add(each.block());
    }
    return blocks;
  }

  private static boolean isLabelRole(Role role) {
    return role == Role.LABEL
        || role == Role.CODE
        || role == Role.UNIT_CODE
        || role == Role.UNIT_NAME
        || role == Role.LINE_NUMBER;
  }

  /**
   * Whether a column of labels behind amounts opens another side of the table, rather than telling
   * something of the same line.
   */
  private boolean opensSide(int c, Role role, BlockBuilder first) {
    Word word = header.word(c);
    if (first.heads(word)) {
      return true;
    }
    if (role == Role.LINE_NUMBER) {
      return false;
    }
    List<String> path = header.path(c);
    boolean otherTop = path.size() > 1 && first.top() != null && !path.get(0).equals(first.top());
    boolean side = otherTop && (word.is(WordKind.SIDE) || isSide(path.get(0), c));
    if (side || role == Role.CODE && stats[c - area.left].isCodeLike()) {
      return true;
    }
    ColumnStats own = stats[c - area.left];
    boolean may = word.is(WordKind.SIDE) || word.normal().isEmpty() && own.words >= 3;
    return may && own.distinct() * 10 >= own.texts * 8;
  }

  /** Whether names stand under a header that says 收入 or 支出, whatever heads them there. */
  private boolean isSide(String top, int c) {
    ColumnStats own = stats[c - area.left];
    return BlockNames.isSide(Labels.normal(top)) && own.words >= 2 && own.amounts() == 0;
  }

  private boolean valuesBehind(int from) {
    for (int i = from - area.left; i < roles.length; i++) {
      if (roles[i] == Role.VALUE) {
        return true;
      }
    }
    return false;
  }

  private Role role(int i) {
    Word word = header.word(area.left + i);
    ColumnStats own = stats[i];
    if (own.isEmpty() && (word.normal().isEmpty() || !header.labels(area.left + i))) {
      return Role.EMPTY;
    }
    if (word.is(WordKind.LINE_NUMBER) && own.texts <= own.amounts() + 1) {
      return Role.LINE_NUMBER;
    }
    if (word.normal().equals("年度") || word.normal().equals("年份")) {
      return Role.LABEL;
    }
    if (word.is(WordKind.UNIT_CODE)) {
      return Role.UNIT_CODE;
    }
    if (word.is(WordKind.CODE)) {
      return codeRole(word, own);
    }
    if (own.isMeasure() && i > 0 && word.normal().endsWith("单位")) {
      return Role.MEASURE;
    }
    if (word.is(WordKind.UNIT_NAME) && own.amounts() == 0) {
      return Role.UNIT_NAME;
    }
    return byContent(i, word, own);
  }

  private Role byContent(int i, Word word, ColumnStats own) {
    boolean nextIsText =
        i + 1 < stats.length && stats[i + 1].words > 0 && stats[i + 1].numbers == 0;
    boolean labelWord = word.is(WordKind.LABEL);
    if (own.isCodeLike() && nextIsText && (word.normal().isEmpty() || labelWord)) {
      return Role.CODE;
    }
    if (i == 0 && word.normal().isEmpty() && own.isCounting() && nextIsText) {
      return Role.LINE_NUMBER;
    }
    boolean named = word.is(WordKind.TEXT) && !word.is(WordKind.PROJECT);
    boolean text = named && own.amounts() == 0 && i > 0;
    if (text && !word.normal().equals("内容") && own.lines == 0 && !sharesHeader(area.left + i)) {
      return Role.TEXT;
    }
    if (own.amounts() > 0 && own.words <= own.amounts()) {
      return Role.VALUE;
    }
    if (labelWord) {
      return own.numbers > own.words ? Role.VALUE : Role.LABEL;
    }
    boolean behindAmounts = amountsBefore(i);
    if (own.words > 0) {
      return behindAmounts && word.is(WordKind.AMOUNT) && own.words <= own.texts / 2 + 1
          ? Role.VALUE
          : Role.LABEL;
    }
    return i == 0 ? Role.LABEL : Role.VALUE;
  }

  /**
   * Whether the innermost header of a column spans its left neighbour too: 收入内容 over two columns.
   */
  private boolean sharesHeader(int column) {
    for (int r : header.rows()) {
      Merge merge = area.merge(r, column);
      if (merge != null
          && merge.firstColumn() < column
          && area.text(r, column).equals(header.last(column))) {
        return true;
      }
    }
    return false;
  }

  private boolean amountsBefore(int i) {
    for (int k = 0; k < i; k++) {
      if (roles[k] == Role.VALUE) {
        return true;
      }
    }
    return false;
  }

  private Role codeRole(Word word, ColumnStats own) {
    boolean certain = word.normal().contains("编码") || word.normal().contains("代码");
    if (own.words > own.codes && own.words > 2) {
      return certain && !word.is(WordKind.OTHER_CODE) ? Role.CODE : Role.LABEL;
    }
    boolean other = word.is(WordKind.OTHER_CODE) && !word.is(WordKind.SUBJECT);
    return other ? Role.EMPTY : Role.CODE;
  }
}
