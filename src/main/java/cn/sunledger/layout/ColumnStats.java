package cn.sunledger.layout;

import cn.sunledger.model.CellValue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the lines of a table hold in one column. */
final class ColumnStats {
  private static final int SAMPLE = 400;
  private static final int LONGEST_MEASURE = 6;
  private static final int LONGEST_MARK = 12;
  private static final Pattern MARK = Pattern.compile("[-—－–/／*＊×无]+|0+|#.*|不适用|空");
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?:人民币)?(?:元|千元|万元|百万元|亿元)|[%％人个辆台套次批件户家张本只条座项份篇期场名册部]|人次|批次|台套|平方米|平米|公里|小时|天|月|年|百分比");

  /** What one text is among the lines of a column. */
  enum Content {
    BLANK,
    CODE,
    NUMBER,
    /** A dash, a zero or another mark in place of an amount. */
    MARK,
    MEASURE,
    /** The label of a line, such as 一、 or 合计. */
    LINE,
    WORDS
  }

  private final Area area;
  private final List<Integer> rows;
  private final int column;
  int numbers;
  int numberTexts;
  int codes;
  int codeTexts;
  int words;
  int texts;
  int measures;
  int lines;
  private int distinct = -1;
  private boolean counting = true;
  private int last;

  private ColumnStats(Area area, List<Integer> rows, int column) {
    this.area = area;
    this.rows = rows;
    this.column = column;
  }

  /** Looks at the columns of an area, as far as some hundred lines. */
  static ColumnStats[] of(Area area, List<Integer> lines) {
    List<Integer> rows = lines.subList(0, Math.min(SAMPLE, lines.size()));
    ColumnStats[] stats = new ColumnStats[area.right - area.left + 1];
    for (int i = 0; i < stats.length; i++) {
      stats[i] = new ColumnStats(area, rows, area.left + i);
    }
    for (int r : rows) {
      for (SheetCell cell : area.row(r)) {
        stats[cell.column() - area.left].add(cell);
      }
    }
    return stats;
  }

  private void add(SheetCell cell) {
    if (cell.value() instanceof CellValue.Number number) {
      String text = cell.normal();
      if (!text.isEmpty()) {
        numbers++;
        codes += isCode(text) ? 1 : 0;
        count(number.shown());
      }
      return;
    }
    Content content = cell.word().content();
    if (content == Content.BLANK) {
      return;
    }
    texts++;
    switch (content) {
      case CODE -> {
        codes++;
        codeTexts++;
        count(new BigDecimal(cell.normal()));
      }
      case NUMBER -> {
        numberTexts++;
        count(cell.number().orElseThrow().number().shown());
      }
      case MARK -> {}
      default -> {
        words++;
        lines += content == Content.LINE ? 1 : 0;
        measures += content == Content.MEASURE ? 1 : 0;
      }
    }
  }

  /** What a text is among the lines of a column. */
  static Content content(Word word) {
    String text = word.normal();
    if (text.isEmpty()) {
      return Content.BLANK;
    }
    if (isCode(text)) {
      return Content.CODE;
    }
    if (word.number().isPresent()) {
      return Content.NUMBER;
    }
    if (isMark(text)) {
      return Content.MARK;
    }
    if (LineText.looksLikeLine(text)) {
      return Content.LINE;
    }
    boolean measure = text.length() <= LONGEST_MEASURE && MEASURE.matcher(text).matches();
    return measure ? Content.MEASURE : Content.WORDS;
  }

  /** How many different texts it holds. */
  int distinct() {
    if (distinct < 0) {
      Set<String> seen = new HashSet<>();
      for (int r : rows) {
        SheetCell cell = area.cell(r, column);
        if (cell != null && !cell.normal().isEmpty()) {
          seen.add(cell.normal());
        }
      }
      distinct = seen.size();
    }
    return distinct;
  }

  /** Keeps up whether the column counts 1, 2, 3 … */
  private void count(BigDecimal value) {
    if (counting) {
      counting = value.stripTrailingZeros().scale() <= 0 && value.intValue() == last + 1;
    }
    last++;
  }

  private static boolean isMark(String text) {
    boolean may = text.length() <= LONGEST_MARK || text.charAt(0) == '#';
    return may && MARK.matcher(text).matches();
  }

  /** Whether a text has the digits of a code, and as many as codes have. */
  private static boolean isCode(String text) {
    int length = text.length();
    boolean may = length == 2 || length == 3 || length >= 5 && length <= 7 || length == 9;
    for (int i = 0; may && i < length; i++) {
      may = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return may;
  }

  boolean isEmpty() {
    return numbers + texts == 0;
  }

  /** Numbers and texts that are numbers. */
  int amounts() {
    return numbers + numberTexts + codeTexts;
  }

  /** Whether the column numbers its lines: 1, 2, 3 … */
  boolean isCounting() {
    return counting && last >= 3 && words <= 1;
  }

  /** Whether all it holds looks like codes. */
  boolean isCodeLike() {
    return codes > 0 && codes == numbers + codeTexts && words <= 1 && numberTexts == 0;
  }

  /** Whether all words in it are units of measure. */
  boolean isMeasure() {
    return words > 0 && measures == words && numbers == 0;
  }
}
