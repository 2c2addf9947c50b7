package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Unit;
import java.util.Optional;

/**
 * A cell that is not blank, with its text as a {@link Word}. Most stored numbers print a figure and
 * nothing else: what words may be is not asked of them.
 */
final class SheetCell {
  private final GridCell cell;
  private final boolean figure;
  private Word word;
  private Optional<NumberText> number;
  private String digits;
  private int year;

  /** A cell with a text. */
  SheetCell(GridCell cell, Word word) {
    this.cell = cell;
    this.figure = false;
    this.word = word;
  }

  /** A cell with a stored number. */
  SheetCell(GridCell cell) {
    this.cell = cell;
    this.figure = isFigure(cell.value().text());
  }

  /** Whether a text is made of digits and their signs, so that it is its own normal form. */
  private static boolean isFigure(String text) {
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean own = c >= '0' && c <= '9';
      if (!own && c != '.' && c != ',' && c != '-' && c != '(' && c != ')') {
        return false;
      }
      digit |= own;
    }
    return digit;
  }

  int row() {
    return cell.row();
  }

  int column() {
    return cell.column();
  }

  int indent() {
    return cell.indent();
  }

  CellValue value() {
    return cell.value();
  }

  Word word() {
    if (word == null) {
      word = new Word(cell.value().text());
    }
    return word;
  }

  /** The bits of the hints that its text gives. */
  int hints() {
    return figure ? 0 : word().hints();
  }

  /** As printed, without blanks. */
  String compact() {
    return figure ? cell.value().text() : word().compact();
  }

  /** The form in which labels are compared. */
  String normal() {
    return figure ? cell.value().text() : word().normal();
  }

  /** Without blanks, with digits of ordinary width. */
  String plain() {
    return figure ? cell.value().text() : word().plain();
  }

  /** What it says of the table, where it stands around one. */
  Piece piece() {
    return word().piece();
  }

  /** Whether its text has the form of a table's title. */
  boolean isTitle() {
    return !figure && word().isTitle();
  }

  /** Whether it is a header word of a kind. */
  boolean is(WordKind kind) {
    return !figure && word().is(kind);
  }

  /** Whether it has a trait; a figure may be a year and nothing else. */
  boolean is(Trait trait) {
    return figure ? trait == Trait.YEAR && isYear() : word().is(trait);
  }

  LineRole role() {
    return figure ? LineRole.ITEM : word().role();
  }

  /** Whether a number is stored in it. */
  boolean isStored() {
    return cell.value() instanceof CellValue.Number;
  }

  /** The number it holds, stored or printed as text. */
  Optional<NumberText> number() {
    if (number == null) {
      number =
          cell.value() instanceof CellValue.Number stored
              ? Optional.of(
                  new NumberText(
                      stored, stored.percent() ? Optional.of(Unit.PERCENT) : Optional.empty()))
              : word().number();
    }
    return number;
  }

  /** Its digits as a code; empty where it holds none. */
  String digits() {
    if (digits == null) {
      digits = isStored() ? CodeText.digits(cell.value()) : word().digits();
    }
    return digits;
  }

  boolean isYear() {
    if (!figure) {
      return word().isYear();
    }
    if (year == 0) {
      year = Pieces.isYear(cell.value().text()) ? 1 : -1;
    }
    return year > 0;
  }

  /** Whether it holds a number that is no year. */
  boolean isAmount() {
    return (isStored() || number().isPresent()) && !isYear();
  }
}
