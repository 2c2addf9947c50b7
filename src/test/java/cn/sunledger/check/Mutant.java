package cn.sunledger.check;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A workbook with one error seeded.
 *
 * @param disclosure the workbook
 * @param culprits the cells that were changed
 * @param changed amounts before and after, for what arithmetic can see
 */
record Mutant(Disclosure disclosure, Set<CellRef> culprits, Map<CellRef, BigDecimal> changed) {

  static Disclosure with(Disclosure base, DisclosureTable old, DisclosureTable changed) {
    List<DisclosureTable> tables = new ArrayList<>();
    base.tables().forEach(table -> tables.add(table == old ? changed : table));
    return new Disclosure(
        base.file(),
        base.document(),
        base.year(),
        base.unitCode(),
        base.unitName(),
        tables,
        base.leftSheets(),
        base.remarks());
  }

  static DisclosureTable with(
      DisclosureTable table, List<TableLine> lines, List<Fact> facts, String title, Integer year) {
    return new DisclosureTable(
        table.sheet(),
        table.id(),
        title,
        table.titleCell(),
        table.tag(),
        table.document(),
        Optional.ofNullable(year),
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
        table.remarks());
  }

  /** The table with some amounts replaced; an amount that is null is taken away. */
  static DisclosureTable with(DisclosureTable table, Map<CellRef, BigDecimal> values) {
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : table.facts()) {
      if (!values.containsKey(fact.cell())) {
        facts.add(fact);
      } else if (values.get(fact.cell()) != null) {
        facts.add(with(fact, values.get(fact.cell())));
      }
    }
    return with(table, table.lines(), facts, table.title(), table.year().orElse(null));
  }

  static Fact with(Fact fact, BigDecimal value) {
    return new Fact(
        fact.cell(),
        fact.line(),
        fact.column(),
        new CellValue.Number(value, value, fact.number().percent(), value.toPlainString()),
        fact.unit(),
        fact.fund(),
        fact.stage(),
        fact.measure());
  }

  /** The table with one line replaced. */
  static DisclosureTable with(DisclosureTable table, TableLine old, UnaryOperator<TableLine> by) {
    TableLine line = by.apply(old);
    List<TableLine> lines =
        table.lines().stream().map(own -> own.equals(old) ? line : own).toList();
    List<Fact> facts =
        table.facts().stream()
            .map(
                fact ->
                    fact.line().equals(old)
                        ? new Fact(
                            fact.cell(),
                            line,
                            fact.column(),
                            fact.number(),
                            fact.unit(),
                            fact.fund(),
                            fact.stage(),
                            fact.measure())
                        : fact)
            .toList();
    return with(table, lines, facts, table.title(), table.year().orElse(null));
  }

  static TableLine coded(TableLine line, String code) {
    return new TableLine(
        line.row(),
        line.block(),
        line.number(),
        code,
        line.label(),
        line.level(),
        line.role(),
        line.unitCode(),
        line.unitName(),
        line.labelCell(),
        line.fund(),
        line.stage(),
        line.measure(),
        line.unit());
  }
}
