package cn.sunledger.verify.judge;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fund;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Stage;
import cn.sunledger.model.rule.HeadingCode;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Statement.Place;
import cn.sunledger.verify.read.Subject;
import cn.sunledger.verify.read.Topic;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.Figure.Origin;
import cn.sunledger.verify.table.FigureIndex;
import cn.sunledger.verify.table.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks up the figures of the tables that a subject of the text means. */
public final class Lookup {
  private static final Set<String> EXPENSE =
      Set.of("expense_grand_total", "expense_current_year_total");
  private static final Set<String> INCOME =
      Set.of("income_grand_total", "income_current_year_total");

  private static final Pattern UNIT_NAME =
      Pattern.compile(
          "\\p{IsHan}{2,30}(?:局|委|委员会|办公室|中心|站|所|院|学校|小学|中学|大学|馆|队|管理处|协会|厅|部|园|公司|医院|服务处)(?:\\(.*\\))?");

  private final FigureIndex index;
  private final Reading reading;
  private final ItemFinder items;
  private final boolean finalAccounts;
  private final int year;
  private final Set<String> economicNames;

  /**
   * Over the figures at hand.
   *
   * @param index the figures
   * @param reading the narrative
   * @param headings the national subjects
   */
  public Lookup(FigureIndex index, Reading reading, List<HeadingCode> headings) {
    this.index = index;
    this.reading = reading;
    this.items = new ItemFinder(index);
    Disclosure current = index.sources().current();
    this.finalAccounts = current.document() == DocumentKind.DEPARTMENT_FINAL_ACCOUNTS;
    this.year = current.year().orElse(0);
    this.economicNames =
        headings.stream()
            .filter(heading -> heading.scheme().equals("dept_econ") && heading.level() == 2)
            .map(heading -> Labels.normal(heading.name()))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a name is one of the national subjects of 部门预算支出经济分类. */
  boolean isEconomicName(String name) {
    return economicNames.contains(name);
  }

  /** The year disclosed; 0 where unknown. */
  int year() {
    return year;
  }

  /** Whether the narrative is one of final accounts. */
  boolean isFinalAccounts() {
    return finalAccounts;
  }

  /** The figures. */
  FigureIndex index() {
    return index;
  }

  /** The subjects of the tables. */
  ItemFinder items() {
    return items;
  }

  /** The headings over a place, from outside in. */
  List<String> headings(Place place) {
    return reading.passages().get(place.paragraph()).paragraph().section();
  }

  /**
   * What is meant by a figure.
   *
   * @param stage the stage; empty for the document's own
   * @param year the year; 0 for the document's own
   */
  record Moment(Optional<Stage> stage, int year) {}

  /**
   * The figures that a subject means.
   *
   * @param subject the subject
   * @param place where it stands
   * @param moment stage and year
   */
  Candidates find(Subject subject, Place place, Moment moment) {
    Predicate<Figure> time = time(moment);
    List<Figure> named = named(subject, place).stream().filter(time).toList();
    List<Figure> whole = departmental(named);
    Set<Fund> funds = funds(subject, place.topic());
    List<Figure> ofFund =
        whole.stream()
            .filter(f -> funds.isEmpty() || funds.contains(f.fund()) || isThreePublic(subject))
            .toList();
    List<Figure> sure =
        ofFund.stream()
            .filter(f -> !f.isPerformance() && f.origin() != Origin.OTHER)
            .filter(stageFits(moment, ofFund))
            .filter(f -> !isBasicDetail(f, place))
            .sorted(
                Comparator.comparing(
                    f -> f.measure().endsWith("_grand_total") != subject.isGrand()))
            .toList();
    List<Figure> preferred = mainFunds(ofTopic(sure, place.topic(), subject.isGrand()), funds);
    List<Figure> others = new ArrayList<>(whole);
    others.removeAll(preferred);
    boolean explicit = !subject.funds().isEmpty();
    String doubt = doubt(subject, place, headings(place), index);
    return new Candidates(
        preferred,
        others,
        explicit || place.topic().isStrict() && !place.annex(),
        doubt.isEmpty(),
        doubt);
  }

  /** Where no fund is named, the column of all funds is meant, else the widest that a table has. */
  private static List<Figure> mainFunds(List<Figure> figures, Set<Fund> funds) {
    if (!funds.isEmpty()) {
      return figures;
    }
    boolean wide = figures.stream().anyMatch(f -> width(f) < 3);
    return figures.stream()
        .filter(figure -> !wide || width(figure) < 3)
        .filter(
            figure ->
                figures.stream()
                    .noneMatch(f -> f.table() == figure.table() && width(f) < width(figure)))
        .toList();
  }

  private static int width(Figure figure) {
    return switch (figure.fund()) {
      case ALL -> 0;
      case FISCAL_APPROPRIATION -> 1;
      case GENERAL_PUBLIC -> 2;
      default -> 3;
    };
  }

  /**
   * 会议费 of 基本支出 is but a part of the 会议费 a section on something else speaks of: it can confirm a
   * figure, not refute it.
   */
  private static boolean isBasicDetail(Figure figure, Place place) {
    boolean basic = place.topic() == Topic.GPB_BASIC || place.topic() == Topic.FISCAL_BASIC;
    return !basic
        && figure.measure().equals("basic_expense")
        && figure.item().map(Item::economic).orElse(false);
  }

  private static String doubt(
      Subject subject, Place place, List<String> headings, FigureIndex index) {
    if (isOtherUnit(headings, index)) {
      return "这一节讲的是“" + headings.get(headings.size() - 1) + "”，表中是部门汇总数";
    }
    if (!subject.covered()) {
      return "未能确定“" + subject.text().strip() + "”对应表中的哪一项";
    }
    return place.topic() == Topic.GLOSSARY ? "名词解释中的数不作核对" : "";
  }

  /** A section headed by the name of another unit than the department. */
  private static boolean isOtherUnit(List<String> headings, FigureIndex index) {
    if (headings.isEmpty() || index.names().isEmpty()) {
      return false;
    }
    String heading = Labels.withoutEnumerator(Labels.normal(headings.get(headings.size() - 1)));
    return UNIT_NAME.matcher(heading).matches()
        && index.names().stream()
            .noneMatch(name -> heading.contains(name) || name.contains(heading));
  }

  private static boolean isThreePublic(Subject subject) {
    return subject.measures().stream().anyMatch(m -> m.startsWith("tp_"))
        || subject.measures().contains("org_running_cost")
        || subject.measures().stream().anyMatch(m -> m.startsWith("procurement"));
  }

  /** The funds a figure is of: those named, else those of the section. */
  private static Set<Fund> funds(Subject subject, Topic topic) {
    Set<Fund> funds = new HashSet<>(subject.funds());
    if (funds.isEmpty()) {
      boolean carries = subject.measures().stream().anyMatch(m -> m.startsWith("income_b"));
      return carries ? Set.of() : topic.funds();
    }
    boolean fiscal = funds.contains(Fund.FISCAL_APPROPRIATION);
    if (fiscal && topic.funds().stream().anyMatch(FigureIndex::isFiscal)) {
      funds.addAll(topic.funds());
    }
    return funds;
  }

  private List<Figure> named(Subject subject, Place place) {
    if (subject.isItem()) {
      return ofItems(subject, place);
    }
    Set<String> measures = measures(subject, place.topic());
    return index.where(f -> f.item().isEmpty() && measures.contains(f.measure()));
  }

  private static Set<String> measures(Subject subject, Topic topic) {
    if (!subject.measures().isEmpty() || subject.funds().isEmpty()) {
      return subject.measures();
    }
    Set<String> both = new HashSet<>(EXPENSE);
    both.addAll(INCOME);
    return switch (topic) {
      case INCOME -> INCOME;
      case EXPENSE, GPB, FISCAL_EXPENSE -> EXPENSE;
      default -> both;
    };
  }

  private List<Figure> ofItems(Subject subject, Place place) {
    Set<Item> found = new HashSet<>(items.find(subject, headings(place)).items());
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, List<Figure>> tables = new LinkedHashMap<>();
    for (Figure figure : index.where(f -> f.item().map(found::contains).orElse(false))) {
      tables
          .computeIfAbsent(
              figure.file() + "/" + figure.table().sheet() + "/" + figure.table().titleCell(),
              k -> new ArrayList<>())
          .add(figure);
    }
    List<Figure> chosen = new ArrayList<>();
    for (List<Figure> table : tables.values()) {
      chosen.addAll(bestMeasure(table, subject, place.topic()));
    }
    return chosen;
  }

  /** Of the columns of one line: the one named, else the sum, else what the table is about. */
  private static List<Figure> bestMeasure(List<Figure> table, Subject subject, Topic topic) {
    List<Set<String>> order = new ArrayList<>();
    if (!subject.measures().isEmpty()) {
      order.add(subject.measures());
    } else {
      if (topic == Topic.INCOME) {
        order.add(INCOME);
      }
      if (topic == Topic.GPB_BASIC || topic == Topic.FISCAL_BASIC) {
        order.add(Set.of("basic_expense"));
      }
      order.add(EXPENSE);
      order.add(Set.of("basic_expense"));
      order.add(Set.of("project_expense"));
      order.add(Set.of(""));
    }
    for (Set<String> measures : order) {
      List<Figure> of = table.stream().filter(f -> measures.contains(f.measure())).toList();
      if (!of.isEmpty()) {
        return of;
      }
    }
    return List.of();
  }

  /** The department's own rows where the table has rows of units besides. */
  private List<Figure> departmental(List<Figure> figures) {
    String name = index.sources().current().unitName();
    List<Figure> rest = new ArrayList<>();
    for (Figure figure : figures) {
      boolean several =
          figures.stream()
              .anyMatch(
                  f ->
                      f.table() == figure.table()
                          && f.item().isEmpty() == figure.item().isEmpty()
                          && f.measure().equals(figure.measure())
                          && !f.unitName().equals(figure.unitName()));
      boolean own = figure.unitName().isEmpty() || figure.unitName().equals(name);
      if (!several || own || isTotal(figure)) {
        rest.add(figure);
      }
    }
    return rest.isEmpty() ? figures : rest;
  }

  private static boolean isTotal(Figure figure) {
    return figure.table().lines().stream()
        .anyMatch(
            line ->
                line.row() == figure.cells().get(0).row()
                    && (line.role() == LineRole.TOTAL || line.role() == LineRole.GRAND_TOTAL));
  }

  private Predicate<Figure> time(Moment moment) {
    int wanted = moment.year() == 0 ? year : moment.year();
    Stage own = finalAccounts ? Stage.FINAL : Stage.BUDGET_INITIAL;
    Stage stage = moment.stage().orElse(own);
    boolean budget = FigureIndex.isBudget(stage);
    return figure -> {
      if (figure.stage() == Stage.CHANGE) {
        return false;
      }
      boolean sameYear = wanted == 0 || figure.year() == 0 || figure.year() == wanted;
      return sameYear && FigureIndex.isBudget(figure.stage()) == budget;
    };
  }

  /** 年初预算 against 全年预算: only the one that is named can refute, where both are at hand. */
  private Predicate<Figure> stageFits(Moment moment, List<Figure> all) {
    Stage stage = moment.stage().orElse(Stage.FINAL);
    boolean initial = stage == Stage.BUDGET_INITIAL && finalAccounts;
    boolean any = all.stream().anyMatch(f -> f.stage() == Stage.BUDGET_INITIAL);
    boolean fullYear = stage == Stage.BUDGET_FULL_YEAR && finalAccounts;
    boolean anyFull = all.stream().anyMatch(f -> f.stage() == Stage.BUDGET_FULL_YEAR);
    return figure ->
        !(initial && any && figure.stage() == Stage.BUDGET_FULL_YEAR)
            && !(fullYear && anyFull && figure.stage() == Stage.BUDGET_INITIAL);
  }

  private static List<Figure> ofTopic(List<Figure> figures, Topic topic, boolean grand) {
    boolean elsewhere = grand && (topic == Topic.INCOME || topic == Topic.EXPENSE);
    if (elsewhere && figures.stream().anyMatch(f -> f.measure().endsWith("_grand_total"))) {
      return figures;
    }
    for (String table : topic.tables()) {
      List<Figure> of = figures.stream().filter(f -> f.tableId().startsWith(table)).toList();
      if (!of.isEmpty()) {
        return of;
      }
    }
    return figures;
  }
}
