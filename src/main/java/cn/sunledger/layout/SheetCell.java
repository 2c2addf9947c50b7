package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Unit;
import java.util.Optional;

/** A cell that is not blank, with its text as a {@link Word}. */
final class SheetCell {
  private final GridCell cell;
  private final Word word;
  private Optional<NumberText> number;
  private String digits;

  SheetCell(GridCell cell, Word word) {
    this.cell = cell;
    this.word = word;
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
    return word;
  }

  /** As printed, without blanks. */
  String compact() {
    return word.compact();
  }

  /** The form in which labels are compared. */
  String normal() {
    return word.normal();
  }

  /** Without blanks, with digits of ordinary width. */
  String plain() {
    return word.plain();
  }

  /** What it says of the table, where it stands around one. */
  Piece piece() {
    return word.piece();
  }

  /** Whether its text has the form of a table's title. */
  boolean isTitle() {
    return word.isTitle();
  }

  /** Whether it is a header word of a kind. */
  boolean is(WordKind kind) {
    return word.is(kind);
  }

  LineRole role() {
    return word.role();
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
              : word.number();
    }
    return number;
  }

  /** Its digits as a code; empty where it holds none. */
  String digits() {
    if (digits == null) {
      digits = isStored() ? CodeText.digits(cell.value()) : word.digits();
    }
    return digits;
  }

  boolean isYear() {
    return word.isYear();
  }

  /** Whether it holds a number that is no year. */
  boolean isAmount() {
    return number().isPresent() && !isYear();
  }
}
