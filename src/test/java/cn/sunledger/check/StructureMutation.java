package cn.sunledger.check;

import cn.sunledger.check.table.HeadingNames;
import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Errors in what stands around the amounts: rows, codes, years, units. */
final class StructureMutation {
  private StructureMutation() {}

  private static Optional<TableLine> filledItem(DisclosureTable table, Random random) {
    List<TableLine> lines =
        table.lines().stream()
            .filter(line -> line.role() == LineRole.ITEM)
            .filter(line -> alone(table, line))
            .filter(
                line ->
                    table.facts().stream()
                        .anyMatch(fact -> fact.line().equals(line) && Mutation.filled(fact)))
            .toList();
    return Mutation.any(lines, random);
  }

  /** Whether nothing but the line stands in its row: two sides share their rows. */
  private static boolean alone(DisclosureTable table, TableLine line) {
    return table.lines().stream()
        .noneMatch(other -> other.row() == line.row() && !other.equals(line));
  }

  static Optional<Mutant> dropped(WorkbookGrid base, List<DisclosureTable> tables, Random random) {
    DisclosureTable table = Mutation.any(tables, random).orElseThrow();
    return filledItem(table, random)
        .map(
            line -> {
              Map<CellRef, BigDecimal> gone = new HashMap<>();
              for (Fact fact : table.facts()) {
                if (fact.line().equals(line)) {
                  gone.put(fact.cell(), BigDecimal.ZERO);
                }
              }
              String sheet = line.labelCell().sheet();
              Set<CellRef> gap =
                  Set.copyOf(
                      List.of(
                          new CellRef(sheet, Math.max(0, line.row() - 1), 0),
                          new CellRef(sheet, line.row(), 0)));
              Set<String> named = new HashSet<>();
              named.add(line.code().isEmpty() ? line.bareLabel() : line.code());
              return new Mutant(GridEdit.without(base, sheet, line.row()), gap, gone, named);
            });
  }

  static Optional<Mutant> doubled(WorkbookGrid base, List<DisclosureTable> tables, Random random) {
    DisclosureTable table = Mutation.any(tables, random).orElseThrow();
    return filledItem(table, random)
        .map(
            line -> {
              Map<CellRef, BigDecimal> more = new HashMap<>();
              for (Fact fact : table.facts()) {
                if (fact.line().equals(line)) {
                  more.put(fact.cell(), fact.value().add(fact.value()));
                }
              }
              String sheet = line.labelCell().sheet();
              Set<CellRef> culprits = new HashSet<>();
              for (int row : List.of(line.row(), line.row() + 1)) {
                culprits.add(new CellRef(sheet, row, line.labelCell().column()));
                more.keySet().forEach(cell -> culprits.add(new CellRef(sheet, row, cell.column())));
              }
              return new Mutant(
                  GridEdit.doubled(base, sheet, line.row()), culprits, more, Set.of());
            });
  }

  /** One digit of a printed code changes. */
  static Optional<Mutant> code(WorkbookGrid base, List<DisclosureTable> tables, Random random) {
    DisclosureTable table = Mutation.any(tables, random).orElseThrow();
    List<TableLine> lines =
        table.lines().stream()
            .filter(HeadingNames::isHeading)
            .filter(line -> alone(table, line))
            .toList();
    return Mutation.any(lines, random).flatMap(line -> code(base, table, line, random));
  }

  private static Optional<Mutant> code(
      WorkbookGrid base, DisclosureTable table, TableLine line, Random random) {
    SheetGrid sheet = sheet(base, line.labelCell().sheet());
    Optional<GridCell> printed =
        sheet.row(line.row()).stream()
            .filter(cell -> cell.column() <= line.labelCell().column())
            .filter(cell -> cell.value().text().strip().equals(line.code()))
            .findFirst();
    int place = 1 + random.nextInt(line.code().length() - 1);
    char digit = (char) ('0' + random.nextInt(10));
    String code = line.code().substring(0, place) + digit + line.code().substring(place + 1);
    if (printed.isEmpty() || code.equals(line.code())) {
      return Optional.empty();
    }
    CellRef cell = new CellRef(sheet.name(), line.row(), printed.get().column());
    Set<CellRef> culprits = new HashSet<>(Set.of(line.labelCell(), cell));
    Map<CellRef, BigDecimal> gone = new HashMap<>();
    for (Fact fact : table.facts()) {
      if (fact.line().equals(line)) {
        culprits.add(fact.cell());
        gone.put(fact.cell(), BigDecimal.ZERO);
      }
    }
    return Optional.of(new Mutant(GridEdit.text(base, cell, code), culprits, gone, Set.of()));
  }

  private static SheetGrid sheet(WorkbookGrid base, String name) {
    return base.sheets().stream().filter(own -> own.name().equals(name)).findFirst().orElseThrow();
  }

  /** The title says last year. */
  static Optional<Mutant> year(WorkbookGrid base, List<DisclosureTable> tables, Random random) {
    DisclosureTable table = Mutation.any(tables, random).orElseThrow();
    if (table.year().isEmpty() || tables.size() < 3) {
      return Optional.empty();
    }
    String own = table.year().get() + "年";
    return edited(base, table, cell -> cell.row() <= table.titleCell().row() + 2, own, "年")
        .map(
            found ->
                new Mutant(
                    GridEdit.text(
                        base,
                        found.getKey(),
                        found.getValue().replace(own, (table.year().get() - 1) + "年")),
                    Set.copyOf(List.of(found.getKey(), table.titleCell())),
                    Map.of(),
                    Set.of()));
  }

  /** 单位：万元 becomes 单位：元. */
  static Optional<Mutant> unit(WorkbookGrid base, List<DisclosureTable> tables, Random random) {
    DisclosureTable table = Mutation.any(tables, random).orElseThrow();
    Map<CellRef, BigDecimal> values = new HashMap<>();
    for (Fact fact : table.facts()) {
      if (Mutation.filled(fact)) {
        values.put(fact.cell(), fact.value().movePointLeft(4).setScale(fact.value().scale() + 4));
      }
    }
    return edited(base, table, cell -> cell.row() <= table.titleCell().row() + 3, "万元", "单位")
        .map(
            found ->
                new Mutant(
                    GridEdit.text(base, found.getKey(), found.getValue().replace("万元", "元")),
                    Set.copyOf(List.of(found.getKey(), table.titleCell())),
                    values,
                    Set.of()));
  }

  private static Optional<Map.Entry<CellRef, String>> edited(
      WorkbookGrid base,
      DisclosureTable table,
      Predicate<GridCell> where,
      String text,
      String also) {
    SheetGrid sheet = sheet(base, table.titleCell().sheet());
    for (int row = 0; row < sheet.rowCount(); row++) {
      for (GridCell cell : sheet.row(row)) {
        String own = cell.value().text();
        if (where.test(cell) && own.contains(text) && own.contains(also)) {
          return Optional.of(Map.entry(new CellRef(sheet.name(), row, cell.column()), own));
        }
      }
    }
    return Optional.empty();
  }
}
