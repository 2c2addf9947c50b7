package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the lines of one block: label, code, level, role, and the unit they belong to. */
final class LineReader {
  /** What stands beside this year's income and expense, however it is enumerated around it. */
  private static final Set<String> BALANCES =
      Set.of("carry_in_total", "carry_out_total", "use_nonfiscal_surplus", "surplus_distribution");

  private static final Pattern DASHES = Pattern.compile("[-—－–/／*]*");

  private final Area area;
  private final Block block;
  private final Header header;
  private final Meaning meaning;
  private final Optional<Integer> year;
  private final boolean finalAccounts;
  private final String unitCode;
  private final String unitName;
  private final String normalUnitName;
  private final LineCodes codes;
  private final LineLevels levels = new LineLevels();
  private final CountedLines counts = new CountedLines();
  private final CarriedOver carriedOver = new CarriedOver();
  private final Set<String> seenUnits = new HashSet<>();
  private final Map<String, String> namesByCode = new HashMap<>();
  private boolean nameWithoutCode;
  private String rowUnitCode;
  private String rowUnitName;
  private String topMeasure = "";

  LineReader(
      Area area,
      Block block,
      Header header,
      Meaning meaning,
      Preamble preamble,
      Optional<Integer> year,
      boolean finalAccounts) {
    this.area = area;
    this.block = block;
    this.header = header;
    this.meaning = meaning;
    this.year = year;
    this.finalAccounts = finalAccounts;
    this.unitCode = preamble.unitCode();
    this.unitName = preamble.unitName();
    this.normalUnitName = Labels.normal(unitName);
    this.codes = new LineCodes(area, block, header, unitCode);
    this.rowUnitCode = unitCode;
    this.rowUnitName = unitName;
    this.namesByCode.put(unitCode, unitName);
  }

  /** The line in a row, or null where the block has none there. */
  TableLine read(int r) {
    Block.Pair pair = codes.pair(r);
    int labelColumn = labelColumn(r, pair);
    String label = labelColumn < 0 ? "" : area.text(r, labelColumn);
    String printed = labelColumn < 0 ? "" : area.seen(r, labelColumn).text();
    String code = codes.subject(r, pair);
    if (code.isEmpty()) {
      String[] glued = codes.glued(label);
      if (glued != null) {
        code = glued[0];
        label = glued[1];
      }
    }
    if (label.isEmpty() && code.isEmpty()) {
      if (!hasAmount(r)) {
        return null;
      }
      label = underHeader(r) ? "合计" : labelToTheLeft(r);
    }
    return line(r, code, label, printed, labelColumn);
  }

  private TableLine line(int r, String ownCode, String text, String printed, int labelColumn) {
    String[] named = codeAndUnit(r, text, labelColumn);
    String ownUnit = named[0].isEmpty() ? codes.unit(r) : named[0];
    String label = named[1];
    boolean amongUnits = ownCode.isEmpty() && isSubject(ownUnit, label);
    String printedCode = amongUnits ? ownUnit : ownCode;
    String unit = amongUnits ? "" : ownUnit;
    String code = printedCode;
    boolean unitRow = isUnitRow(code, unit, label, labelColumn);
    code = unitRow ? unitCodeOf(code, unit) : code.isEmpty() ? unit : code;
    LineRole role = unitRow ? LineRole.UNIT : area.wordOf(label).role();
    belongTo(r, role, code, unit, label);
    Meaning.Sense sense = meaning.line(label, block.name(), year, finalAccounts);
    SheetCell cell = labelColumn < 0 ? null : area.cell(r, labelColumn);
    int level = level(unitRow ? "" : printedCode, label, printed, role, sense, cell);
    boolean enumerated = area.wordOf(label).enumerator() >= 0;
    if (printedCode.isEmpty() && carriedOver.covers(sense, role, level, enumerated)) {
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

  /** A unit's name with its code in front, where units are named: 101001-某某县信访局. */
  private String[] codeAndUnit(int r, String label, int labelColumn) {
    String[] parts = Piece.codeAndName(label);
    Merge merge = area.merge(r, labelColumn);
    boolean unit =
        !parts[0].isEmpty()
            && block.unitNames().contains(merge == null ? labelColumn : merge.firstColumn())
            && Organisations.isName(Labels.normal(parts[1]));
    return unit ? parts : new String[] {"", label};
  }

  /** Whether a code in the column of units is a subject's, as where both stand in one column. */
  private static boolean isSubject(String code, String label) {
    boolean named = CodeText.level(code) > 1 || label.endsWith("支出");
    return named && CodeText.isSubject(code) && !Organisations.isName(Labels.normal(label));
  }

  /** The line of a total that is printed inside the header. */
  TableLine sum(int r, String label, CellRef cell) {
    Meaning.Sense sense = meaning.line(label, block.name(), year, finalAccounts);
    return new TableLine(
        r,
        block.name(),
        "",
        "",
        label,
        0,
        LineRole.TOTAL,
        unitCode,
        unitName,
        cell,
        sense.fund(),
        sense.stage(),
        sense.measure(),
        sense.unit());
  }

  /** The line of an indicator, which stands in the row of its project. */
  static TableLine renamed(TableLine project, String label, CellRef cell, Meaning meaning) {
    Meaning.Sense sense = meaning.line(label, project.block(), Optional.empty(), false);
    return new TableLine(
        cell.row(),
        project.block(),
        project.number(),
        "",
        label,
        1,
        LineRole.ITEM,
        project.unitCode(),
        project.unitName(),
        cell,
        sense.fund(),
        sense.stage(),
        sense.measure(),
        sense.unit());
  }

  /** A numeric cell shows a unit's code without its zero. */
  private String unitCodeOf(String code, String unit) {
    if (code.isEmpty()) {
      return unit;
    }
    return code.length() % 3 == 2 ? "0" + code : code;
  }

  /** Keeps up which unit the lines belong to. */
  private void belongTo(int r, LineRole role, String code, String unit, String label) {
    if (role == LineRole.UNIT) {
      nameWithoutCode = code.isEmpty();
      rowUnitCode = code.isEmpty() ? unitCode : code;
      rowUnitName = label;
      namesByCode.putIfAbsent(rowUnitCode, label);
      codes.learn(code);
      return;
    }
    String named = role == LineRole.TOTAL ? "" : nameInColumn(r, label);
    if (!named.isEmpty()) {
      String[] both = Piece.codeAndName(named);
      String own = unit.isEmpty() ? both[0] : unit;
      boolean same = both[1].equals(rowUnitName);
      rowUnitCode = own.isEmpty() ? same ? rowUnitCode : codeOf(both[1]) : own;
      rowUnitName = both[1];
    } else if (role == LineRole.TOTAL && unit.isEmpty() && code.isEmpty()) {
      rowUnitCode = unitCode;
      rowUnitName = unitName;
    } else if (!unit.isEmpty() && !unit.equals(rowUnitCode)) {
      rowUnitCode = unit;
      rowUnitName = nameWithoutCode ? rowUnitName : namesByCode.getOrDefault(unit, "");
      nameWithoutCode = false;
    }
  }

  private String codeOf(String name) {
    return name.equals(unitName) ? unitCode : "";
  }

  /** The unit that a column of units names for the row, where the label is another. */
  private String nameInColumn(int r, String label) {
    for (int c : block.unitNames()) {
      String named = area.text(r, c);
      if (!named.isEmpty() && !named.equals(label) && area.wordOf(named).role() == LineRole.ITEM) {
        return named;
      }
    }
    return "";
  }

  private int level(
      String code,
      String label,
      String printed,
      LineRole role,
      Meaning.Sense sense,
      SheetCell cell) {
    boolean enumerated = area.wordOf(label).enumerator() >= 0;
    boolean sum =
        role == LineRole.TOTAL
            || role == LineRole.GRAND_TOTAL
            || role == LineRole.SUBTOTAL && !enumerated;
    if (sum) {
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
    return levels.of(label, LineLevels.indent(printed) + (cell == null ? 0 : 2 * cell.indent()));
  }

  /** The best label column with a text; -1 where none has one. */
  private int labelColumn(int r, Block.Pair pair) {
    for (int c : pair.labels()) {
      String text = area.text(r, c);
      if (!text.isEmpty() && !DASHES.matcher(text).matches() && !ofHeader(r, c)) {
        return c;
      }
    }
    for (List<Integer> columns : List.of(pair.codes(), block.unitCodes())) {
      for (int c : columns) {
        String text = area.text(r, c);
        if (!text.isEmpty()
            && area.digits(r, c).isEmpty()
            && !DASHES.matcher(text).matches()
            && !ofHeader(r, c)) {
          return c;
        }
      }
    }
    for (int c : block.numbers()) {
      String text = area.text(r, c);
      if (!text.isEmpty() && area.wordOf(text).role() != LineRole.ITEM) {
        return c;
      }
    }
    return -1;
  }

  /** Whether a merge that begins in the header covers the place. */
  private boolean ofHeader(int r, int c) {
    Merge merge = area.merge(r, c);
    return merge != null && merge.firstRow() < r && merge.firstRow() <= header.bottom();
  }

  /** Whether the row stands inside the header's merges: the total that is printed right there. */
  private boolean underHeader(int r) {
    return block.labels().stream().anyMatch(c -> ofHeader(r, c))
        || block.codes().stream().anyMatch(c -> ofHeader(r, c));
  }

  /** A side without labels of its own takes those on its left, another only that of a sum. */
  private String labelToTheLeft(int r) {
    boolean own = !block.labels().isEmpty() || !block.codes().isEmpty();
    for (int c = block.first() - 1; c >= area.left; c--) {
      if (area.isNumber(r, c)) {
        return "";
      }
      String label = area.own(r, c);
      if (!label.isEmpty()) {
        return own && area.wordOf(label).role() == LineRole.ITEM ? "" : label;
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
      SheetCell cell = area.cell(r, c);
      if (cell != null && cell.number().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean isUnitRow(String code, String unit, String label, int labelColumn) {
    if (label.isEmpty() || area.wordOf(label).role() != LineRole.ITEM) {
      return false;
    }
    String bare = Labels.normal(label);
    boolean ownName = bare.equals(normalUnitName);
    boolean subject = CodeText.isSubject(code) && code.charAt(0) != '1';
    if (subject && !ownName && !code.equals(unitCode)) {
      return false;
    }
    boolean organisation = ownName || Organisations.isName(bare);
    if (!code.isEmpty()) {
      boolean likeSubject = CodeText.isSubject(code) && code.charAt(0) != '1';
      boolean padded = code.length() % 3 == 2 && organisation && !bare.endsWith("支出");
      return CodeText.isUnit(code)
          || padded && !likeSubject
          || padded && !unitCode.isEmpty() && ("0" + code).startsWith(unitCode)
          || CodeText.level(code) == 1
              && organisation
              && (ownName || code.equals(unitCode) && !bare.endsWith("支出"));
    }
    boolean unitColumn =
        labelColumn >= 0
            && (block.unitNames().contains(labelColumn)
                || header.word(labelColumn).is(WordKind.UNITS_ONLY));
    if (!unit.isEmpty()) {
      boolean first = seenUnits.add(unit);
      return unitColumn || organisation && first || ownName;
    }
    boolean said = labelColumn >= 0 && header.word(labelColumn).normal().contains("单位");
    return ownName
        || unitColumn
        || organisation && (said || !block.codes().isEmpty() && mixesUnits(labelColumn));
  }

  /** Whether a label column says that it holds units and subjects, or units in an outer column. */
  private boolean mixesUnits(int labelColumn) {
    if (labelColumn < 0) {
      return false;
    }
    boolean outer = block.labels().size() > 1 && labelColumn < block.labels().get(0);
    return outer || !block.unitCodes().isEmpty();
  }
}
