package cn.sunledger.verify.judge;

import cn.sunledger.model.Labels;
import cn.sunledger.model.Severity;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Statement;
import cn.sunledger.verify.read.Subject;
import cn.sunledger.verify.read.Topic;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.Figure.Origin;
import cn.sunledger.verify.table.Item;
import cn.sunledger.verify.text.Token;
import cn.sunledger.verify.text.Token.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the names of 类, 款, 项 with the tables, and the items of the text with those of the
 * tables.
 */
final class NameJudge {
  private final Lookup lookup;
  private final Ledger ledger;
  private final Reading reading;

  NameJudge(Lookup lookup, Ledger ledger, Reading reading) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.reading = reading;
  }

  /** Judges all names, then whether the list of items is complete. */
  void judge() {
    for (Reading.Passage passage : reading.passages()) {
      if (passage.topic() == Topic.GLOSSARY) {
        continue;
      }
      for (Token token : passage.tokens()) {
        if (token.kind() == Token.Kind.PATH) {
          path(passage, token);
        }
      }
    }
    unmarked();
    missingItems();
  }

  private void path(Reading.Passage passage, Token token) {
    List<Level> path = token.path();
    int at = token.start();
    for (int i = 0; i < path.size(); i++) {
      Level level = path.get(i);
      int start = passage.folded().text().indexOf(level.name(), at);
      if (start < 0) {
        return;
      }
      name(passage, path, i, start);
      at = start + level.name().length();
    }
  }

  private void name(Reading.Passage passage, List<Level> path, int at, int start) {
    Level level = path.get(at);
    String name = Labels.withoutEnumerator(Labels.normal(level.name()));
    Set<String> labels = new HashSet<>();
    Set<String> close = new LinkedHashSet<>();
    for (Item item : lookup.items().all()) {
      boolean same = item.level() == level.level() || item.level() == 0 || item.economic();
      if (same) {
        labels.add(item.label());
        boolean under = at == 0 || isUnder(item, path.get(at - 1));
        if (under && ItemFinder.near(item.label(), name)) {
          close.add(item.label());
        }
      }
    }
    boolean known =
        labels.contains(name)
            || labels.stream().anyMatch(l -> ItemFinder.core(l).equals(ItemFinder.core(name)));
    if (!known && close.size() == 1) {
      String label = close.iterator().next();
      remark(
          "C-04",
          Severity.WARNING,
          passage.index(),
          start,
          start + level.name().length(),
          "科目名称与表中不一致：文中“" + level.name() + "”，表中“" + label + "”",
          level.name(),
          label);
    }
  }

  private static boolean isUnder(Item item, Level above) {
    String name = Labels.normal(above.name());
    return item.path().stream()
        .anyMatch(
            p -> ItemFinder.core(p).equals(ItemFinder.core(name)) || ItemFinder.near(p, name));
  }

  /** 一般公共预算服务支出1717.31万元: a name without marks that is nearly one of the tables. */
  private void unmarked() {
    for (Statement statement : reading.statements()) {
      Subject subject = statement.subject();
      Topic topic = statement.place().topic();
      boolean fits =
          (topic == Topic.GPB || topic == Topic.FISCAL_EXPENSE || topic == Topic.EXPENSE)
              && subject.path().isEmpty()
              && subject.label().isEmpty()
              && statement.whole().isPresent();
      Optional<Mention> level =
          statement.mentions(Role.LEVEL).stream().filter(Mention::isMoney).findFirst();
      if (!fits || level.isEmpty()) {
        continue;
      }
      Reading.Passage passage = reading.passages().get(statement.place().paragraph());
      String phrase =
          passage.folded().text().substring(level.get().from(), level.get().token().start());
      String name =
          Labels.withoutEnumerator(phrase)
              .replaceFirst("(?:本年|科目)?(?:支出)?(?:决算|预算)?数?(?:为|共)?$", "");
      String full = Labels.withoutEnumerator(phrase).replaceFirst("(?:本年支出|科目).*$", "");
      nearClass(passage, level.get(), full.length() >= name.length() ? full : name);
    }
  }

  private void nearClass(Reading.Passage passage, Mention level, String name) {
    for (Item item : lookup.items().all()) {
      boolean near =
          item.level() == 1
              && !item.economic()
              && !item.label().equals(name)
              && name.endsWith("支出") == item.label().endsWith("支出")
              && ItemFinder.near(item.label(), name);
      if (near && hasAmount(item, level)) {
        int start = passage.folded().text().indexOf(name, level.from());
        remark(
            "C-04",
            Severity.WARNING,
            passage.index(),
            Math.max(start, level.from()),
            Math.max(start, level.from()) + name.length(),
            "科目名称与表中不一致：文中“" + name + "”，表中“" + item.label() + "”",
            name,
            item.label());
        return;
      }
    }
  }

  private boolean hasAmount(Item item, Mention level) {
    return lookup.index().where(f -> f.item().map(item::equals).orElse(false)).stream()
        .anyMatch(f -> Closeness.of(level.quantity().amount(), f) == Closeness.EXACT);
  }

  /** Items of the table of 一般公共预算 that the text leaves out, and items that only the text has. */
  private void missingItems() {
    List<Figure> table =
        lookup
            .index()
            .where(
                f ->
                    f.origin() == Origin.CURRENT
                        && (f.tableId().equals("final_05_gpb_expense"))
                        && f.measure().equals("expense_current_year_total")
                        && f.item().map(i -> i.level() == 3 && !i.code().isEmpty()).orElse(false)
                        && f.amount().value().signum() != 0);
    List<Statement> said =
        reading.statements().stream()
            .filter(
                s -> s.place().topic() == Topic.GPB || s.place().topic() == Topic.FISCAL_EXPENSE)
            .filter(s -> !s.place().annex())
            .filter(s -> s.subject().path().stream().anyMatch(l -> l.level() == 3))
            .filter(s -> !s.mentions(Role.LEVEL).isEmpty())
            .toList();
    if (table.isEmpty() || said.size() * 2 < table.size()) {
      return;
    }
    Set<Item> found = new HashSet<>();
    List<Statement> unknown = new ArrayList<>();
    for (Statement statement : said) {
      List<Item> items =
          lookup.items().find(statement.subject(), lookup.headings(statement.place())).items();
      found.addAll(items);
      if (items.isEmpty()) {
        unknown.add(statement);
      }
    }
    List<Figure> missing =
        table.stream()
            .filter(f -> found.stream().noneMatch(i -> i.label().equals(f.item().get().label())))
            .toList();
    unknown.forEach(statement -> onlyInText(statement, missing));
    for (Figure figure : missing) {
      boolean renamed = unknown.stream().anyMatch(s -> hasLevel(s, figure));
      if (!renamed) {
        Statement last = said.get(said.size() - 1);
        remark(
            "N-07",
            Severity.WARNING,
            last.place().paragraph(),
            -1,
            -1,
            "漏列科目："
                + figure.place()
                + "“"
                + figure.item().get().label()
                + "”"
                + figure.amount()
                + "，文中没有说明",
            "",
            figure.item().get().label());
      }
    }
  }

  private static boolean hasLevel(Statement statement, Figure figure) {
    return statement.mentions(Role.LEVEL).stream()
        .filter(Mention::isMoney)
        .anyMatch(m -> Closeness.of(m.quantity().amount(), figure) == Closeness.EXACT);
  }

  private void onlyInText(Statement statement, List<Figure> missing) {
    Optional<Figure> same = missing.stream().filter(f -> hasLevel(statement, f)).findFirst();
    Mention level = statement.mentions(Role.LEVEL).get(0);
    String name = statement.subject().itemName();
    boolean none =
        statement.mentions(Role.LEVEL).stream()
            .allMatch(
                m ->
                    m.quantity().value().compareTo(BigDecimal.ZERO) == 0
                        || m.quantity().unit() == Unit.NONE);
    if (none) {
      return;
    }
    String label = same.map(f -> f.item().get().label()).orElse("");
    remark(
        same.isPresent() ? "C-04" : "N-07",
        Severity.WARNING,
        statement.place().paragraph(),
        -1,
        level.token().end(),
        same.isPresent()
            ? "科目名称与表中不一致：文中“" + name + "”，表中金额相同的是“" + label + "”"
            : "公开05表中没有科目“" + name + "”",
        name,
        label);
  }

  private void remark(
      String rule,
      Severity severity,
      int paragraph,
      int start,
      int end,
      String message,
      String stated,
      String expected) {
    ledger.remark(
        new Ledger.Remark(rule, severity, paragraph, start, end, message, stated, expected));
  }
}
