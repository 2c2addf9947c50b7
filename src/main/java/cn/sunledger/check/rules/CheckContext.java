package cn.sunledger.check.rules;

import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Java rule looks at.
 *
 * @param rule its entry
 * @param workbook the workbook under check
 * @param others the other workbooks given
 * @param book the rule book
 */
public record CheckContext(
    ReconciliationRule rule, DisclosureView workbook, List<DisclosureView> others, RuleBook book) {
  /** Copies the list. */
  public CheckContext {
    others = List.copyOf(others);
  }

  /** The tables that the rule's scope names. */
  List<TableView> tables() {
    if (rule.scope().tables().isEmpty() || rule.scope().anyTable()) {
      return workbook.tables();
    }
    List<TableView> tables = new ArrayList<>();
    rule.scope().tables().forEach(title -> tables.addAll(workbook.tables(title)));
    return tables;
  }

  /** The workbook. */
  Disclosure disclosure() {
    return workbook.disclosure();
  }

  /**
   * An option of the entry.
   *
   * @param key its key
   * @param usual what holds where the entry does not give it
   */
  String option(String key, String usual) {
    return rule.scope().options().getOrDefault(key, usual);
  }
}
