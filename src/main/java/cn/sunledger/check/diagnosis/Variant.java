package cn.sunledger.check.diagnosis;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workbook as it would be with a row put right, added or taken away. */
final class Variant {
  /** Far below any sheet, so that a supposed row meets no real one. */
  private static final int NOWHERE = 5_000_000;

  private Variant() {}

  /**
   * With another code on a line.
   *
   * @param disclosure the workbook
   * @param table the table
   * @param line its line
   * @param code the supposed code
   */
  static Disclosure recoded(
      Disclosure disclosure, DisclosureTable table, TableLine line, String code) {
    TableLine changed = like(line, line.row(), code, line.label(), line.labelCell());
    List<TableLine> lines =
        table.lines().stream().map(own -> own.equals(line) ? changed : own).toList();
    List<Fact> facts =
        table.facts().stream()
            .map(fact -> fact.line().equals(line) ? fact.on(changed) : fact)
            .toList();
    return replaced(disclosure, table, lines, facts);
  }

  /**
   * Without a line.
   *
   * @param disclosure the workbook
   * @param table the table
   * @param line its line
   */
  static Disclosure without(Disclosure disclosure, DisclosureTable table, TableLine line) {
    return replaced(
        disclosure,
        table,
        table.lines().stream().filter(own -> !own.equals(line)).toList(),
        table.facts().stream().filter(fact -> !fact.line().equals(line)).toList());
  }

  /**
   * With one line more.
   *
   * @param disclosure the workbook
   * @param table the table
   * @param beside the line that the new one follows and resembles
   * @param code the new line's code
   * @param amounts the new line's amounts
   */
  static Disclosure with(
      Disclosure disclosure,
      DisclosureTable table,
      TableLine beside,
      String code,
      Map<TableColumn, BigDecimal> amounts) {
    CellRef label = new CellRef(beside.labelCell().sheet(), NOWHERE, beside.labelCell().column());
    TableLine line = like(beside, NOWHERE, code, "", label);
    List<TableLine> lines = new ArrayList<>(table.lines());
    lines.add(table.lines().indexOf(beside) + 1, line);
    List<Fact> facts = new ArrayList<>(table.facts());
    amounts.forEach(
        (column, value) ->
            facts.add(
                new Fact(
                    new CellRef(label.sheet(), NOWHERE, column.column()),
                    line,
                    column,
                    new CellValue.Number(value, value, false, value.toPlainString()),
                    column.unit(),
                    Optional.empty(),
                    Optional.empty(),
                    "")));
    return replaced(disclosure, table, lines, facts);
  }

  private static TableLine like(
      TableLine line, int row, String code, String label, CellRef labelCell) {
    return new TableLine(
        row,
        line.block(),
        "",
        code,
        label,
        line.level(),
        line.role(),
        line.unitCode(),
        line.unitName(),
        labelCell,
        line.fund(),
        line.stage(),
        line.measure(),
        line.unit());
  }

  private static Disclosure replaced(
      Disclosure disclosure, DisclosureTable table, List<TableLine> lines, List<Fact> facts) {
    DisclosureTable changed =
        new DisclosureTable(
            table.sheet(),
            table.id(),
            table.title(),
            table.titleCell(),
            table.tag(),
            table.document(),
            table.year(),
            table.unit(),
            table.unitCell(),
            table.unitCode(),
            table.unitName(),
            table.fund(),
            lines,
            table.columns(),
            facts,
            table.marks(),
            table.indicators(),
            table.notes(),
            table.texts(),
            table.remarks());
    return new Disclosure(
        disclosure.file(),
        disclosure.document(),
        disclosure.year(),
        disclosure.unitCode(),
        disclosure.unitName(),
        disclosure.tables().stream().map(own -> own == table ? changed : own).toList(),
        disclosure.leftSheets(),
        disclosure.remarks());
  }
}
