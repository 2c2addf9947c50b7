package cn.sunledger.model.rule;

import cn.sunledger.model.DocumentKind;
import java.util.List;
import java.util.Map;

/**
 * 适用范围: what a rule runs over.
 *
 * @param tables titles or ids of the tables; empty for a rule over the whole workbook, {@code 任一表}
 *     for one over every table
 * @param documents the kinds of document; empty for all
 * @param block 收入, 支出 …; empty for any
 * @param each what the formulas are evaluated for
 * @param when formulas that must hold, else the rule does not apply
 * @param options what a Java rule wants to know besides
 */
public record RuleScope(
    List<String> tables,
    List<DocumentKind> documents,
    String block,
    Each each,
    List<Formula> when,
    Map<String, String> options) {
  /** The word for every table, named by a layout or not. */
  public static final String ANY_TABLE = "任一表";

  /** Copies the collections. */
  public RuleScope {
    tables = List.copyOf(tables);
    documents = List.copyOf(documents);
    when = List.copyOf(when);
    options = Map.copyOf(options);
  }

  /** Whether the rule runs over every table. */
  public boolean anyTable() {
    return tables.contains(ANY_TABLE);
  }
}
