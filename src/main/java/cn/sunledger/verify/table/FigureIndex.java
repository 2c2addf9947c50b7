package cn.sunledger.verify.table;

import cn.sunledger.model.Amount;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Fund;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Stage;
import cn.sunledger.model.Term;
import cn.sunledger.model.VerifySources;
import cn.sunledger.verify.table.Figure.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All figures of the workbooks at hand, and the names that stand in their lines. */
public final class FigureIndex {
  private final VerifySources sources;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * Reads the workbooks.
   *
   * @param sources the workbooks
   * @param vocabulary words of headers and labels
   */
  public FigureIndex(VerifySources sources, List<Term> vocabulary) {
    this.sources = sources;
    add(Origin.CURRENT, sources.current(), vocabulary);
    sources.budget().ifPresent(budget -> add(Origin.BUDGET, budget, vocabulary));
    sources.previous().ifPresent(previous -> add(Origin.PREVIOUS, previous, vocabulary));
    sources.others().forEach(other -> add(Origin.OTHER, other, vocabulary));
  }

  private void add(Origin origin, Disclosure disclosure, List<Term> vocabulary) {
    List<Figure> read = new FigureReader(origin, disclosure, vocabulary).read();
    figures.addAll(read);
    figures.addAll(sumsOverUnits(read));
    figures.addAll(parts(read));
    figures.addAll(new HeadingSums(read).of(read));
  }

  /** The workbooks. */
  public VerifySources sources() {
    return sources;
  }

  /** All figures. */
  public List<Figure> all() {
    return figures;
  }

  /**
   * The figures that fulfil a condition.
   *
   * @param condition the condition
   */
  public List<Figure> where(Predicate<Figure> condition) {
    return figures.stream().filter(condition).toList();
  }

  /** Labels of the lines of all tables, in normal form, without totals. */
  public Set<String> labels() {
    Set<String> labels = new LinkedHashSet<>();
    figures.stream()
        .flatMap(figure -> figure.item().stream())
        .filter(item -> !item.label().matches("[\\d.()a-zA-Z%-]*"))
        .forEach(item -> labels.add(item.label()));
    return labels;
  }

  /** The department's name, in full and without the place in front of it. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    Stream.concat(Stream.of(sources.current()), sources.previous().stream())
        .map(Disclosure::unitName)
        .map(Labels::normal)
        .filter(name -> !name.isEmpty())
        .forEach(
            name -> {
              names.add(name);
              String rest = name;
              while (rest.matches(".{1,8}?(?:省|自治区|市|区|县|州|旗).{3,}")) {
                rest = rest.replaceFirst("^.{1,8}?(?:省|自治区|市|区|县|州|旗)", "");
                names.add(rest);
              }
            });
    return names;
  }

  /** One subject in the rows of several units: the department's figure is their sum. */
  private static List<Figure> sumsOverUnits(List<Figure> read) {
    Map<String, List<Figure>> groups = new LinkedHashMap<>();
    for (Figure figure : read) {
      boolean coded = figure.item().map(item -> !item.code().isEmpty()).orElse(false);
      if (coded && !figure.blank() && !figure.unitName().isEmpty()) {
        String key =
            String.join(
                "|",
                figure.table().sheet(),
                figure.item().get().code(),
                figure.measure(),
                figure.fund().id(),
                figure.stage().id(),
                String.valueOf(figure.cells().get(0).column()));
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(figure);
      }
    }
    List<Figure> sums = new ArrayList<>();
    for (List<Figure> group : groups.values()) {
      if (group.stream().map(Figure::unitName).distinct().count() > 1) {
        sum(group, group.get(0).measure(), group.get(0).item()).ifPresent(sums::add);
      }
    }
    return sums;
  }

  /** 人员经费 and 公用经费 out of the economic subjects, where the table prints no such sum. */
  private static List<Figure> parts(List<Figure> read) {
    List<Figure> derived = new ArrayList<>();
    Map<String, List<Figure>> byColumn = new LinkedHashMap<>();
    for (Figure figure : read) {
      if (figure.measure().equals("basic_expense")
          && figure.item().map(item -> item.economic() && item.level() == 1).orElse(false)) {
        String key =
            figure.table().sheet()
                + "|"
                + figure.stage().id()
                + "|"
                + figure.fund().id()
                + "|"
                + figure.year()
                + "|"
                + figure.table().name();
        byColumn.computeIfAbsent(key, k -> new ArrayList<>()).add(figure);
      }
    }
    for (List<Figure> column : byColumn.values()) {
      List<Figure> personnel = column.stream().filter(f -> isPersonnel(f.item().get())).toList();
      List<Figure> rest = column.stream().filter(f -> !isPersonnel(f.item().get())).toList();
      for (Figure part : column) {
        group(part.item().get())
            .flatMap(measure -> sum(List.of(part), measure, Optional.empty()))
            .ifPresent(derived::add);
      }
      sum(personnel, "personnel_total", Optional.empty()).ifPresent(derived::add);
      sum(rest, "public_total", Optional.empty()).ifPresent(derived::add);
    }
    return derived;
  }

  private static Optional<String> group(Item item) {
    String label = item.label();
    return label.startsWith("工资福利")
        ? Optional.of("wage_welfare")
        : label.startsWith("对个人和家庭")
            ? Optional.of("individual_family")
            : label.startsWith("商品和服务") ? Optional.of("goods_services") : Optional.empty();
  }

  private static boolean isPersonnel(Item item) {
    return item.code().startsWith("301")
        || item.code().startsWith("303")
        || item.code().isEmpty()
            && (item.label().startsWith("工资福利") || item.label().startsWith("对个人和家庭"));
  }

  private static Optional<Figure> sum(List<Figure> parts, String measure, Optional<Item> item) {
    return parts.isEmpty() ? Optional.empty() : sum(parts, measure, item, parts.get(0).name());
  }

  /** The sum of figures; empty where they are not in one unit of money. */
  static Optional<Figure> sum(
      List<Figure> parts, String measure, Optional<Item> item, String name) {
    Figure first = parts.get(0);
    BigDecimal shown = BigDecimal.ZERO;
    BigDecimal stored = BigDecimal.ZERO;
    List<CellRef> cells = new ArrayList<>();
    for (Figure part : parts) {
      if (part.amount().unit() != first.amount().unit()) {
        return Optional.empty();
      }
      shown = shown.add(part.amount().value());
      stored = stored.add(part.stored());
      cells.addAll(part.cells());
    }
    return Optional.of(
        new Figure(
            first.origin(),
            first.file(),
            first.table(),
            cells,
            new Amount(shown, first.amount().unit()),
            stored,
            false,
            measure,
            first.fund(),
            first.stage(),
            first.year(),
            item,
            "",
            name));
  }

  /** Whether a stage is one of a budget. */
  public static boolean isBudget(Stage stage) {
    return stage == Stage.BUDGET_INITIAL
        || stage == Stage.BUDGET_FULL_YEAR
        || stage == Stage.PRIOR_BUDGET;
  }

  /** Whether a fund is a kind of 财政拨款. */
  public static boolean isFiscal(Fund fund) {
    return fund == Fund.FISCAL_APPROPRIATION
        || fund == Fund.GENERAL_PUBLIC
        || fund == Fund.GOVERNMENT_MANAGED
        || fund == Fund.STATE_CAPITAL;
  }
}
