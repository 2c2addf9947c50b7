package cn.sunledger.narrative;

import cn.sunledger.narrative.Models.AnswerModel;
import cn.sunledger.narrative.Models.CountModel;
import cn.sunledger.narrative.Models.FigureModel;
import cn.sunledger.narrative.Models.ItemModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.Optional;

/** 原因, 问, 问数, 问额: what only a person knows. */
final class AnswerFunctions {
  private final ManualItems manual;
  private final ItemBook book;
  private final AmountFunctions amounts;
  private final Hints hints;
  private final Operations operations;

  AnswerFunctions(
      ManualItems manual,
      ItemBook book,
      AmountFunctions amounts,
      Hints hints,
      Operations operations) {
    this.manual = manual;
    this.book = book;
    this.amounts = amounts;
    this.hints = hints;
    this.operations = operations;
  }

  void addTo(FunctionTable table) {
    table.add("原因", this::reason);
    table.add("问", this::ask);
    table.add("必问", this::askAlways);
    table.add("问数", this::askCount);
    table.add("数合计", AnswerFunctions::sumOfCounts);
    table.add("问额", this::askAmount);
    table.add("构成", this::compose);
  }

  /**
   * 原因(项, "上年" or "预算"[, 叫法[, 沿用的项…]]): the reason for a difference. Where the same difference was
   * explained before, that reason serves again and nothing more is asked.
   */
  private TemplateModel reason(Arguments arguments) throws TemplateModelException {
    Item item = arguments.item(0);
    boolean prior = isPrior(arguments.text(1));
    Ask ask = reasonAsk(item, prior, arguments.textOr(2, item.name()));
    Optional<String> answer = manual.answer(ask.key());
    if (answer.filter(Answers::isNone).isPresent()) {
      return Models.text(manual.textOf(ask.refuse(answer.get(), "不是原因")));
    }
    if (answer.isEmpty()) {
      for (Item before : arguments.itemsFrom(3)) {
        String asked = reasonKey(before, prior);
        if (manual.wasAsked(asked) && sameDifference(item, before, prior)) {
          return Models.text(manual.again(asked));
        }
      }
    }
    return Models.text(manual.textOf(ask));
  }

  private static boolean isPrior(String against) throws TemplateModelException {
    return switch (against) {
      case "上年" -> true;
      case "预算" -> false;
      default -> throw new TemplateModelException("原因() 的第2个参数应是“上年”或“预算”");
    };
  }

  private static String reasonKey(Item item, boolean prior) {
    return "reason/" + item.key() + (prior ? "/prior" : "/budget");
  }

  private Ask reasonAsk(Item item, boolean prior, String called) {
    Hints.Hint hint = prior ? hints.ofChange(item) : hints.ofExecution(item);
    if (prior) {
      return new Ask(
          reasonKey(item, true),
          Ask.REASON,
          called + "比上年" + AmountFunctions.direction(item) + "的原因",
          amounts
              .changeText(item)
              .map(
                  change ->
                      "本年"
                          + amounts.amount(item.current())
                          + "，上年"
                          + amounts.amount(item.prior())
                          + "，"
                          + change)
              .orElse(""),
          hint.note(),
          hint.draft(),
          false);
    }
    String base = item.usesRevised() ? "全年预算" : "年初预算";
    String detail =
        item.current().known() && item.budget().known()
            ? base
                + amounts.amount(item.budget())
                + "，决算"
                + amounts.amount(item.current())
                + amounts.completionText(item).map(rate -> "，完成" + rate).orElse("")
            : "";
    return new Ask(
        reasonKey(item, false),
        Ask.REASON,
        called + "决算数" + AmountFunctions.size(item) + base + "数的原因",
        detail,
        hint.note(),
        hint.draft(),
        false);
  }

  private static boolean sameDifference(Item one, Item other, boolean prior) {
    Figure base = prior ? one.prior() : one.budget();
    Figure otherBase = prior ? other.prior() : other.budget();
    return one.current().known()
        && other.current().known()
        && base.known()
        && otherBase.known()
        && one.current()
                .shown()
                .orElseThrow()
                .minus(base.shown().orElseThrow())
                .value()
                .compareTo(
                    other
                        .current()
                        .shown()
                        .orElseThrow()
                        .minus(otherBase.shown().orElseThrow())
                        .value())
            == 0;
  }

  /** 问(键, 类, 事项): an answer in words. */
  private TemplateModel ask(Arguments arguments) throws TemplateModelException {
    Ask ask = Ask.plain(arguments.text(0), arguments.text(1), arguments.text(2));
    Optional<String> answer = manual.answer(ask.key());
    return new AnswerModel(
        manual.textOf(ask), answer.isPresent(), answer.filter(Answers::isNone).isPresent());
  }

  /** 必问(键, 类, 事项): an answer in words that the sentence cannot do without. */
  private TemplateModel askAlways(Arguments arguments) throws TemplateModelException {
    Ask ask = Ask.plain(arguments.text(0), arguments.text(1), arguments.text(2));
    Optional<String> none = manual.answer(ask.key()).filter(Answers::isNone);
    Ask open = none.map(text -> ask.refuse(text, "不能成句")).orElse(ask);
    boolean given = none.isEmpty() && manual.answer(ask.key()).isPresent();
    return new AnswerModel(manual.textOf(open), given, false);
  }

  /**
   * 问数(键, 事项, 量词[, 项]): a whole number. Where 机构运行信息表 reports it, or an item is given that cost
   * nothing, so that there were none, nobody is asked.
   */
  private TemplateModel askCount(Arguments arguments) throws TemplateModelException {
    Ask ask = Ask.plain(arguments.text(0), "数量", arguments.text(1));
    String word = arguments.text(2);
    Optional<String> answer = manual.answer(ask.key());
    Optional<Integer> count = answer.flatMap(Answers::count);
    if (answer.isEmpty()) {
      Optional<Integer> reported = operations.count(ask.key());
      if (reported.isPresent()) {
        return new CountModel(reported.get() + word, true, reported.get(), word);
      }
      if (arguments.size() > 3 && arguments.figure(3).zero()) {
        return new CountModel("0" + word, true, 0, word);
      }
    }
    if (count.isPresent()) {
      manual.note(ask);
      return new CountModel(count.get() + word, true, count.get(), word);
    }
    Optional<Integer> before = manual.previous(ask.key()).flatMap(Answers::count);
    if (answer.isEmpty() && before.isPresent()) {
      manual.note(ask);
      String check = ManualItems.check("上年所填，请核实");
      return new CountModel(before.get() + check + word, false, before.get(), word);
    }
    Ask open = answer.map(text -> ask.refuse(text, "不是整数")).orElse(ask);
    return new CountModel(manual.textOf(open) + word, false, 0, word);
  }

  /** 数合计(事项, 数…): known once all its parts are. */
  private static TemplateModel sumOfCounts(Arguments arguments) throws TemplateModelException {
    int sum = 0;
    String word = "";
    boolean given = true;
    for (int i = 1; i < arguments.size(); i++) {
      CountModel count = arguments.count(i);
      sum += count.count();
      word = count.measureWord();
      given &= count.given();
    }
    return given
        ? new CountModel(sum + word, true, sum, word)
        : new CountModel(
            ManualItems.blank(arguments.text(0) + "，各项填齐后自动合计") + word, false, 0, word);
  }

  /** 问额(键, 事项[, 参考的项]): an amount. */
  private TemplateModel askAmount(Arguments arguments) throws TemplateModelException {
    Ask ask = Ask.plain(arguments.text(0), "金额", arguments.text(1));
    if (arguments.size() > 2 && arguments.item(2).current().known()) {
      Item item = arguments.item(2);
      ask = ask.with("", "公开表中" + item.name() + "为" + amounts.amount(item.current()));
    }
    Figure figure = book.asked(ask);
    figure.ask().ifPresent(manual::note);
    return new FigureModel(figure);
  }

  /**
   * 构成(键, 叫法, 项, 是否相同): an item that a table says, else people state, whose amounts are those of
   * another item where they are the same thing.
   */
  private TemplateModel compose(Arguments arguments) throws TemplateModelException {
    String key = arguments.text(0);
    Item stated = book.item(key, arguments.text(1));
    Item printed = book.item(key + "/total", arguments.text(1));
    Item like = arguments.item(2);
    boolean same =
        arguments.bool(3)
            && (printed.current().sources().isEmpty()
                || AmountFunctions.equal(printed.current(), like.current()));
    String hint = like.current().known() ? like.name() + "为" + amounts.amount(like.current()) : "";
    return new ItemModel(
        new Item(
            key,
            "",
            stated.name(),
            List.of(),
            printedOr(printed.current(), statedOr(stated.current(), like.current(), same, hint)),
            stated.original(),
            stated.revised(),
            printedOr(printed.prior(), statedOr(stated.prior(), like.prior(), same, "")),
            stated.whole(),
            false,
            like.fresh(),
            false,
            0));
  }

  private static Figure printedOr(Figure printed, Figure otherwise) {
    return printed.sources().isEmpty() ? otherwise : printed;
  }

  private Figure statedOr(Figure stated, Figure like, boolean same, String hint) {
    if (stated.known() || stated.none()) {
      return stated;
    }
    return same && like.known()
        ? like
        : new Figure(
            Optional.empty(), List.of(), stated.ask().map(ask -> ask.with("", hint)), false);
  }
}
