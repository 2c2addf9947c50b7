package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the lines of one block: label, code, level, role, and the unit they belong to. */
final class LineReader {
  private static final Pattern ORGANISATION =
      Pattern.compile(
          ".*(?:局|委员会|委|办公室|院|所|中心|学校|小学|中学|大学|学院|幼儿园|厅|处|站|馆|会|队|本级|机关|政府|街道|公司|医院|办|部|团委|法院|检察院|大队|支队|总队|园|校|社|镇|乡|本部)(?:[(（](?:本级|机关|部门|汇总|本部)[)）])?$");

  /** What stands beside this year's income and expense, however it is enumerated around it. */
  private static final Set<String> BALANCES =
      Set.of("carry_in_total", "carry_out_total", "use_nonfiscal_surplus", "surplus_distribution");

  private static final Pattern DASHES = Pattern.compile("[-—－–/／]*");

  private final Area area;
  private final Block block;
  private final LabelColumns columns;
  private final Meaning meaning;
  private final Optional<Integer> year;
  private final boolean finalAccounts;
  private final String unitCode;
  private final String unitName;
  private final LineLevels levels = new LineLevels();
  private final CountedLines counts = new CountedLines();
  private final CarriedOver carriedOver = new CarriedOver();
  private final String[] lastParts = {"", "", ""};
  private String rowUnitCode;
  private String rowUnitName;
  private String topMeasure = "";

  LineReader(
      Area area,
      Block block,
      LabelColumns columns,
      Meaning meaning,
      Preamble preamble,
      Optional<Integer> year,
      boolean finalAccounts) {
    this.area = area;
    this.block = block;
    this.columns = columns;
    this.meaning = meaning;
    this.year = year;
    this.finalAccounts = finalAccounts;
    this.unitCode = preamble.unitCode();
    this.unitName = preamble.unitName();
    this.rowUnitCode = unitCode;
    this.rowUnitName = unitName;
  }

  /** The line in a row, or null where the block has none there. */
  TableLine read(int r) {
    LabelColumns.Pair pair = pair(r);
    int labelColumn = labelColumn(r, pair);
    String label = labelColumn < 0 ? "" : area.text(r, labelColumn);
    String printed = labelColumn < 0 ? "" : area.seen(r, labelColumn).text();
    String code = code(r, pair);
    if (code.isEmpty()) {
      String[] glued = CodeText.glued(label);
      if (glued != null) {
        code = glued[0];
        label = glued[1];
      }
    }
    String unit =
        block.unitCodes().isEmpty() ? "" : CodeText.unit(area.seen(r, block.unitCodes().get(0)));
    boolean unitRow = isUnitRow(code, unit, label, labelColumn);
    if (unitRow && code.isEmpty()) {
      code = unit;
    }
    if (label.isEmpty() && code.isEmpty() && !hasAmount(r)) {
      return null;
    }
    if (label.isEmpty() && code.isEmpty()) {
      label = labelToTheLeft(r);
    }
    LineRole role = unitRow ? LineRole.UNIT : LineText.role(label);
    if (unitRow) {
      rowUnitCode = code.isEmpty() ? unitCode : code;
      rowUnitName = label;
    } else if (role == LineRole.TOTAL && code.isEmpty()) {
      rowUnitCode = unitCode;
      rowUnitName = unitName;
    } else if (!unit.isEmpty() && !unit.equals(rowUnitCode)) {
      rowUnitCode = unit;
      rowUnitName = "";
    }
    Meaning.Sense sense = meaning.line(label, block.name(), year, finalAccounts);
    GridCell cell = labelColumn < 0 ? null : area.cell(r, labelColumn);
    int level = level(code, label, printed, role, sense, cell);
    if (code.isEmpty() && carriedOver.covers(sense, role, level, LineText.enumerator(label) >= 0)) {
      sense = carriedOver.sense(sense);
      level = carriedOver.level(level);
    }
    sense = counts.sense(sense, role, level);
    if (level == 1) {
      topMeasure = sense.measure().orElse("");
    } else if (role == LineRole.SUBTOTAL && topMeasure.equals("tp_total")) {
      sense = new Meaning.Sense(sense.fund(), sense.stage(), Optional.of(topMeasure), sense.unit());
    }
    return new TableLine(
        r,
        block.name(),
        number(r),
        code,
        label,
        level,
        role,
        rowUnitCode,
        rowUnitName,
        labelCell(r, labelColumn),
        sense.fund(),
        sense.stage(),
        sense.measure(),
        sense.unit());
  }

  private int level(
      String code,
      String label,
      String printed,
      LineRole role,
      Meaning.Sense sense,
      GridCell cell) {
    boolean enumerated = LineText.enumerator(label) >= 0;
    boolean sum = role == LineRole.TOTAL || role == LineRole.GRAND_TOTAL;
    if (sum || role == LineRole.SUBTOTAL && !enumerated) {
      levels.sum();
      return 0;
    }
    if (role == LineRole.UNIT) {
      return 0;
    }
    if (CodeText.level(code) > 0) {
      return CodeText.level(code);
    }
    if (role == LineRole.ITEM && !enumerated && BALANCES.contains(sense.measure().orElse(""))) {
      levels.sum();
    }
    return levels.of(label, indent(printed) + (cell == null ? 0 : 2 * cell.indent()));
  }

  private static int indent(String printed) {
    int indent = 0;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (c == '\u3000') {
        indent += 2;
      } else if (c == ' ' || c == '\u00a0' || c == '\t') {
        indent++;
      } else {
        break;
      }
    }
    return indent;
  }

  /**
   * The rightmost label column with a text; labels of outer columns belong to the line only where
   * no inner one does.
   */
  private int labelColumn(int r, LabelColumns.Pair pair) {
    for (int c : columns.ranked(pair)) {
      if (!area.text(r, c).isEmpty()
          && !DASHES.matcher(area.text(r, c)).matches()
          && !sharedFromAbove(r, c)) {
        return c;
      }
    }
    for (int c : pair.codes()) {
      String text = area.text(r, c);
      if (!text.isEmpty()
          && CodeText.digits(area.seen(r, c)).isEmpty()
          && !DASHES.matcher(text).matches()) {
        return c;
      }
    }
    for (int c : block.numbers()) {
      String text = area.text(r, c);
      if (!text.isEmpty() && LineText.role(text) != LineRole.ITEM) {
        return c;
      }
    }
    return -1;
  }

  /**
   * Whether a merge that starts in an earlier row covers the label while an outer place cannot name
   * this line.
   */
  private boolean sharedFromAbove(int r, int c) {
    Merge merge = area.merge(r, c);
    return merge != null
        && merge.firstRow() < r
        && block.labels().size() == 1
        && hasAmount(merge.firstRow());
  }

  private String labelToTheLeft(int r) {
    for (int c = block.first() - 1; c >= area.left; c--) {
      if (area.isNumber(r, c) || NumberText.parse(area.own(r, c)).isPresent()) {
        return "";
      }
      if (!area.own(r, c).isEmpty()) {
        return area.own(r, c);
      }
    }
    return "";
  }

  private CellRef labelCell(int r, int labelColumn) {
    int c =
        labelColumn >= 0
            ? labelColumn
            : block.codes().isEmpty() ? block.first() : block.codes().get(0);
    Merge merge = area.merge(r, c);
    return merge == null ? area.ref(r, c) : area.ref(merge.firstRow(), merge.firstColumn());
  }

  private String number(int r) {
    return block.numbers().isEmpty() ? "" : CodeText.digits(area.value(r, block.numbers().get(0)));
  }

  /** Whether the block holds an amount in the row. */
  private boolean hasAmount(int r) {
    for (int c : block.values()) {
      CellValue value = area.value(r, c);
      if (value instanceof CellValue.Number || NumberText.parse(value.text()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The classification that names the line: the first that prints a code there. */
  private LabelColumns.Pair pair(int r) {
    for (LabelColumns.Pair pair : columns.pairs()) {
      if (columns.pairs().size() == 1
          || pair.codes().stream().anyMatch(c -> !CodeText.digits(area.seen(r, c)).isEmpty())) {
        return pair;
      }
    }
    return new LabelColumns.Pair(block.codes(), block.labels());
  }

  private String code(int r, LabelColumns.Pair pair) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < pair.codes().size(); i++) {
      int c = pair.codes().get(i);
      Merge merge = area.merge(r, c);
      boolean again = merge != null && merge.firstColumn() < c;
      parts.add(again ? "" : CodeText.part(CodeText.digits(area.seen(r, c)), i == 0));
    }
    if (parts.size() < 2) {
      return parts.isEmpty() ? "" : single(parts.get(0), r, pair.codes().get(0));
    }
    String longest =
        parts.stream().max((a, b) -> Integer.compare(a.length(), b.length())).orElse("");
    if (longest.length() >= 5) {
      return longest;
    }
    int deepest = -1;
    for (int i = 0; i < Math.min(3, parts.size()); i++) {
      if (!parts.get(i).isEmpty()) {
        deepest = i;
      }
    }
    if (deepest < 0) {
      return "";
    }
    StringBuilder code = new StringBuilder();
    for (int i = 0; i <= deepest; i++) {
      // a part left blank repeats the one above it
      String part = parts.get(i).isEmpty() ? lastParts[i] : parts.get(i);
      lastParts[i] = part;
      code.append(part);
    }
    return code.toString();
  }

  /** A code in one cell; two digits under a 类 are its 款. */
  private String single(String code, int r, int column) {
    if (CodeText.level(code) > 0) {
      lastParts[0] = code.substring(0, 3);
      return code;
    }
    boolean section = code.length() == 2 && !lastParts[0].isEmpty();
    return section ? lastParts[0] + code : unitPadded(code, r, column);
  }

  private String unitPadded(String code, int r, int column) {
    CellValue value = area.seen(r, column);
    boolean unitLength = code.length() == 2 || code.length() == 8;
    return value instanceof CellValue.Number && unitLength ? CodeText.unit(value) : code;
  }

  private boolean isUnitRow(String code, String unit, String label, int labelColumn) {
    if (LineText.role(label) != LineRole.ITEM) {
      return false;
    }
    String bare = Labels.normal(label);
    if (!unit.isEmpty() && code.isEmpty()) {
      return true;
    }
    if (!code.isEmpty()) {
      return CodeText.isUnit(code)
          || CodeText.level(code) == 1
              && !bare.isEmpty()
              && (bare.equals(Labels.normal(unitName))
                  || code.equals(unitCode) && !bare.endsWith("支出"))
              && ORGANISATION.matcher(bare).matches();
    }
    boolean own = !bare.isEmpty() && bare.equals(Labels.normal(unitName));
    boolean named = labelColumn >= 0 && columns.namesUnits(labelColumn);
    boolean outer =
        !block.codes().isEmpty()
            && block.labels().size() > 1
            && labelColumn >= 0
            && labelColumn < block.labels().get(block.labels().size() - 1);
    return own || (outer || named) && ORGANISATION.matcher(bare).matches();
  }
}
