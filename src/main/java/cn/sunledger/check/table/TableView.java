package cn.sunledger.check.table;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A table's amounts by line and column. */
public final class TableView {
  private final DisclosureTable table;
  private final HeadingNames names;
  private final Map<CellRef, Fact> facts = new HashMap<>();
  private final Set<String> blocks = new LinkedHashSet<>();
  private final Map<TableLine, String> codes = new HashMap<>();
  private final int usualDigits;
  private RowTree rows;

  /**
   * Looks at a table.
   *
   * @param table the table
   * @param names the headings' names, by which lines without a code are known
   */
  public TableView(DisclosureTable table, HeadingNames names) {
    this.table = table;
    this.names = names;
    this.usualDigits = usualDigits(table);
    for (Fact fact : table.facts()) {
      facts.put(fact.cell(), fact);
    }
    table.columns().forEach(column -> blocks.add(column.block()));
    names.codesOf(table).forEach(codes::put);
  }

  /** The table. */
  public DisclosureTable table() {
    return table;
  }

  /** The sides of the table; one empty name for a table of one side. */
  public List<String> blocks() {
    return List.copyOf(blocks);
  }

  /** Whether no amount is printed but zeros. */
  public boolean empty() {
    return table.facts().stream().allMatch(fact -> fact.value().signum() == 0);
  }

  /**
   * The lines of a side.
   *
   * @param block the side; empty for a table of one side
   */
  public List<TableLine> lines(String block) {
    return table.lines().stream().filter(line -> line.block().equals(block)).toList();
  }

  /**
   * The columns of a side.
   *
   * @param block the side; empty for a table of one side
   */
  public List<TableColumn> columns(String block) {
    return table.columns().stream().filter(column -> column.block().equals(block)).toList();
  }

  /**
   * The columns of a side by the stage of the year that their headers name, since 预算数 and 决算数 are
   * sums each for itself.
   *
   * @param block the side
   */
  public List<List<TableColumn>> stages(String block) {
    Map<Optional<Stage>, List<TableColumn>> stages =
        columns(block).stream()
            .collect(
                Collectors.groupingBy(TableColumn::stage, LinkedHashMap::new, Collectors.toList()));
    return List.copyOf(stages.values());
  }

  /**
   * A place of the table.
   *
   * @param line its line
   * @param column its column
   */
  public Place place(TableLine line, TableColumn column) {
    CellRef cell = new CellRef(line.labelCell().sheet(), line.row(), column.column());
    return new Place(table, line, column, Optional.ofNullable(facts.get(cell)), usualDigits);
  }

  /** The decimal places that most amounts print; cells of no fixed format drop trailing zeros. */
  private static int usualDigits(DisclosureTable table) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (Fact fact : table.facts()) {
      if (fact.value().signum() != 0 && fact.unit().isMoney()) {
        counts.merge(fact.value().scale(), 1, Integer::sum);
      }
    }
    int usual = 0;
    int most = 0;
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      if (count.getValue() >= most) {
        usual = count.getKey();
        most = count.getValue();
      }
    }
    return usual;
  }

  /**
   * The places of a line, from left to right.
   *
   * @param line the line
   */
  public List<Place> row(TableLine line) {
    return columns(line.block()).stream().map(column -> place(line, column)).toList();
  }

  /**
   * The places of a column, from above to below.
   *
   * @param column the column
   */
  public List<Place> column(TableColumn column) {
    return lines(column.block()).stream().map(line -> place(line, column)).toList();
  }

  /**
   * The place beside a line in the column that corresponds to another side's column, since a grid
   * of several triplets is one list.
   *
   * @param line the line
   * @param ordinal the column's place among the columns of its side
   * @return the place, or empty where the line's side has fewer columns
   */
  public Optional<Place> place(TableLine line, int ordinal) {
    List<TableColumn> columns = columns(line.block());
    return ordinal < columns.size()
        ? Optional.of(place(line, columns.get(ordinal)))
        : Optional.empty();
  }

  /**
   * The code of a line: the printed one, or the one its name stands for.
   *
   * @param line the line
   * @return digits; empty where neither is known
   */
  public String code(TableLine line) {
    return codes.getOrDefault(line, line.role() == LineRole.ITEM ? line.code() : "");
  }

  /** The tree of the rows. */
  public RowTree rows() {
    if (rows == null) {
      rows = new RowTreeBuilder(this).build();
    }
    return rows;
  }

  /** The names of the headings. */
  public HeadingNames names() {
    return names;
  }

  /**
   * The lines that hold any amount.
   *
   * @param block the side
   */
  public List<TableLine> filled(String block) {
    List<TableLine> filled = new ArrayList<>();
    for (TableLine line : lines(block)) {
      if (row(line).stream().anyMatch(place -> !place.blank())) {
        filled.add(line);
      }
    }
    return filled;
  }
}
