package cn.sunledger.check.table;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Map<CellRef, Fact> facts = new HashMap<>();
  private final Map<TableLine, List<TableColumn>> columnsByLine = new HashMap<>();
  private final Set<String> blocks = new LinkedHashSet<>();
  private final Set<CellRef> marks = new HashSet<>();
  private final Set<CellRef> withheld = new HashSet<>();
  private final Map<TableLine, String> codes;
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
    this.usualDigits = usualDigits(table);
    this.codes = names.codesOf(table);
    for (Fact fact : table.facts()) {
      facts.put(fact.cell(), fact);
    }
    table.marks().forEach(mark -> marks.add(mark.cell()));
    table.marks().stream()
        .filter(mark -> Secrecy.withheld(mark.text()))
        .forEach(mark -> withheld.add(mark.cell()));
    table.columns().forEach(column -> blocks.add(column.block()));
    blocks.forEach(block -> new Triplets(this, block).assign(columnsByLine));
  }

  /** The table. */
  public DisclosureTable table() {
    return table;
  }

  /** The sides of the table; one empty name for a table of one side. */
  public List<String> blocks() {
    return List.copyOf(blocks);
  }

  /**
   * The sides that a rule means.
   *
   * @param block 收入 or 支出, of which there may be several; empty for all sides
   */
  public List<String> blocks(String block) {
    return blocks.stream().filter(own -> isBlock(own, block)).toList();
  }

  /**
   * Whether a side is the one that a rule means.
   *
   * @param own the side's name
   * @param block 收入 or 支出; empty for any
   */
  public static boolean isBlock(String own, String block) {
    return block.isEmpty() || own.equals(block) || own.startsWith(block + "/");
  }

  /** Whether no amount is printed but zeros. */
  public boolean empty() {
    return table.facts().stream().allMatch(fact -> fact.value().signum() == 0);
  }

  /**
   * The lines of a side.
   *
   * @param block the side
   */
  public List<TableLine> lines(String block) {
    return table.lines().stream().filter(line -> line.block().equals(block)).toList();
  }

  /**
   * The columns of a side.
   *
   * @param block the side
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
    Map<String, List<TableColumn>> stages =
        columns(block).stream()
            .collect(
                Collectors.groupingBy(StageWords::key, LinkedHashMap::new, Collectors.toList()));
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
    Optional<Fact> fact = Optional.ofNullable(facts.get(cell)).filter(f -> f.line().equals(line));
    return new Place(
        table, line, column, fact, marks.contains(cell), withheld.contains(cell), usualDigits);
  }

  /** How many amounts are printed as **** because they are secret. */
  public int withheld() {
    return withheld.size();
  }

  /**
   * The columns of a line: those of its side, or of its triplet where several stand side by side.
   *
   * @param line the line
   */
  public List<TableColumn> columns(TableLine line) {
    return columnsByLine.getOrDefault(line, columns(line.block()));
  }

  /**
   * The places of a line, from left to right.
   *
   * @param line the line
   */
  public List<Place> row(TableLine line) {
    return columns(line).stream().map(column -> place(line, column)).toList();
  }

  /**
   * The places of a column, from above to below.
   *
   * @param column the column
   */
  public List<Place> column(TableColumn column) {
    return lines(column.block()).stream()
        .filter(line -> columns(line).contains(column))
        .map(line -> place(line, column))
        .toList();
  }

  /**
   * The place of a line in its n-th column, since a grid of several triplets is one list.
   *
   * @param line the line
   * @param ordinal zero-based place among the line's columns
   * @return the place, or empty where the line has fewer columns
   */
  public Optional<Place> place(TableLine line, int ordinal) {
    List<TableColumn> columns = columns(line);
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
}
