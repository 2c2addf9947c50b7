package cn.sunledger.check.table;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workbook as the rules see it. */
public final class DisclosureView {
  /** Beijing, Yunnan and Guangxi publish one table of income and expenditure instead of 公开05. */
  private static final Map<String, String> STAND_INS =
      Map.of("一般公共预算财政拨款支出决算表", "一般公共预算财政拨款收入支出决算表");

  private final Disclosure disclosure;
  private final HeadingNames names;
  private final List<TableView> tables = new ArrayList<>();

  /**
   * Looks at a workbook.
   *
   * @param disclosure the workbook
   * @param book the rule book, for the known headings
   */
  public DisclosureView(Disclosure disclosure, RuleBook book) {
    this.disclosure = disclosure;
    this.names = new HeadingNames(disclosure, book.headings());
    for (DisclosureTable table : disclosure.tables()) {
      tables.add(new TableView(table, names));
    }
  }

  /** The workbook. */
  public Disclosure disclosure() {
    return disclosure;
  }

  /** The headings' names. */
  public HeadingNames names() {
    return names;
  }

  /** Its tables, in order. */
  public List<TableView> tables() {
    return List.copyOf(tables);
  }

  /**
   * The tables with a canonical title or id; a workbook of several units has several of each.
   *
   * @param titleOrId such as 收入支出决算总表
   */
  public List<TableView> tables(String titleOrId) {
    List<TableView> found = named(titleOrId);
    return found.isEmpty() && STAND_INS.containsKey(titleOrId)
        ? named(STAND_INS.get(titleOrId))
        : found;
  }

  private List<TableView> named(String titleOrId) {
    return tables.stream().filter(view -> view.table().is(titleOrId)).toList();
  }

  /**
   * The table with a canonical title or id that belongs to the same unit as another table.
   *
   * @param titleOrId such as 收入支出决算总表
   * @param beside the other table
   * @return the table, or empty where the workbook has none for that unit
   */
  public Optional<TableView> table(String titleOrId, DisclosureTable beside) {
    List<TableView> found = tables(titleOrId);
    return found.stream()
        .filter(view -> view.table().unitName().equals(beside.unitName()))
        .findFirst()
        .or(() -> found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty());
  }
}
