package cn.sunledger.layout;

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
  private static final Pattern CODE_TEXT = Pattern.compile("[0-9]{2,12}");
  private static final Pattern MARK = Pattern.compile("[-—－–/／*＊×无]+|0+|#.*|不适用|空");
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?:人民币)?(?:元|千元|万元|百万元|亿元)|[%％人个辆台套次批件户家张本只条座项份篇期场名册部]|人次|批次|台套|平方米|平米|公里|小时|天|月|年|百分比");

  int numbers;
  int numberTexts;
  int codes;
  int codeTexts;
  int words;
  int texts;
  int measures;
  int lines;
  final Set<String> distinct = new HashSet<>();
  private boolean counting = true;
  private int last;

  /** Looks at the columns of an area, as far as some hundred lines. */
  static ColumnStats[] of(Area area, List<Integer> lines) {
    ColumnStats[] stats = new ColumnStats[area.right - area.left + 1];
    for (int i = 0; i < stats.length; i++) {
      stats[i] = new ColumnStats();
    }
    for (int r : lines.subList(0, Math.min(SAMPLE, lines.size()))) {
      for (SheetCell cell : area.row(r)) {
        stats[cell.column() - area.left].add(cell);
      }
    }
    return stats;
  }

  private void add(SheetCell cell) {
    String text = cell.normal();
    if (text.isEmpty()) {
      return;
    }
    distinct.add(text);
    boolean code = isCodeLength(text.length()) && CODE_TEXT.matcher(text).matches();
    if (cell.isStored()) {
      numbers++;
      codes += code ? 1 : 0;
      count(cell.number().orElseThrow().number().shown());
      return;
    }
    texts++;
    if (code) {
      codes++;
      codeTexts++;
      count(new BigDecimal(text));
    } else if (cell.number().isPresent()) {
      numberTexts++;
      count(cell.number().get().number().shown());
    } else if (!isMark(text)) {
      words++;
      lines += LineText.looksLikeLine(text) ? 1 : 0;
      measures += text.length() <= LONGEST_MEASURE && MEASURE.matcher(text).matches() ? 1 : 0;
    }
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

  private static boolean isCodeLength(int length) {
    return length == 2 || length == 3 || length == 5 || length == 6 || length == 7 || length == 9;
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
