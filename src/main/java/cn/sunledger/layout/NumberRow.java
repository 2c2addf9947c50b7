package cn.sunledger.layout;

import cn.sunledger.model.CellValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The row of column numbers under a header: 栏次 1 2 3, 甲 乙 1 2, the mere numbers, or 1=2+3.
 *
 * @param numbers 栏次 by column
 */
record NumberRow(Map<Integer, String> numbers) {
  private static final int ENOUGH = 3;
  private static final int LONGEST_NUMBER = 3;
  private static final Pattern NUMBER =
      Pattern.compile("[(]?第?([0-9]{1,3})栏?[)]?(?:[=＝][0-9+\\-()（）]+)?");
  private static final Pattern STARS = Pattern.compile("[*×]+|[甲乙丙丁]");
  private static final Pattern WORD =
      Pattern.compile("栏次|栏号|栏目|列次|栏|[甲乙丙丁戊己庚辛壬癸]|类|款|项|类款项|类、款、项|行次|序号|[A-Z]|-{1,2}|—+|[*×]+");

  /**
   * Reads a row as column numbers.
   *
   * @param area where
   * @param r the row
   * @param below the rows under it
   * @return the numbers, or null where the row is none of them
   */
  static NumberRow of(Area area, int r, List<Integer> below) {
    boolean named = false;
    boolean stars = false;
    int expected = 1;
    Map<Integer, String> numbers = new HashMap<>();
    for (SheetCell cell : area.row(r)) {
      String text = cell.normal();
      if (text.isEmpty()) {
        continue;
      }
      if (cell.is(Trait.COLUMN_WORD)) {
        named |= text.startsWith("栏") || text.startsWith("列");
        stars |= STARS.matcher(text).matches();
        continue;
      }
      int number = number(text);
      if (number < 0 || !isWhole(cell.value())) {
        return null;
      }
      if (!named && number != expected) {
        return null;
      }
      expected = number + 1;
      numbers.put(cell.column(), String.valueOf(number));
    }
    boolean enough =
        named
            || stars && !numbers.isEmpty()
            || numbers.size() >= ENOUGH
            || !numbers.isEmpty() && heads(area, numbers, below);
    return enough ? new NumberRow(numbers) : null;
  }

  /** Whether a text in normal form may stand among column numbers. */
  static boolean isWord(String normal) {
    return WORD.matcher(normal).matches();
  }

  /** The column number that a text is; -1 where it is none. */
  private static int number(String text) {
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || i == LONGEST_NUMBER) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }

  private static boolean isWhole(CellValue value) {
    return !(value instanceof CellValue.Number number) || number.shown().scale() <= 0;
  }

  /**
   * Whether a short row of numbers heads the amounts below it: the next row of amounts, whose label
   * is no number, has them in these columns alone.
   */
  private static boolean heads(Area area, Map<Integer, String> numbers, List<Integer> below) {
    for (int r : below) {
      if (!HeaderReader.hasAmount(area, r)) {
        continue;
      }
      boolean label = false;
      for (SheetCell cell : area.row(r)) {
        boolean amount =
            cell.value() instanceof CellValue.Number
                || NumberText.parse(cell.value().text()).isPresent();
        label |= !amount;
        if (amount && !numbers.containsKey(cell.column()) && label) {
          return false;
        }
      }
      return label;
    }
    return false;
  }

  /** Whether a row among the lines is one of column numbers that says so. */
  static boolean isMarked(Area area, int r) {
    if (!area.gives(r, Hint.COLUMN_NUMBERS)) {
      return false;
    }
    for (SheetCell cell : area.row(r)) {
      String text = cell.compact();
      if (text.equals("栏次") || text.equals("栏号")) {
        return of(area, r, List.of()) != null;
      }
    }
    return false;
  }
}
