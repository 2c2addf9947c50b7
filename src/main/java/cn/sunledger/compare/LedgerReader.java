package cn.sunledger.compare;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Fund;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.CodeBook;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a workbook's tables, of whatever layout, into a {@link Ledger}. */
final class LedgerReader {
  private static final String RUNNING_COST = "org_running_cost";

  private final Disclosure disclosure;
  private final DocumentKind document;
  private final Ledger ledger;

  /**
   * Over a workbook.
   *
   * @param disclosure the workbook
   * @param codes names of codes that it prints without one
   */
  LedgerReader(Disclosure disclosure, CodeBook codes) {
    this.disclosure = disclosure;
    this.document = disclosure.document();
    this.ledger = new Ledger(names(disclosure), code -> codes.name(code, disclosure.year()));
  }

  private static Map<String, String> names(Disclosure disclosure) {
    Map<String, String> names = new HashMap<>();
    disclosure.tables().stream()
        .flatMap(table -> table.lines().stream())
        .filter(line -> !line.code().isEmpty() && !line.bareLabel().isEmpty())
        .filter(line -> line.role() != LineRole.UNIT)
        .forEach(line -> names.putIfAbsent(line.code(), line.bareLabel()));
    return names;
  }

  /** All figures of the workbook. */
  Ledger read() {
    table("final_01_total", "bud_total").ifPresent(this::enterTotals);
    new IncomeReader(this::table, ledger, document).read();
    table("final_03_expense", "bud_expense").ifPresent(this::enterNatures);
    ledger
        .entry(Section.TOTAL.key("current_expense"))
        .ifPresent(
            total -> ledger.enter(Section.EXPENSE, "total", "", "本年支出合计", 0, total.amounts()));
    Optional<TableView> fiscal = table("final_04_fiscal_total", "bud_fiscal_total");
    fiscal.ifPresent(this::enterFiscal);
    table("final_05_gpb_expense", "bud_gpb_expense").ifPresent(this::enterGeneralPublic);
    fiscal.ifPresent(
        view ->
            enterLine(
                view,
                Section.GENERAL_PUBLIC,
                "total",
                "一般公共预算财政拨款支出",
                "expense_current_year_total",
                isOf(Fund.GENERAL_PUBLIC)));
    new BasicExpenseReader(disclosure, ledger).read();
    table("", "bud_project_by_fund").ifPresent(this::enterProjects);
    table("final_03_expense", "bud_expense").ifPresent(this::enterProcurement);
    table("final_09_three_public", "bud_three_public")
        .or(() -> table("final_statistics", ""))
        .ifPresent(view -> new ThreePublicReader(disclosure, view, ledger).read());
    table("final_07_gov_fund", "bud_gov_fund")
        .ifPresent(view -> enterFund(view, Section.GOVERNMENT_FUND));
    table("final_08_state_capital", "bud_state_capital")
        .ifPresent(view -> enterFund(view, Section.STATE_CAPITAL));
    fiscal.ifPresent(
        view -> enterFundOfFiscal(view, Section.GOVERNMENT_FUND, Fund.GOVERNMENT_MANAGED));
    fiscal.ifPresent(view -> enterFundOfFiscal(view, Section.STATE_CAPITAL, Fund.STATE_CAPITAL));
    disclosure.tables().forEach(table -> enterRunningCost(view(table)));
    return ledger;
  }

  /** 机关运行经费: the sum of a table of its own, or what another table (“三公”经费, 机构运行信息) says of it. */
  private void enterRunningCost(TableView view) {
    Predicate<Fact> wanted = fact -> fact.measure().equals(RUNNING_COST);
    Map<Slot, SourcedAmount> amounts = new EnumMap<>(Slot.class);
    boolean own = view.table().id().filter(id -> id.id().endsWith("org_cost")).isPresent();
    if (!own) {
      amounts.putAll(view.first(wanted));
    }
    amounts.putAll(view.total(wanted));
    ledger.enter(Section.RUNNING_COST, "total", "", "机关运行经费", 0, amounts);
  }

  private Optional<TableView> table(String finalId, String budgetId) {
    return disclosure
        .table(document == DocumentKind.DEPARTMENT_BUDGET ? budgetId : finalId)
        .map(this::view);
  }

  private TableView view(DisclosureTable table) {
    return new TableView(disclosure, table);
  }

  private void enterTotals(TableView view) {
    Map<String, String> items = new LinkedHashMap<>();
    items.put("income_grand_total", "income:收入总计");
    items.put("expense_grand_total", "expense:支出总计");
    items.put("income_current_year_total", "current_income:本年收入合计");
    items.put("expense_current_year_total", "current_expense:本年支出合计");
    items.put("use_nonfiscal_surplus", "use_nonfiscal_surplus:使用非财政拨款结余");
    items.put("carry_in_total", "carry_in:年初结转和结余");
    items.put("surplus_distribution", "surplus_distribution:结余分配");
    items.put("carry_out_total", "carry_out:年末结转和结余");
    enterLines(view, Section.TOTAL, items, fact -> true);
  }

  private void enterFiscal(TableView view) {
    Map<String, String> items = new LinkedHashMap<>();
    items.put("income_grand_total", "income:财政拨款收入总计");
    items.put("expense_grand_total", "expense:财政拨款支出总计");
    items.put("income_current_year_total", "current_income:财政拨款本年收入合计");
    items.put("expense_current_year_total", "current_expense:财政拨款本年支出合计");
    items.put("carry_in_total", "carry_in:年初财政拨款结转和结余");
    items.put("carry_out_total", "carry_out:年末财政拨款结转和结余");
    enterLines(view, Section.FISCAL, items, LedgerReader::isAllFunds);
  }

  private void enterLines(
      TableView view, Section section, Map<String, String> items, Predicate<Fact> column) {
    items.forEach(
        (measure, item) -> {
          String[] parts = item.split(":");
          ledger.enter(
              section,
              parts[0],
              "",
              parts[1],
              0,
              view.first(fact -> TableView.lineMeasure(fact).equals(measure) && column.test(fact)));
        });
  }

  private void enterNatures(TableView view) {
    ledger.enter(Section.EXPENSE, "total", "", "本年支出合计", 0, view.total(view::isTotalColumn));
    for (Fact fact : view.table().facts()) {
      String item = nature(TableView.columnMeasure(fact));
      if (!item.isEmpty() && ledger.entry(Section.EXPENSE.key(item)).isEmpty()) {
        String measure = TableView.columnMeasure(fact);
        ledger.enter(
            Section.EXPENSE,
            item,
            "",
            name(fact),
            1,
            view.total(other -> TableView.columnMeasure(other).equals(measure)));
      }
    }
  }

  private static String nature(String measure) {
    return switch (measure) {
      case "basic_expense" -> "basic";
      case "project_expense" -> "project";
      case "remit_to_superior", "operating_expense", "subsidy_to_affiliated" -> measure;
      default -> "";
    };
  }

  private void enterGeneralPublic(TableView view) {
    Section section = Section.GENERAL_PUBLIC;
    ledger.enter(section, "total", "", "一般公共预算财政拨款支出", 0, view.total(view::isTotalColumn));
    enterNature(view, section, "basic_expense", "basic", "基本支出");
    enterNature(view, section, "project_expense", "project", "项目支出");
    enterSubjects(view, section);
  }

  private void enterNature(
      TableView view, Section section, String measure, String item, String label) {
    ledger.enter(
        section,
        item,
        "",
        label,
        0,
        view.total(fact -> TableView.columnMeasure(fact).equals(measure)));
  }

  private void enterSubjects(TableView view, Section section) {
    view.subjects()
        .forEach(
            (code, lines) ->
                ledger.enter(
                    section,
                    code,
                    code,
                    lines.get(0).bareLabel(),
                    Ledger.level(code),
                    view.amounts(lines, view::isTotalColumn)));
    ledger.enterParents(section);
    List<Entry> classes =
        ledger.entries(section).stream().filter(entry -> entry.level() == 1).toList();
    ledger.enter(section, "total", "", "", 0, Ledger.sum(classes));
  }

  /** 公开07, 公开08: what came in, was spent and stays of one fund. */
  private void enterFund(TableView view, Section section) {
    enterNature(view, section, "carry_in_total", "carry_in", "年初结转和结余");
    enterNature(view, section, "income_current_year_total", "income", "本年收入");
    ledger.enter(section, "total", "", "本年支出", 0, view.total(view::isTotalColumn));
    enterNature(view, section, "basic_expense", "basic", "基本支出");
    enterNature(view, section, "project_expense", "project", "项目支出");
    enterNature(view, section, "carry_out_total", "carry_out", "年末结转和结余");
    enterSubjects(view, section);
  }

  /** What 财政拨款收入支出决算总表 says of one fund, where the fund's own table leaves it open. */
  private void enterFundOfFiscal(TableView view, Section section, Fund fund) {
    enterLine(view, section, "income", "本年收入", "income_" + fund.id(), fact -> true);
    enterLine(view, section, "carry_in", "年初结转和结余", "carry_in_" + fund.id(), fact -> true);
    ledger.enter(section, "carry_in", "", "年初结转和结余", 0, view.first(carryInOf(view, fund)));
    Predicate<Fact> ofFund = isOf(fund);
    enterLine(view, section, "total", "本年支出", "expense_current_year_total", ofFund);
    enterLine(view, section, "carry_out", "年末结转和结余", "carry_out_total", ofFund);
  }

  /** The line of a fund below 年初财政拨款结转和结余, where the same names stand as in 本年收入. */
  private static Predicate<Fact> carryInOf(TableView view, Fund fund) {
    Optional<TableLine> heading =
        view.table().lines().stream()
            .filter(line -> line.measure().filter("carry_in_total"::equals).isPresent())
            .findFirst();
    return fact ->
        heading
            .filter(line -> line.block().equals(fact.line().block()))
            .filter(line -> line.row() < fact.line().row())
            .filter(line -> fact.line().fund().filter(fund::equals).isPresent())
            .isPresent();
  }

  private void enterLine(
      TableView view,
      Section section,
      String item,
      String label,
      String measure,
      Predicate<Fact> column) {
    ledger.enter(
        section,
        item,
        "",
        label,
        0,
        view.first(fact -> TableView.lineMeasure(fact).equals(measure) && column.test(fact)));
  }

  /** 项目支出总表: projects by name, since they have no code. */
  private void enterProjects(TableView view) {
    ledger.enter(Section.PROJECT, "total", "", "项目支出", 0, view.total(view::isTotalColumn));
    view.named()
        .forEach(
            (name, line) ->
                ledger.enter(
                    Section.PROJECT,
                    Labels.normal(name),
                    "",
                    name,
                    1,
                    view.amounts(List.of(line), view::isTotalColumn)));
  }

  /** The columns of a 支出总表 that say what of it is 政府采购 (Shenzhen). */
  private void enterProcurement(TableView view) {
    Map<String, String> items = new LinkedHashMap<>();
    items.put("total", "小计|合计|总计");
    items.put("sme", ".*中小企业.*");
    items.put("micro", ".*(?:小微|小型、微型|小型和微型)企业.*");
    items.forEach(
        (item, label) ->
            ledger.enter(
                Section.PROCUREMENT,
                item,
                "",
                item.equals("total") ? "政府采购" : item.equals("sme") ? "面向中小企业采购" : "面向小微企业采购",
                item.equals("total") ? 0 : 1,
                view.total(
                    fact ->
                        fact.column().path().size() > 1
                            && fact.column().path().get(0).contains("政府采购")
                            && fact.column().label().matches(label))));
  }

  /** What a header calls a column: sums and stages are called after what they are of. */
  static String name(Fact fact) {
    List<String> path = fact.column().path();
    for (int i = path.size() - 1; i >= 0; i--) {
      if (!TableView.isSumOrStage(path.get(i))) {
        return path.get(i);
      }
    }
    return fact.line().bareLabel();
  }

  private static Predicate<Fact> isOf(Fund fund) {
    return fact -> fact.column().fund().filter(fund::equals).isPresent();
  }

  private static boolean isAllFunds(Fact fact) {
    return fact.column()
        .fund()
        .map(fund -> fund == Fund.ALL || fund == Fund.FISCAL_APPROPRIATION)
        .orElse(true);
  }
}
