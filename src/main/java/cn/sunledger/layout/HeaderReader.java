package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the header of a table by structure: text above numbers, merges, a row of column numbers.
 */
final class HeaderReader {
  private static final int MOST_ROWS = 7;
  private static final Pattern COLUMN_NUMBER =
      Pattern.compile("[(（]?[0-9]{1,3}[)）]?(?:[=＝].*)?|[(（]?[0-9]{1,2}[)）]?栏?");
  private static final Pattern NUMBER_ROW_WORD =
      Pattern.compile("栏次|栏号|栏目|列次|[甲乙丙丁戊己庚辛*]|类|款|项|行次|序号|[A-Z]|-{1,2}|—+|[*＊]+");

  /** What stands in a row of column numbers where a column has none. */
  private static final Pattern STARS = Pattern.compile("[*＊]+|[甲乙丙丁]");

  /** What stands in a label column of a header, as against the label of a line. */
  private static final Pattern HEADER_WORD =
      Pattern.compile(
          "项目.{0,16}|科目|.{0,12}(?:编码|代码|编号)(?:[(（].*)?|.{0,14}名称(?:[(（].*)?|类|款|项|行次|序号|.{0,12}(?:功能|经济)分类.{0,12}|.{0,8}科目.{0,6}"
              + "|.{0,8}(?:预算|决算|执行|金额)数?|栏次|(?:预算|主管)?(?:单位|部门)|年度|年份|.{0,8}类别|内容|.{0,6}指标|名称|代码|编码|摘要|资金来源|支出项目|收入项目|备注|收入|支出");

  static final Pattern LABEL_COLUMN =
      Pattern.compile(
          "(?:收入|支出)?项目(?:[(（].*)?|.{0,14}科目(?:编码|代码|名称)?(?:[(（].*)?|.{0,14}(?:名称|编码|代码|编号)(?:[(（].*)?"
              + "|.{0,10}类别|(?:预算|主管)?(?:单位|部门)|年度|年份|内容|类|款|项|.{0,10}分类|行次|序号|摘要");

  private HeaderReader() {}

  /** Reads the header at the top of the body. */
  static Header read(Area area, List<Integer> body) {
    List<Integer> rows = new ArrayList<>();
    Map<Integer, String> numbers = new HashMap<>();
    Set<Integer> labelColumns = new HashSet<>();
    int next = 0;
    int mergedTo = -1;
    for (; next < body.size() && rows.size() < MOST_ROWS; next++) {
      int r = body.get(next);
      if (isNumberRow(area, r, !rows.isEmpty())) {
        numbers = numbersOf(area, r);
        next++;
        break;
      }
      boolean insideMerge = r <= mergedTo && !hasAmount(area, r);
      if (!insideMerge && !isHeaderRow(area, r, rows.isEmpty(), labelColumns)) {
        break;
      }
      rows.add(r);
      mergedTo = Math.max(mergedTo, mergedTo(area, r, rows.get(0)));
      for (GridCell cell : area.row(r)) {
        if (LABEL_COLUMN.matcher(Labels.compact(cell.value().text())).matches()) {
          labelColumns.add(cell.column());
        }
      }
    }
    List<Integer> lines = new ArrayList<>(body.subList(next, body.size()));
    Map<Integer, List<String>> paths = paths(area, rows);
    lines.removeIf(r -> repeatsHeader(area, r, rows) || isRepeatedNumberRow(area, r));
    return new Header(rows, numbers, paths, lines);
  }

  /** How far down the vertical merges reach that start in the header. */
  private static int mergedTo(Area area, int r, int top) {
    int last = r;
    for (GridCell cell : area.row(r)) {
      Merge merge = area.merge(r, cell.column());
      if (merge != null
          && merge.firstRow() >= top
          && merge.lastRow() - merge.firstRow() < MOST_ROWS) {
        last = Math.max(last, merge.lastRow());
      }
    }
    return last;
  }

  private static boolean hasAmount(Area area, int r) {
    for (GridCell cell : area.row(r)) {
      if (cell.value() instanceof CellValue.Number number
              && !Pieces.isYear(number.shown().toPlainString())
          || cell.value() instanceof CellValue.Text text
              && NumberText.parse(text.text()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeaderRow(Area area, int r, boolean first, Set<Integer> labelColumns) {
    boolean any = false;
    boolean line = false;
    boolean besides = false;
    for (GridCell cell : area.row(r)) {
      String text = Labels.compact(cell.value().text());
      if (text.isEmpty()) {
        continue;
      }
      any = true;
      boolean year = Pieces.isYear(text);
      if (!year
          && (cell.value() instanceof CellValue.Number || NumberText.parse(text).isPresent())) {
        return false;
      }
      if (labelColumns.contains(cell.column())
          || labelColumns.isEmpty() && cell.column() == area.left) {
        boolean headerWord = HEADER_WORD.matcher(text).matches();
        if (!labelColumns.isEmpty() && LineText.enumerator(text) >= 0 && !headerWord) {
          return false;
        }
        line |= !headerWord && (!first || LineText.looksLikeLine(text));
      } else {
        besides = true;
      }
    }
    // a line without amounts has texts in its label columns only, a header row has them over the
    // amounts
    return any && !(line && !besides);
  }

  /** A row of 栏次: 1, 2, 3 … with or without the word, or 1=2+3. */
  static boolean isNumberRow(Area area, int r, boolean behindHeader) {
    boolean word = false;
    boolean stars = false;
    int expected = 0;
    int count = 0;
    for (GridCell cell : area.row(r)) {
      String text = Labels.normal(cell.value().text());
      if (text.isEmpty()) {
        continue;
      }
      if (NUMBER_ROW_WORD.matcher(text).matches()) {
        word |= text.startsWith("栏") || text.startsWith("列");
        stars |= STARS.matcher(text).matches();
        continue;
      }
      if (!COLUMN_NUMBER.matcher(text).matches()) {
        return false;
      }
      int number = Integer.parseInt(text.replaceAll("^[(（]?([0-9]{1,3}).*$", "$1"));
      if (count > 0 && number != expected && !word) {
        return false;
      }
      if (count == 0 && !word && number != 1) {
        return false;
      }
      expected = number + 1;
      count++;
    }
    if (word) {
      return count > 0 || behindHeader;
    }
    return behindHeader && (count >= 3 || stars && count > 0);
  }

  private static boolean isRepeatedNumberRow(Area area, int r) {
    for (GridCell cell : area.row(r)) {
      if (Labels.compact(cell.value().text()).equals("栏次")) {
        return isNumberRow(area, r, true);
      }
    }
    return false;
  }

  private static Map<Integer, String> numbersOf(Area area, int r) {
    Map<Integer, String> numbers = new HashMap<>();
    for (GridCell cell : area.row(r)) {
      String text = Labels.normal(cell.value().text());
      if (COLUMN_NUMBER.matcher(text).matches()) {
        numbers.put(cell.column(), text.replaceAll("[=＝].*$", "").replaceAll("[()（）栏]", ""));
      }
    }
    return numbers;
  }

  private static boolean repeatsHeader(Area area, int r, List<Integer> rows) {
    if (rows.isEmpty()) {
      return false;
    }
    List<String> own = texts(area, r);
    if (own.size() < 2) {
      return false;
    }
    return rows.stream().anyMatch(header -> texts(area, header).equals(own));
  }

  private static List<String> texts(Area area, int r) {
    List<String> texts = new ArrayList<>();
    for (GridCell cell : area.row(r)) {
      texts.add(cell.column() + Labels.compact(cell.value().text()));
    }
    return texts;
  }

  private static Map<Integer, List<String>> paths(Area area, List<Integer> rows) {
    Map<Integer, List<String>> paths = new HashMap<>();
    for (int c = area.left; c <= area.right; c++) {
      List<String> path = new ArrayList<>();
      String last = null;
      Merge lastMerge = null;
      for (int i = 0; i < rows.size(); i++) {
        int r = rows.get(i);
        Merge merge = area.merge(r, c);
        String text = merge != null && merge.equals(lastMerge) ? "" : label(area, rows, i, c);
        if (merge != null) {
          lastMerge = merge;
        }
        if (!text.isEmpty() && !text.equals(last)) {
          path.add(text);
          last = text;
        }
      }
      paths.put(c, path);
    }
    return paths;
  }

  /**
   * The label over a column in one header row; a blank cell takes its left neighbour's where a
   * label stands below.
   */
  private static String label(Area area, List<Integer> rows, int i, int c) {
    int r = rows.get(i);
    String text = area.text(r, c);
    if (!text.isEmpty()) {
      return text;
    }
    if (area.merge(r, c) != null && area.inside(r, c)
        || !textBelow(area, rows, i, c)
        || textAbove(area, rows, i, c)) {
      return "";
    }
    for (int left = c - 1; left >= area.left; left--) {
      Merge merge = area.merge(r, left);
      String neighbour = area.text(r, left);
      if (!neighbour.isEmpty()) {
        boolean group = merge == null && textBelow(area, rows, i, left);
        return group ? neighbour : "";
      }
      if (!textBelow(area, rows, i, left)) {
        // a wholly blank column may stand inside a group, a column whose own label stands above
        // ends it
        if (textAbove(area, rows, i, left)) {
          return "";
        }
      }
    }
    return "";
  }

  private static boolean textBelow(Area area, List<Integer> rows, int i, int c) {
    for (int k = i + 1; k < rows.size(); k++) {
      if (!area.own(rows.get(k), c).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean textAbove(Area area, List<Integer> rows, int i, int c) {
    for (int k = 0; k < i; k++) {
      Merge merge = area.merge(rows.get(k), c);
      boolean vertical = merge == null || merge.firstColumn() == merge.lastColumn();
      if (vertical && !area.own(rows.get(k), c).isEmpty() && !textBelowIsChild(area, rows, k, c)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the label in row k is a group's: its right neighbour is blank there and labelled below.
   */
  private static boolean textBelowIsChild(Area area, List<Integer> rows, int k, int c) {
    return c < area.right
        && area.own(rows.get(k), c + 1).isEmpty()
        && textBelow(area, rows, k, c + 1)
        && textBelow(area, rows, k, c);
  }
}
