package cn.sunledger.narrative;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Rate;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.narrative.Models.FigureModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** 金额, 增减, 完成率, 占比 …: what prints or compares amounts. */
final class AmountFunctions {
  private final Phrases phrases;
  private final ManualItems manual;

  AmountFunctions(Phrases phrases, ManualItems manual) {
    this.phrases = phrases;
    this.manual = manual;
  }

  void addTo(FunctionTable table) {
    table.add("金额", arguments -> Models.text(amount(arguments.figure(0))));
    table.add("增减", arguments -> Models.text(change(arguments.item(0))));
    table.add("增减额", arguments -> Models.text(changeAmount(arguments.item(0))));
    table.add(
        "增减额句",
        arguments -> Models.text(direction(arguments.item(0)) + changeAmount(arguments.item(0))));
    table.add("增减率", arguments -> Models.text(changeRate(arguments.item(0))));
    table.add("增减词", arguments -> Models.text(direction(arguments.item(0))));
    table.add("大小", arguments -> Models.text(size(arguments.item(0))));
    table.add(
        "持平",
        arguments -> Models.bool(equal(arguments.item(0).current(), arguments.item(0).prior())));
    table.add(
        "预算持平",
        arguments -> Models.bool(equal(arguments.item(0).current(), arguments.item(0).budget())));
    table.add("相等", arguments -> Models.bool(equal(arguments.figure(0), arguments.figure(1))));
    table.add("可完成", arguments -> Models.bool(!completion(arguments.item(0)).isEmpty()));
    table.add("完成率", arguments -> Models.text(completion(arguments.item(0))));
    table.add("可占比", arguments -> Models.bool(!share(arguments).isEmpty()));
    table.add("占比", arguments -> Models.text(share(arguments)));
    table.add("已知", arguments -> all(arguments, Figure::known));
    table.add("为零", arguments -> all(arguments, Figure::zero));
    table.add("没有", arguments -> all(arguments, figure -> !figure.known() || figure.zero()));
    table.add("无额", arguments -> all(arguments, figure -> figure.none() || figure.zero()));
    table.add("合计", this::sum);
  }

  private static TemplateModel all(Arguments arguments, Predicate<Figure> condition)
      throws TemplateModelException {
    for (int i = 0; i < arguments.size(); i++) {
      if (!condition.test(arguments.figure(i))) {
        return Models.bool(false);
      }
    }
    return Models.bool(true);
  }

  /** An amount with its unit, zero where people say there is none; the blank where nobody knows. */
  String amount(Figure figure) {
    figure.ask().ifPresent(manual::note);
    if (figure.none()) {
      return phrases.amount(phrases.zero());
    }
    return figure
        .shown()
        .map(phrases::amount)
        .orElseGet(() -> ManualItems.blank(figure.ask().map(Ask::about).orElse("金额")));
  }

  private String change(Item item) {
    if (!comparable(item)) {
      return amount(item.current().known() ? item.prior() : item.current());
    }
    note(item.current(), item.prior());
    return phrases.change(item.current().shown().orElseThrow(), before(item));
  }

  private String changeAmount(Item item) {
    if (!comparable(item)) {
      return amount(item.current().known() ? item.prior() : item.current());
    }
    Amount delta = delta(item);
    return phrases.amount(new Amount(delta.value().abs(), delta.unit()));
  }

  private static boolean comparable(Item item) {
    return item.current().known() && (item.prior().known() || item.fresh());
  }

  /** Last year's amount; nothing where last year's table is known not to have the item. */
  private static Amount before(Item item) {
    Amount current = item.current().shown().orElseThrow();
    return item.prior()
        .shown()
        .orElseGet(
            () -> new Amount(BigDecimal.ZERO.setScale(current.value().scale()), current.unit()));
  }

  private String changeRate(Item item) {
    if (!comparable(item)) {
      return "";
    }
    Amount delta = delta(item);
    Amount size = new Amount(delta.value().abs(), delta.unit());
    return phrases.rate(size, before(item), false);
  }

  private static Amount delta(Item item) {
    return item.current().shown().orElseThrow().minus(before(item));
  }

  /** 增加, 减少 or 持平, from the sign. */
  static String direction(Item item) {
    if (!comparable(item)) {
      return "变动";
    }
    int sign = delta(item).value().signum();
    return sign > 0 ? "增加" : sign < 0 ? "减少" : "持平";
  }

  /** 大于, 小于 or 等于 the budget, from the sign. */
  static String size(Item item) {
    if (item.unplanned() && item.current().known()) {
      return "大于";
    }
    if (!item.budget().known()) {
      return "不同于";
    }
    if (!item.current().known()) {
      return "小于";
    }
    int sign =
        item.current()
            .shown()
            .orElseThrow()
            .minus(item.budget().shown().orElseThrow())
            .value()
            .signum();
    return sign > 0 ? "大于" : sign < 0 ? "小于" : "等于";
  }

  static boolean equal(Figure one, Figure other) {
    return one.known()
        && other.known()
        && one.shown().get().value().compareTo(other.shown().get().value()) == 0;
  }

  private void note(Figure... used) {
    for (Figure figure : used) {
      figure.ask().ifPresent(manual::note);
    }
  }

  private String completion(Item item) {
    if (!item.current().known() || !item.budget().known()) {
      return "";
    }
    note(item.current(), item.budget());
    return phrases.rate(
        item.current().shown().orElseThrow(), item.budget().shown().orElseThrow(), true);
  }

  /**
   * The share of an item in its whole, or of a first amount in a second one; nothing where a part
   * is negative or exceeds its whole, which no reader takes for a share.
   */
  private String share(Arguments arguments) throws TemplateModelException {
    Figure part = arguments.figure(0);
    Figure whole = arguments.size() > 1 ? arguments.figure(1) : arguments.item(0).whole();
    if (!part.known() || !whole.known()) {
      return "";
    }
    note(part, whole);
    BigDecimal value = part.shown().orElseThrow().value();
    boolean within =
        value.signum() >= 0 && value.compareTo(whole.shown().orElseThrow().value()) <= 0;
    return within
        ? phrases.rate(part.shown().orElseThrow(), whole.shown().orElseThrow(), true)
        : "";
  }

  /** 合计(名, 数…): known once all its parts are. */
  private TemplateModel sum(Arguments arguments) throws TemplateModelException {
    Optional<Amount> sum = Optional.empty();
    List<SourcedAmount> sources = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      Figure part = arguments.figure(i);
      if (!part.known() && !part.none()) {
        String about = arguments.text(0) + "，各项填齐后自动合计";
        return new FigureModel(new Figure(Optional.empty(), List.of(), openSum(about), false));
      }
      if (part.known()) {
        Amount amount = part.shown().orElseThrow();
        sum = Optional.of(sum.map(amount::plus).orElse(amount));
        sources.addAll(part.sources());
      }
    }
    return new FigureModel(new Figure(sum, sources, Optional.empty(), sum.isEmpty()));
  }

  private static Optional<Ask> openSum(String about) {
    return Optional.of(Ask.plain("", "金额", about));
  }

  /** The rate of an item's completion, for the notes beside a question. */
  Optional<String> completionText(Item item) {
    return Optional.of(completion(item))
        .filter(text -> !text.isEmpty())
        .filter(
            text ->
                phrases.rate(
                        item.current().shown().orElseThrow(), item.budget().shown().orElseThrow())
                    instanceof Rate.Percent);
  }

  /** The change of an item in words, for the notes beside a question. */
  Optional<String> changeText(Item item) {
    return item.current().known() && item.prior().known()
        ? Optional.of(change(item))
        : Optional.empty();
  }
}
