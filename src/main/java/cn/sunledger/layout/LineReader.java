package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the lines of one block: label, code, level, role, and the unit they belong to. */
final class LineReader {
  /** What stands beside this year's income and expense, however it is enumerated around it. */
  private static final Set<String> BALANCES =
      Set.of("carry_in_total", "carry_out_total", "use_nonfiscal_surplus", "surplus_distribution");

  private static final String DASHES = "-—－–/／*";

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
    Word word = labelColumn < 0 ? Word.NONE : area.word(r, labelColumn);
    String printed = word.printed();
    String code = codes.subject(r, pair);
    if (code.isEmpty()) {
      String[] glued = codes.glued(word.compact());
      if (glued != null) {
        code = glued[0];
        word = area.wordOf(glued[1]);
      }
    }
    if (word.compact().isEmpty() && code.isEmpty()) {
      if (!hasAmount(r)) {
        return null;
      }
      word = area.wordOf(underHeader(r) ? "合计" : labelToTheLeft(r));
    }
    return line(r, code, word, printed, labelColumn);
  }

  private TableLine line(int r, String ownCode, Word text, String printed, int labelColumn) {
    String[] unitAndName = codeAndUnit(r, text.compact(), labelColumn);
    String ownUnit = unitAndName == null ? codes.unit(r) : unitAndName[0];
    Word word = unitAndName == null ? text : area.wordOf(unitAndName[1]);
    String label = word.compact();
    boolean amongUnits = ownCode.isEmpty() && isSubject(ownUnit, word);
    String printedCode = amongUnits ? ownUnit : ownCode;
    String unit = amongUnits ? "" : ownUnit;
    boolean unitRow = isUnitRow(printedCode, unit, word, labelColumn);
    String code =
        unitRow ? unitCodeOf(printedCode, unit) : printedCode.isEmpty() ? unit : printedCode;
    LineRole role = unitRow ? LineRole.UNIT : word.role();
    belongTo(r, role, code, unit, label);
    Meaning.Sense sense = meaning.line(label, block.name(), year, finalAccounts);
    SheetCell cell = labelColumn < 0 ? null : area.cell(r, labelColumn);
    int level = level(unitRow ? "" : printedCode, word, printed, role, sense, cell);
    boolean enumerated = word.enumerator() >= 0;
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

  /** A unit's code and name where both stand in one cell: 101001-某某县信访局; else null. */
  private String[] codeAndUnit(int r, String label, int labelColumn) {
    if (block.unitNames().length == 0) {
      return null;
    }
    String[] parts = Piece.codeAndName(label);
    Merge merge = area.merge(r, labelColumn);
    boolean unit =
        !parts[0].isEmpty()
            && Block.isOneOf(block.unitNames(), merge == null ? labelColumn : merge.firstColumn())
            && Organisations.isName(Labels.normal(parts[1]));
    return unit ? parts : null;
  }

  /** Whether a code in the column of units is a subject's, as where both stand in one column. */
  private static boolean isSubject(String code, Word label) {
    return CodeText.isSubject(code)
        && (CodeText.level(code) > 1 || label.compact().endsWith("支出"))
        && !label.isOrganisation();
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
      String code, Word label, String printed, LineRole role, Meaning.Sense sense, SheetCell cell) {
    boolean enumerated = label.enumerator() >= 0;
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
      if (isLabel(r, c, area.text(r, c))) {
        return c;
      }
    }
    int code = amongCodes(r, pair.codes());
    code = code < 0 ? amongCodes(r, block.unitCodes()) : code;
    if (code >= 0) {
      return code;
    }
    for (int c : block.numbers()) {
      Word word = area.word(r, c);
      if (!word.compact().isEmpty() && word.role() != LineRole.ITEM) {
        return c;
      }
    }
    return -1;
  }

  /** The first column of codes that holds a text instead; -1 where none does. */
  private int amongCodes(int r, int[] columns) {
    for (int c : columns) {
      if (area.digits(r, c).isEmpty() && isLabel(r, c, area.text(r, c))) {
        return c;
      }
    }
    return -1;
  }

  private boolean isLabel(int r, int c, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (DASHES.indexOf(text.charAt(i)) < 0) {
        return !ofHeader(r, c);
      }
    }
    return false;
  }

  /** Whether a merge that begins in the header covers the place. */
  private boolean ofHeader(int r, int c) {
    Merge merge = area.merge(r, c);
    return merge != null && merge.firstRow() < r && merge.firstRow() <= header.bottom();
  }

  /** Whether the row stands inside the header's merges: the total that is printed right there. */
  private boolean underHeader(int r) {
    boolean under = false;
    for (int c : block.labels()) {
      under |= ofHeader(r, c);
    }
    for (int c : block.codes()) {
      under |= ofHeader(r, c);
    }
    return under;
  }

  /** A side without labels of its own takes those on its left, another only that of a sum. */
  private String labelToTheLeft(int r) {
    boolean own = block.labels().length + block.codes().length > 0;
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
            : block.codes().length == 0 ? block.first() : block.codes()[0];
    Merge merge = area.merge(r, c);
    return merge == null ? area.ref(r, c) : area.ref(merge.firstRow(), merge.firstColumn());
  }

  private String number(int r) {
    SheetCell cell = block.numbers().length == 0 ? null : area.cell(r, block.numbers()[0]);
    return cell == null ? "" : cell.digits();
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

  private boolean isUnitRow(String code, String unit, Word label, int labelColumn) {
    if (label.compact().isEmpty() || label.role() != LineRole.ITEM) {
      return false;
    }
    String bare = label.normal();
    boolean ownName = bare.equals(normalUnitName);
    boolean subject = CodeText.isSubject(code) && code.charAt(0) != '1';
    if (subject && !ownName && !code.equals(unitCode)) {
      return false;
    }
    boolean organisation = ownName || label.isOrganisation();
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
            && (Block.isOneOf(block.unitNames(), labelColumn)
                || header.word(labelColumn).is(WordKind.UNITS_ONLY));
    if (!unit.isEmpty()) {
      boolean first = seenUnits.add(unit);
      return unitColumn || organisation && first || ownName;
    }
    boolean said = labelColumn >= 0 && header.word(labelColumn).normal().contains("单位");
    return ownName
        || unitColumn
        || organisation && (said || block.codes().length > 0 && mixesUnits(labelColumn));
  }

  /** Whether a label column says that it holds units and subjects, or units in an outer column. */
  private boolean mixesUnits(int labelColumn) {
    if (labelColumn < 0) {
      return false;
    }
    boolean outer = block.labels().length > 1 && labelColumn < block.labels()[0];
    return outer || block.unitCodes().length > 0;
  }
}
