package cn.sunledger.layout;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands around a table.
 *
 * @param title the title as printed, blanks removed; empty where none stands there
 * @param titleCell its cell
 * @param tag 公开01表 …
 * @param unit the declared unit
 * @param unitCell its cell
 * @param unitCode the department's code
 * @param unitName the department's name
 * @param year the year of title or preamble
 * @param continued whether the lines say that an earlier table goes on
 * @param notes notes with their cells
 */
record Preamble(
    String title,
    Optional<CellRef> titleCell,
    String tag,
    Optional<Unit> unit,
    Optional<CellRef> unitCell,
    String unitCode,
    String unitName,
    Optional<Integer> year,
    boolean continued,
    List<Indicator.TextCell> notes) {

  static Preamble read(Region region) {
    Reading reading = new Reading(region.area());
    for (int r : region.preamble()) {
      reading.row(r);
    }
    for (int r : region.notes()) {
      reading.note(r);
    }
    if (reading.unit == null) {
      reading.unitInHeader(region.body());
    }
    if (reading.unitName.isEmpty() && region.isForm()) {
      reading.nameInForm(region);
    }
    return reading.result();
  }

  /** The same with the department that the workbook names, where it names none or no code. */
  Preamble named(WorkbookContext context) {
    boolean same = unitName.isEmpty() || unitName.equals(context.unitName());
    if (!same || !unitCode.isEmpty() && !unitName.isEmpty()) {
      return this;
    }
    return new Preamble(
        title,
        titleCell,
        tag,
        unit,
        unitCell,
        context.unitCode(),
        context.unitName(),
        year,
        continued,
        notes);
  }

  /** What of an earlier table of the same sheet holds for one that prints no title lines itself. */
  Preamble after(Preamble earlier) {
    boolean unnamed = unitName.isEmpty();
    return new Preamble(
        title.isEmpty() ? earlier.title : title,
        title.isEmpty() ? earlier.titleCell : titleCell,
        tag.isEmpty() ? earlier.tag : tag,
        unit.or(earlier::unit),
        unitCell.or(earlier::unitCell),
        unnamed ? earlier.unitCode : unitCode,
        unnamed ? earlier.unitName : unitName,
        year.or(earlier::year),
        continued,
        notes);
  }

  private static final class Reading {
    private static final int HEADER_ROWS = 3;
    private static final int SHORTEST_TITLE = 3;
    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST_NAME = 30;

    private final Area area;
    private final List<Indicator.TextCell> notes = new ArrayList<>();
    private final List<Indicator.TextCell> titles = new ArrayList<>();
    private String tag = "";
    private Unit unit;
    private CellRef unitCell;
    private String unitCode = "";
    private String unitName = "";
    private Integer rowYear;
    private Integer textYear;
    private boolean continued;

    private Reading(Area area) {
      this.area = area;
    }

    private void note(int r) {
      for (SheetCell cell : area.row(r)) {
        String text = cell.compact();
        if (!text.isEmpty()) {
          notes.add(new Indicator.TextCell(area.ref(r, cell.column()), text));
        }
      }
    }

    private void row(int r) {
      List<SheetCell> row = area.row(r);
      if (!row.isEmpty() && row.get(0).word().isNote()) {
        note(r);
        return;
      }
      String word = "";
      for (SheetCell cell : row) {
        String text = cell.plain();
        if (text.isEmpty()) {
          continue;
        }
        CellRef ref = area.ref(r, cell.column());
        Piece piece = cell.piece();
        if (!word.isEmpty() && valueOf(word, text, ref)) {
          word = "";
          continue;
        }
        word = cell.is(Trait.NAME_WORD) || cell.is(Trait.UNIT_WORD) ? text : "";
        piece(piece, ref);
        if (word.isEmpty() && !piece.rest().isEmpty()) {
          text(cell, piece, ref);
        }
      }
    }

    private void piece(Piece piece, CellRef ref) {
      if (unit == null && piece.unit().isPresent()) {
        unit = piece.unit().get();
        unitCell = ref;
      }
      if (unitName.isEmpty() && piece.unitName().filter(name -> !name.isEmpty()).isPresent()) {
        unitName = piece.unitName().get();
      }
      unitCode = unitCode.isEmpty() ? piece.unitCode() : unitCode;
      tag = tag.isEmpty() ? piece.tag() : tag;
      if (rowYear == null) {
        rowYear = piece.year().orElse(null);
      }
      continued |= piece.aside() && Pieces.isContinued(own(ref));
    }

    private String own(CellRef ref) {
      return Pieces.plain(area.value(ref.row(), ref.column()).text());
    }

    private void text(SheetCell cell, Piece piece, CellRef ref) {
      String rest = piece.rest();
      if (textYear == null) {
        textYear = Pieces.year(rest).orElse(null);
      }
      String printed = cell.compact();
      boolean alone = Pieces.plain(printed).equals(rest);
      titles.add(new Indicator.TextCell(ref, alone ? printed : rest));
    }

    /** Takes a text that follows a mere 部门名称 or 金额单位 in the next cell. */
    private boolean valueOf(String word, String text, CellRef ref) {
      Optional<Unit> declared = Pieces.unit(text);
      if (declared.isPresent()) {
        if (unit == null) {
          unit = declared.get();
          unitCell = ref;
        }
        return true;
      }
      if (!Piece.isNameWord(word) || Piece.of(text).isWhole()) {
        return false;
      }
      name(text);
      return true;
    }

    private void name(String text) {
      if (unitName.isEmpty()) {
        String[] parts = Piece.codeAndName(text);
        unitCode = unitCode.isEmpty() ? parts[0] : unitCode;
        unitName = parts[1];
      }
    }

    /** The unit may stand behind the last label of the header. */
    private void unitInHeader(List<Integer> body) {
      for (int i = 0; i < Math.min(HEADER_ROWS, body.size()) && unit == null; i++) {
        for (SheetCell cell : area.row(body.get(i))) {
          Piece piece = cell.piece();
          if (piece.isWhole() && piece.unit().isPresent()) {
            unit = piece.unit().get();
            unitCell = area.ref(body.get(i), cell.column());
          }
        }
      }
    }

    /** A form names its department in a pair of label and value; 部门名称 tells more than 实施单位. */
    private void nameInForm(Region region) {
      int best = FormWords.NAME_LABELS.size() + 1;
      for (int r : region.body()) {
        String label = "";
        for (SheetCell cell : area.row(r)) {
          String text = cell.normal();
          int rank = FormWords.nameRank(label);
          if (rank >= 0 && rank < best && !text.isEmpty()) {
            String[] parts = Piece.codeAndName(cell.plain());
            unitCode = parts[0];
            unitName = parts[1];
            best = rank;
          }
          label = text.replaceAll(":$", "");
        }
      }
    }

    private Preamble result() {
      Indicator.TextCell chosen = title();
      String title = chosen == null ? "" : chosen.text();
      Word word = area.wordOf(title);
      if (unitName.isEmpty() && word.is(Trait.WHOLE_TITLE)) {
        titles.stream().filter(text -> text != chosen).forEach(this::nameAlone);
      }
      continued |= Pieces.endsContinued(word.plain());
      Integer year = word.year().orElse(rowYear == null ? textYear : rowYear);
      return new Preamble(
          title,
          Optional.ofNullable(chosen).map(Indicator.TextCell::cell),
          tag,
          Optional.ofNullable(unit),
          Optional.ofNullable(unitCell),
          unitCode,
          unitName,
          Optional.ofNullable(year),
          continued,
          notes);
    }

    /** The department may stand over its table without a word: 301001某某市信访局本级. */
    private void nameAlone(Indicator.TextCell text) {
      String[] parts = Piece.codeAndName(Pieces.plain(text.text()));
      boolean named = parts[1].length() >= SHORTEST_NAME && parts[1].length() <= LONGEST_NAME;
      if (named && Organisations.isName(Labels.normal(parts[1]))) {
        name(Pieces.plain(text.text()));
      }
    }

    /**
     * The title among the texts: the last that has a title's form and names one table, with its
     * second line; else the first text.
     */
    private Indicator.TextCell title() {
      int best = -1;
      int rank = 0;
      for (int i = 0; i < titles.size(); i++) {
        int own = rank(area.wordOf(titles.get(i).text()));
        if (own > rank || own == rank && own == 3) {
          best = i;
          rank = own;
        }
      }
      if (best < 0) {
        return null;
      }
      Indicator.TextCell title = titles.get(best);
      if (rank == 3 && best + 1 < titles.size() && isSecondLine(titles.get(best + 1).text())) {
        String joined = title.text() + titles.get(best + 1).text();
        return new Indicator.TextCell(title.cell(), joined);
      }
      return title;
    }

    private static int rank(Word text) {
      if (text.is(Trait.WHOLE_TITLE)) {
        return text.is(Trait.COLLECTIVE) ? 2 : 3;
      }
      return text.plain().length() >= SHORTEST_TITLE ? 1 : 0;
    }

    private static boolean isSecondLine(String text) {
      return text.matches("[(（].{2,40}[)）]|[-－—]{1,2}.{2,40}") && !Pieces.isTitle(text);
    }
  }
}
