package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells columns of labels, codes, line numbers and amounts apart, and groups them in the sides of
 * the table.
 */
final class ColumnSorter {
  private static final Pattern LINE_NUMBER = Pattern.compile("行次|序号|行号|编号|顺序号|行数");
  private static final Pattern UNIT_CODE =
      Pattern.compile("(?:预算|部门|主管)?[(]?(?:单位|部门)[)]?(?:[(]单位[)])?(?:编码|代码|编号)");
  private static final Pattern UNIT_NAME =
      Pattern.compile(
          "(?:预算|主管|基层|所属|实施|项目|使用)?(?:单位|部门)(?:[(](?:单位|部门)[)])?(?:名称)?|(?:单位|部门)(?:编码|代码)(?:及|和|、)名称");
  private static final Pattern CODE = Pattern.compile(".*(?:编码|代码)(?:[(].*)?|[类款项]|.*科目编号");
  private static final Pattern OTHER_CODE =
      Pattern.compile(".*(?:项目|资产|采购|目录|品目|指标|任务|业务|文号|机构|信用).*(?:编码|代码|编号)(?:[(].*)?");
  private static final Pattern SUBJECT_CODE = Pattern.compile(".*(?:科目|功能|经济|分类).*");
  private static final Pattern TEXT_COLUMN =
      Pattern.compile(
          ".*(?:备注|说明|原因|依据|办法|绩效目标|描述|内容|用途|概述|措施|期限|时间|联系人|电话|文号).*|年度目标|度量单位|计量单位|指标性质|指标方向性?|指标类型|评[分价]标准.{0,4}|绩效标准|考核标准");
  private static final Pattern SIDE =
      Pattern.compile(
          "(?:支出|收入|项目|科目|名称)(?:[(].*|.{0,6})|.*(?:科目|分类|项目)(?:名称|编码|代码)?(?:[(].*)?|按.*|(?:支出|收入).*(?:项目|类别|科目|来源)");
  private static final Pattern AMOUNT_WORD =
      Pattern.compile(
          ".*(?:金额|数|合计|小计|总计|预算|决算|支出|收入|拨款|资金|经费|基金|费|结转|结余|补助|增减|率|%|占比|人员|辆|元[)])$");

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
    String word = header.word(c);
    if (first.heads(word)) {
      return true;
    }
    if (role == Role.LINE_NUMBER) {
      return false;
    }
    List<String> path = header.path(c);
    boolean otherTop =
        path.size() > 1
            && first.top() != null
            && !path.get(0).equals(first.top())
            && SIDE.matcher(word).matches();
    if (otherTop || role == Role.CODE && stats[c - area.left].isCodeLike()) {
      return true;
    }
    ColumnStats own = stats[c - area.left];
    boolean manyNames = own.distinct.size() * 10 >= own.texts * 8;
    return SIDE.matcher(word).matches() && manyNames
        || word.isEmpty() && own.words >= 3 && manyNames;
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
    String word = header.word(area.left + i);
    ColumnStats own = stats[i];
    if (own.isEmpty() && (word.isEmpty() || !header.labelled().contains(area.left + i))) {
      return Role.EMPTY;
    }
    if (LINE_NUMBER.matcher(word).matches() && own.texts <= own.amounts() + 1) {
      return Role.LINE_NUMBER;
    }
    if (word.equals("年度") || word.equals("年份")) {
      return Role.LABEL;
    }
    if (UNIT_CODE.matcher(word).matches()) {
      return Role.UNIT_CODE;
    }
    if (CODE.matcher(word).matches()) {
      return codeRole(word, own);
    }
    if (own.isMeasure() && i > 0 && word.endsWith("单位")) {
      return Role.MEASURE;
    }
    if (UNIT_NAME.matcher(word).matches() && own.amounts() == 0) {
      return Role.UNIT_NAME;
    }
    return byContent(i, word, own);
  }

  private Role byContent(int i, String word, ColumnStats own) {
    boolean nextIsText =
        i + 1 < stats.length && stats[i + 1].words > 0 && stats[i + 1].numbers == 0;
    boolean labelWord = HeaderReader.LABEL_COLUMN.matcher(word).matches();
    if (own.isCodeLike() && nextIsText && (word.isEmpty() || labelWord)) {
      return Role.CODE;
    }
    if (i == 0 && word.isEmpty() && own.isCounting() && nextIsText) {
      return Role.LINE_NUMBER;
    }
    boolean text = TEXT_COLUMN.matcher(word).matches() && own.amounts() == 0 && i > 0;
    if (text && !word.equals("内容") && own.lines == 0 && !sharesHeader(area.left + i)) {
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
      return behindAmounts && AMOUNT_WORD.matcher(word).matches() && own.words <= own.texts / 2 + 1
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

  private Role codeRole(String word, ColumnStats own) {
    boolean certain = word.contains("编码") || word.contains("代码");
    if (own.words > own.codes && own.words > 2) {
      return certain && !OTHER_CODE.matcher(word).matches() ? Role.CODE : Role.LABEL;
    }
    boolean other = OTHER_CODE.matcher(word).matches() && !SUBJECT_CODE.matcher(word).matches();
    return other ? Role.EMPTY : Role.CODE;
  }
}
