package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells columns of labels, codes, line numbers and amounts apart, and groups them in the sides of
 * the table.
 */
final class ColumnSorter {
  private static final int SAMPLE = 400;
  private static final Pattern LINE_NUMBER = Pattern.compile("行次|序号|行号|编号|顺序号");
  private static final Pattern UNIT_CODE =
      Pattern.compile("(?:预算|部门)?[(（]?(?:单位|部门)[)）]?(?:[(（]单位[)）])?(?:编码|代码|编号)");
  private static final Pattern CODE = Pattern.compile(".*(?:编码|代码)(?:[(（].*)?|[类款项]|.*科目编号");
  private static final Pattern CODE_TEXT = Pattern.compile("[0-9]{2,12}");
  private static final Pattern TEXT_COLUMN =
      Pattern.compile(
          ".*(?:备注|说明|原因|依据|办法|绩效目标|描述|内容|用途|概述|措施|期限|时间|联系人|电话).*|年度目标|度量单位|计量单位|指标性质|指标方向性?|指标类型|评[分价]标准.{0,4}|绩效标准|考核标准");
  private static final Pattern SIDE =
      Pattern.compile(
          "(?:[0-9]{4}年)?(?:本年|本年度|当年|财政拨款|部门|单位|预算|资金)?(收入|支出)(?:预算|决算)?(?:[(].{1,8}[)])?");
  private static final Pattern DASH = Pattern.compile("[-—－–/／*无]+|0+");

  enum Role {
    LABEL,
    CODE,
    UNIT_CODE,
    LINE_NUMBER,
    VALUE,
    TEXT,
    EMPTY
  }

  private ColumnSorter() {}

  /**
   * The sides of a table that have amounts (or would have, in an empty table), from left to right.
   */
  static List<Block> blocks(Area area, Header header) {
    Role[] roles = roles(area, header);
    List<Block> blocks = new ArrayList<>();
    Draft draft = new Draft();
    for (int c = area.left; c <= area.right; c++) {
      Role role = roles[c - area.left];
      boolean opens =
          role == Role.LABEL
              || role == Role.CODE
              || role == Role.UNIT_CODE
              || role == Role.LINE_NUMBER;
      if (opens && !draft.values.isEmpty()) {
        if (!valuesBehind(roles, c - area.left)) {
          continue;
        }
        blocks.add(draft.block());
        draft = new Draft();
      }
      draft.put(role, c);
    }
    if (!draft.values.isEmpty() || blocks.isEmpty()) {
      blocks.add(draft.block());
    }
    return named(header, area, blocks);
  }

  private static boolean valuesBehind(Role[] roles, int from) {
    for (int i = from; i < roles.length; i++) {
      if (roles[i] == Role.VALUE) {
        return true;
      }
    }
    return false;
  }

  private static final class Draft {
    private final List<Integer> labels = new ArrayList<>();
    private final List<Integer> codes = new ArrayList<>();
    private final List<Integer> unitCodes = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();

    private void put(Role role, int column) {
      switch (role) {
        case LABEL -> labels.add(column);
        case CODE -> codes.add(column);
        case UNIT_CODE -> unitCodes.add(column);
        case LINE_NUMBER -> numbers.add(column);
        case VALUE -> values.add(column);
        case TEXT, EMPTY -> {
          // neither labels nor amounts
        }
      }
    }

    private Block block() {
      return new Block("", labels, codes, unitCodes, numbers, values);
    }
  }

  private static Role[] roles(Area area, Header header) {
    Role[] roles = new Role[area.right - area.left + 1];
    Stats[] stats = new Stats[roles.length];
    for (int i = 0; i < stats.length; i++) {
      stats[i] = new Stats();
    }
    int seen = 0;
    for (int r : header.lines()) {
      if (seen++ > SAMPLE) {
        break;
      }
      for (GridCell cell : area.row(r)) {
        stats[cell.column() - area.left].add(cell.value());
      }
    }
    for (int i = 0; i < roles.length; i++) {
      roles[i] = role(area, header, area.left + i, stats, i);
    }
    if (roles.length > 0
        && roles[0] == Role.VALUE
        && header.path(area.left).isEmpty()
        && stats[0].texts > 0) {
      roles[0] = Role.LABEL;
    }
    return roles;
  }

  private static Role role(Area area, Header header, int column, Stats[] stats, int i) {
    String last = Labels.normal(header.last(column));
    Stats own = stats[i];
    if (LINE_NUMBER.matcher(last).matches() && own.texts <= own.numbers + 1) {
      return Role.LINE_NUMBER;
    }
    if (last.equals("年度") || last.equals("年份")) {
      return Role.LABEL;
    }
    if (UNIT_CODE.matcher(last).matches()) {
      return Role.UNIT_CODE;
    }
    if (CODE.matcher(last).matches()) {
      return own.words > own.codes && own.words > 2 && !last.contains("编码") && !last.contains("代码")
          ? Role.LABEL
          : Role.CODE;
    }
    if (last.isEmpty() && own.isEmpty()) {
      return Role.EMPTY;
    }
    boolean nextIsText =
        i + 1 < stats.length && stats[i + 1].words > 0 && stats[i + 1].numbers == 0;
    boolean codeLike = own.codes > 0 && own.codes == own.numbers + own.codeTexts && own.words <= 1;
    if (codeLike
        && nextIsText
        && (last.isEmpty() || HeaderReader.LABEL_COLUMN.matcher(last).matches())) {
      return Role.CODE;
    }
    boolean text = TEXT_COLUMN.matcher(last).matches() && own.numbers == 0 && i > 0;
    if (text && !last.equals("内容") && own.lines == 0 && !sharesHeader(area, header, column)) {
      return Role.TEXT;
    }
    if (own.numbers + own.numberTexts > 0 && own.words <= own.numbers + own.numberTexts) {
      return Role.VALUE;
    }
    if (HeaderReader.LABEL_COLUMN.matcher(last).matches() && !header.path(column).isEmpty()) {
      return own.numbers > own.words ? Role.VALUE : Role.LABEL;
    }
    if (own.words > 0) {
      return Role.LABEL;
    }
    return i == 0 ? Role.LABEL : Role.VALUE;
  }

  /**
   * Whether the innermost header of a column spans its left neighbour too: 收入内容 over two columns.
   */
  private static boolean sharesHeader(Area area, Header header, int column) {
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

  /** What the lines hold in a column. */
  private static final class Stats {
    private int numbers;
    private int numberTexts;
    private int codes;
    private int codeTexts;
    private int words;
    private int lines;
    private int texts;

    private boolean isEmpty() {
      return numbers + texts == 0;
    }

    private void add(CellValue value) {
      String text = Labels.compact(value.text());
      if (text.isEmpty()) {
        return;
      }
      boolean code = CODE_TEXT.matcher(text).matches() && isCodeLength(text.length());
      if (value instanceof CellValue.Number) {
        numbers++;
        codes += code ? 1 : 0;
        return;
      }
      texts++;
      if (code) {
        codes++;
        codeTexts++;
      } else if (NumberText.parse(text).isPresent()) {
        numberTexts++;
      } else if (!DASH.matcher(text).matches()) {
        words++;
        lines += LineText.looksLikeLine(text) ? 1 : 0;
      }
    }

    private static boolean isCodeLength(int length) {
      return length == 2 || length == 3 || length == 5 || length == 6 || length == 7 || length == 9;
    }
  }

  /** Names the sides by the header over their labels, or by what tells them apart. */
  private static List<Block> named(Header header, Area area, List<Block> blocks) {
    if (blocks.size() == 1) {
      return blocks;
    }
    List<Block> named = new ArrayList<>();
    Set<String> tops = new LinkedHashSet<>();
    for (Block block : blocks) {
      tops.add(top(header, block));
    }
    for (Block block : blocks) {
      String name = top(header, block);
      String label = inner(header, block);
      boolean shared = blocks.stream().filter(other -> top(header, other).equals(name)).count() > 1;
      boolean labelDiffers =
          blocks.stream()
                  .filter(other -> top(header, other).equals(name))
                  .map(other -> inner(header, other))
                  .distinct()
                  .count()
              > 1;
      if (name.isEmpty() || tops.size() == 1 && !labelDiffers) {
        named.add(block.named(sideByContent(area, header, block, name)));
      } else {
        named.add(block.named(shared && labelDiffers ? name + "/" + label : name));
      }
    }
    long names = named.stream().map(Block::name).distinct().count();
    boolean told = names > 1 || tops.size() == 1 && !tops.contains("");
    return told ? named : blocks;
  }

  /** What tells sides under the same outermost header apart: the header below it. */
  private static String inner(Header header, Block block) {
    List<String> path = block.labels().isEmpty() ? List.of() : header.path(block.labels().get(0));
    return path.size() > 2 ? path.get(1) : path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  /** The outermost header over the labels of a side; 项目 and its like name no side. */
  private static String top(Header header, Block block) {
    List<Integer> columns = block.labels().isEmpty() ? block.values() : block.labels();
    if (columns.isEmpty()) {
      return "";
    }
    List<String> path = header.path(columns.get(0));
    if (path.isEmpty()) {
      return "";
    }
    String top = path.get(0);
    String normal = Labels.normal(top);
    if (normal.matches("[一二三四]级指标|指标名称|绩效指标")) {
      return "";
    }
    Matcher side = SIDE.matcher(normal);
    if (side.matches()) {
      return side.group(1);
    }
    if (path.size() > 1) {
      return top;
    }
    if (normal.startsWith("收入")) {
      return "收入";
    }
    return normal.startsWith("支出")
        ? "支出"
        : HeaderReader.LABEL_COLUMN.matcher(normal).matches() ? "" : top;
  }

  /** Whether a header label names one side of a table: 收入, 本年支出, 财政拨款收入. */
  static boolean isSide(String normal) {
    return SIDE.matcher(normal).matches();
  }

  private static String sideByContent(Area area, Header header, Block block, String fallback) {
    int income = 0;
    int expense = 0;
    for (int r : header.lines()) {
      for (int c : block.labels()) {
        String label = area.own(r, c);
        income += label.contains("收入") || label.contains("拨款") ? 1 : 0;
        expense += label.contains("支出") ? 1 : 0;
      }
    }
    if (income > expense) {
      return "收入";
    }
    return expense > income ? "支出" : fallback;
  }
}
