package cn.sunledger.compare;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Labels;
import cn.sunledger.model.SourcedAmount;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * 基本支出 by economic classification: 人员经费 and 公用经费, which 公开06 prints by code and budgets print by
 * code (Shenzhen) or by column (Hunan).
 */
final class BasicExpenseReader {
  private static final Section SECTION = Section.BASIC;

  /** 人员经费; items without code stand below it as {@code personnel/基本工资}. */
  static final String PERSONNEL = "personnel";

  /** 公用经费. */
  static final String PUBLIC = "public";

  private static final List<String> PERSONNEL_CLASSES = List.of("301", "303");
  private static final Map<String, String> CLASSES =
      Map.of("工资福利支出", "301", "商品和服务支出", "302", "对个人和家庭的补助", "303", "资本性支出", "310", "其他支出", "399");
  private static final Set<String> SUMS = Set.of("", "合计", "总计", "小计");

  private final Disclosure disclosure;
  private final DocumentKind document;
  private final Ledger ledger;

  BasicExpenseReader(Disclosure disclosure, Ledger ledger) {
    this.disclosure = disclosure;
    this.document = disclosure.document();
    this.ledger = ledger;
  }

  void read() {
    if (document == DocumentKind.DEPARTMENT_BUDGET) {
      view("bud_gpb_expense_econ").ifPresent(this::enterCodes);
      view("bud_gpb_basic").ifPresent(this::enterCodes);
      view("bud_gpb_basic").ifPresent(this::enterColumns);
      view("bud_gpb_expense").ifPresent(this::enterColumns);
      for (DisclosureTable table : disclosure.tables()) {
        if (table.id().filter(id -> isByDepartmentEconomicSubject(id.id())).isPresent()) {
          enterNamed(new TableView(disclosure, table), table.id().orElseThrow().id());
        }
      }
      view("bud_basic_by_fund").ifPresent(this::enterLines);
    } else {
      view("final_06_gpb_basic_econ").ifPresent(this::enterCodes);
    }
    enterSums();
    ledger
        .entry(Section.GENERAL_PUBLIC.key("basic"))
        .ifPresent(basic -> ledger.enter(SECTION, "total", "", "基本支出", 0, basic.amounts()));
  }

  private static boolean isByDepartmentEconomicSubject(String table) {
    return table.startsWith("bud_gpb_basic") && table.contains("dept_econ");
  }

  private Optional<TableView> view(String id) {
    return disclosure.table(id).map(table -> new TableView(disclosure, table));
  }

  private void enterCodes(TableView view) {
    enter(PERSONNEL, "人员经费", view.first(lineOf("personnel_total")));
    enter(PUBLIC, "公用经费", view.first(lineOf("public_total")));
    boolean natures =
        view.table().columns().stream()
            .anyMatch(column -> column.measure().filter("basic_expense"::equals).isPresent());
    Predicate<Fact> wanted =
        fact ->
            natures
                ? TableView.columnMeasure(fact).equals("basic_expense")
                : view.isTotalColumn(fact) || !view.hasTotalColumn();
    view.subjects()
        .forEach(
            (code, lines) ->
                ledger.enter(
                    SECTION,
                    code,
                    code,
                    lines.get(0).bareLabel(),
                    Ledger.level(code),
                    view.amounts(lines, wanted)));
    ledger.enterParents(SECTION);
  }

  /** A 基本支出总表 whose lines are classes and subjects by name (Shenzhen). */
  private void enterLines(TableView view) {
    view.named()
        .forEach(
            (name, line) -> {
              String code = CLASSES.get(Labels.normal(name));
              if (code != null) {
                ledger.enter(
                    SECTION, code, code, name, 1, view.amounts(List.of(line), view::isTotalColumn));
              }
            });
  }

  /** The columns 人员经费 and 公用经费 of a 一般公共预算支出表. */
  private void enterColumns(TableView view) {
    Map<String, String> columns = Map.of("工资福利支出", "301", "对个人和家庭的补助", "303");
    for (Map.Entry<String, String> column : columns.entrySet()) {
      ledger.enter(
          SECTION,
          column.getValue(),
          column.getValue(),
          column.getKey(),
          1,
          view.total(fact -> isUnderBasic(fact, column.getKey())));
    }
    enter(PERSONNEL, "人员经费", view.total(fact -> isUnderBasic(fact, "人员经费")));
    enter(PUBLIC, "公用经费", view.total(fact -> isUnderBasic(fact, "公用经费")));
  }

  private static boolean isUnderBasic(Fact fact, String label) {
    List<String> path = fact.column().path();
    return !path.isEmpty()
        && path.get(path.size() - 1).equals(label)
        && path.stream().noneMatch(part -> part.contains("项目支出"));
  }

  /**
   * Tables with one column per economic subject and no codes: the name is the key, which the
   * comparison resolves against a workbook that prints both.
   */
  private void enterNamed(TableView view, String table) {
    String nature = table.contains("public") ? PUBLIC : PERSONNEL;
    Set<String> seen = new HashSet<>(SUMS);
    for (Fact fact : view.table().facts()) {
      String label = fact.column().label();
      String normal = Labels.normal(label);
      if (seen.add(normal)) {
        ledger.enter(
            SECTION,
            nature + "/" + normal,
            "",
            label,
            2,
            view.total(other -> Labels.normal(other.column().label()).equals(normal)));
      }
    }
  }

  private void enterSums() {
    enter(PERSONNEL, "人员经费", sumOfClasses(true));
    enter(PUBLIC, "公用经费", sumOfClasses(false));
    List<Entry> both =
        ledger.entries(SECTION).stream()
            .filter(entry -> entry.item().equals(PERSONNEL) || entry.item().equals(PUBLIC))
            .toList();
    if (both.size() == 2) {
      enter("total", "基本支出", Ledger.sum(both));
    }
  }

  private Map<Slot, SourcedAmount> sumOfClasses(boolean personnel) {
    List<Entry> classes =
        ledger.entries(SECTION).stream()
            .filter(entry -> entry.level() == 1 && entry.code().length() == 3)
            .filter(entry -> PERSONNEL_CLASSES.contains(entry.code()) == personnel)
            .toList();
    return Ledger.sum(classes);
  }

  private void enter(String item, String label, Map<Slot, SourcedAmount> amounts) {
    ledger.enter(SECTION, item, "", label, item.equals("total") ? 0 : 1, amounts);
  }

  private static Predicate<Fact> lineOf(String measure) {
    return fact -> fact.line().measure().filter(measure::equals).isPresent();
  }
}
