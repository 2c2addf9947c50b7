package cn.sunledger.check.rules;

import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.Amount;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Indicator.TextCell;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 绩效自评与决算、等级: what a self-evaluation spends and how it grades itself. */
final class SelfEvaluationRules {
  private static final Pattern GRADE =
      Pattern.compile("(?:.*(?:等级|结论)[:：])?“?([优良中差])(?:秀|好|等)?”?");

  private static final Pattern LABEL = Pattern.compile("等级|档次|评价结论|自评结论|评价结果");

  private static final BigDecimal FULL = new BigDecimal("100");

  private SelfEvaluationRules() {}

  static Map<String, Check> byName() {
    return Map.of(
        "projects_within_accounts", SelfEvaluationRules::spent,
        "grade_of_score", SelfEvaluationRules::grade);
  }

  /** What the projects of a year spent together is part of the accounts' 项目支出. */
  private static void spent(CheckContext context, Outcome outcome) {
    List<Place> amounts = new ArrayList<>();
    for (TableView view : context.tables()) {
      executed(view).ifPresent(amounts::add);
    }
    if (amounts.isEmpty()) {
      return;
    }
    Optional<Place> accounts = projectExpense(context);
    if (accounts.isEmpty()) {
      outcome.notApplicable("没有同一部门、同一年度的支出决算表，未与自评的执行数核对");
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal rounding = inYuan(accounts.get().unit(), half(accounts.get()));
    for (Place amount : amounts) {
      sum = sum.add(inYuan(amount.unit(), amount.value()));
      rounding = rounding.add(inYuan(amount.unit(), half(amount)));
    }
    BigDecimal whole = inYuan(accounts.get().unit(), accounts.get().value());
    if (sum.subtract(whole).compareTo(rounding) <= 0) {
      outcome.passed();
      return;
    }
    List<CellRef> cells = new ArrayList<>(amounts.stream().map(Place::cell).toList());
    cells.add(accounts.get().cell());
    Unit unit = accounts.get().unit();
    outcome.found(
        amounts.get(0).table(),
        cells,
        Map.of(
            "count", String.valueOf(amounts.size()),
            "value",
                new Amount(sum, Unit.YUAN).in(unit).value().stripTrailingZeros().toPlainString(),
            "expected", accounts.get().shown(),
            "unit", unit.label()));
  }

  private static BigDecimal half(Place place) {
    return new BigDecimal("0.5").scaleByPowerOfTen(-place.digits());
  }

  private static BigDecimal inYuan(Unit unit, BigDecimal value) {
    return unit.toYuan(value);
  }

  /** 年度资金总额 × 全年执行数 of one project's form. */
  private static Optional<Place> executed(TableView view) {
    return view.table().facts().stream()
        .filter(fact -> fact.measure().equals("perf_executed") && fact.unit().isMoney())
        .filter(fact -> fact.line().role() == LineRole.ITEM)
        .filter(fact -> fact.line().measure().map("perf_fund_total"::equals).orElse(false))
        .map(fact -> view.place(fact.line(), fact.column()))
        .findFirst();
  }

  private static Optional<Place> projectExpense(CheckContext context) {
    Disclosure own = context.disclosure();
    Stream<DisclosureView> workbooks =
        Stream.concat(
            Stream.of(context.workbook()),
            context.others().stream()
                .filter(other -> other.disclosure().unitName().equals(own.unitName()))
                .filter(other -> other.disclosure().year().equals(own.year())));
    return workbooks
        .flatMap(workbook -> workbook.tables(context.option("accounts", "")).stream())
        .flatMap(SelfEvaluationRules::projectTotal)
        .findFirst();
  }

  private static Stream<Place> projectTotal(TableView view) {
    return view.table().lines().stream()
        .filter(line -> line.role() == LineRole.TOTAL)
        .flatMap(line -> view.row(line).stream())
        .filter(place -> place.column().measure().map("project_expense"::equals).orElse(false))
        .filter(place -> !place.blank())
        .limit(1);
  }

  /** 优 from 90 points, 良 from 80, 中 from 60: a grade that the score beside it does not bear out. */
  private static void grade(CheckContext context, Outcome outcome) {
    Map<String, BigDecimal> least = new LinkedHashMap<>();
    for (String band : context.option("bands", "优=90 良=80 中=60 差=0").split("\\s+")) {
      least.put(band.substring(0, 1), new BigDecimal(band.substring(2)));
    }
    for (TableView view : context.tables()) {
      for (TextCell text : view.table().texts()) {
        Matcher matcher = GRADE.matcher(text.text());
        Optional<Fact> score =
            matcher.matches() && isGrade(view, text) ? score(view, text) : Optional.empty();
        if (score.isEmpty()) {
          continue;
        }
        String expected = gradeOf(score.get().value(), least);
        if (expected.equals(matcher.group(1))) {
          outcome.passed();
        } else {
          outcome.found(
              view.table(),
              List.of(text.cell(), score.get().cell()),
              Map.of(
                  "text", matcher.group(1),
                  "value", score.get().value().toPlainString(),
                  "expected", expected));
        }
      }
    }
  }

  /**
   * 优 may be the result of an indicator; a grade says that it is one, or its label or header does.
   */
  private static boolean isGrade(TableView view, TextCell text) {
    return LABEL.matcher(text.text()).find()
        || view.table().texts().stream()
            .filter(other -> LABEL.matcher(other.text()).find())
            .filter(other -> other.cell().sheet().equals(text.cell().sheet()))
            .anyMatch(
                other ->
                    (other.cell().column() == text.cell().column()
                            && other.cell().row() < text.cell().row()
                            && view.table().indicators().isEmpty())
                        || (other.cell().row() == text.cell().row()
                            && other.cell().column() < text.cell().column()));
  }

  private static String gradeOf(BigDecimal score, Map<String, BigDecimal> least) {
    return least.entrySet().stream()
        .filter(band -> score.compareTo(band.getValue()) >= 0)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** The score of the grade's row; for a form of one project, its 总分. */
  private static Optional<Fact> score(TableView view, TextCell grade) {
    List<Fact> scores =
        view.table().facts().stream()
            .filter(fact -> fact.measure().equals("perf_score"))
            .filter(fact -> fact.value().signum() > 0 && fact.value().compareTo(FULL) <= 0)
            .toList();
    Optional<Fact> beside =
        scores.stream()
            .filter(fact -> fact.cell().row() == grade.cell().row())
            .filter(fact -> fact.line().role() == LineRole.ITEM)
            .filter(fact -> !ofIndicator(view, fact.line()))
            .findFirst();
    return view.table().indicators().isEmpty()
        ? beside
        : scores.stream().filter(fact -> fact.line().role() == LineRole.TOTAL).findFirst();
  }

  private static boolean ofIndicator(TableView view, TableLine line) {
    return view.table().indicators().stream()
        .anyMatch(indicator -> indicator.target().cell().row() == line.row());
  }
}
