package cn.sunledger.verify.lint;

import cn.sunledger.model.Labels;
import cn.sunledger.model.Severity;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Topic;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.FigureIndex;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said in one section held against what another section or a table says of something wider:
 * 预留 and 采购总额, 保有量 and 车辆总数, 会议费 and its part in 基本支出, the number of units and their list.
 */
final class CrossLint {
  private static final Pattern UNITS =
      Pattern.compile(
          "纳入[^。;]{0,40}?(?:编制|公开|汇总|决算|预算)[^。;]{0,10}?范围的[^。;\\d]{0,16}?(?:单位|部门)[^。;\\d]{0,8}?(?:共|有|包括|为)?(\\d{1,3})(?:个|家)");
  private static final Pattern LISTED =
      Pattern.compile("^(?:\\d{1,3}[.、](?!\\d)|\\(\\d{1,3}\\))\\p{IsHan}");

  private final FigureIndex index;
  private final int year;

  CrossLint(FigureIndex index, int year) {
    this.index = index;
    this.year = year;
  }

  void find(Reading reading, Ledger ledger) {
    reserved(reading, ledger);
    vehicles(reading, ledger);
    basicPart(reading, "meeting_cost", "会议费", ledger);
    basicPart(reading, "training_cost", "培训费", ledger);
    units(reading, ledger);
  }

  /** 面向中小企业预留 is a part of all procurement, and what small ones get a part of it. */
  private void reserved(Reading reading, Ledger ledger) {
    Optional<Mention> whole = level(reading, "procurement_total", Topic.PROCUREMENT);
    Optional<Mention> small = level(reading, "procurement_reserved_sme", Topic.PROCUREMENT);
    Optional<Mention> micro = level(reading, "procurement_reserved_micro", Topic.PROCUREMENT);
    more(small, whole, "N-18", "面向中小企业预留的金额大于政府采购总额", ledger);
    more(micro, small, "N-18", "预留给小微企业的金额大于面向中小企业预留的金额", ledger);
  }

  private Optional<Mention> level(Reading reading, String concept, Topic topic) {
    return reading.mentions().stream()
        .filter(m -> m.role() == Role.LEVEL && m.isMoney() && !m.aside())
        .filter(m -> m.year() == 0 || m.year() == year)
        .filter(m -> topic == null || m.statement().place().topic() == topic)
        .filter(m -> m.statement().subject().isConcept(concept))
        .findFirst();
  }

  private static void more(
      Optional<Mention> part, Optional<Mention> whole, String rule, String message, Ledger ledger) {
    if (part.isPresent() && whole.isPresent() && part.get().exceeds(whole.get())) {
      ledger.remark(rule, Severity.WARNING, part.get(), message + whole.get().printed());
    }
  }

  /** Vehicles paid from 三公 are among all vehicles; bought ones were paid for. */
  private void vehicles(Reading reading, Ledger ledger) {
    Optional<Mention> kept =
        count(
            reading,
            m -> topic(m, reading) == Topic.THREE_PUBLIC && around(m, reading).contains("保有量"));
    Optional<Mention> all =
        count(
            reading,
            m ->
                topic(m, reading) == Topic.ASSETS
                    && m.statement().subject().isConcept("vehicles_total"));
    if (kept.isPresent()
        && all.isPresent()
        && kept.get().quantity().value().compareTo(all.get().quantity().value()) > 0) {
      ledger.remark(
          "P3-10", Severity.WARNING, kept.get(), "公务用车保有量大于国有资产中的车辆总数" + all.get().printed());
    }
  }

  private Optional<Mention> count(
      Reading reading, java.util.function.Predicate<Mention> condition) {
    return reading.mentions().stream()
        .filter(m -> m.role() == Role.COUNT && m.quantity().counted().equals("辆"))
        .filter(m -> (m.year() == 0 || m.year() == year) && !m.aside())
        .filter(condition)
        .findFirst();
  }

  private static Topic topic(Mention mention, Reading reading) {
    return reading.passages().get(mention.paragraph()).topic();
  }

  private static String around(Mention mention, Reading reading) {
    String text = reading.passages().get(mention.paragraph()).folded().text();
    return text.substring(mention.from(), mention.token().end());
  }

  /** 会议费 of all expenses is not less than that of 基本支出. */
  private void basicPart(Reading reading, String concept, String label, Ledger ledger) {
    Optional<Mention> said =
        level(reading, concept, Topic.GENERAL)
            .filter(m -> m.stage().map(stage -> !FigureIndex.isBudget(stage)).orElse(true));
    Optional<Figure> part =
        index
            .where(
                f ->
                    f.origin() == Figure.Origin.CURRENT
                        && f.tableId().startsWith("final_06")
                        && f.item().filter(item -> item.label().equals(label)).isPresent())
            .stream()
            .findFirst();
    if (said.isEmpty() || part.isEmpty() || !part.get().amount().unit().isMoney()) {
      return;
    }
    BigDecimal shown = part.get().amount().in(said.get().quantity().unit()).value();
    BigDecimal digit = BigDecimal.ONE.scaleByPowerOfTen(-said.get().quantity().value().scale());
    if (said.get().quantity().value().add(digit).compareTo(shown) < 0) {
      ledger.remark(
          "P3-14",
          Severity.WARNING,
          said.get(),
          "小于" + part.get().place() + "基本支出中的" + label + part.get().amount());
    }
  }

  /** 纳入决算编制范围的单位共3个，包括：1. … 2. … */
  private void units(Reading reading, Ledger ledger) {
    for (Reading.Passage passage : reading.passages()) {
      Matcher matcher = UNITS.matcher(passage.folded().text());
      if (!matcher.find()) {
        continue;
      }
      int stated = Integer.parseInt(matcher.group(1));
      int listed = listed(passage, reading);
      Set<String> rows = new TreeSet<>();
      index.all().stream()
          .filter(f -> f.origin() == Figure.Origin.CURRENT && !f.unitName().isEmpty())
          .map(f -> Labels.normal(f.unitName()))
          .filter(name -> index.names().stream().noneMatch(name::equals))
          .forEach(rows::add);
      boolean list = listed > 1 && listed != stated;
      boolean tables = rows.size() > 1 && rows.size() > stated;
      if (list || tables) {
        int start = matcher.start(1);
        ledger.remark(
            new Ledger.Remark(
                "N-20",
                Severity.WARNING,
                passage.index(),
                start,
                matcher.end(),
                list
                    ? "写的是" + stated + "个单位，列出" + listed + "个"
                    : "写的是"
                        + stated
                        + "个单位，表中有"
                        + rows.size()
                        + "个（"
                        + String.join("、", rows)
                        + "）",
                passage.folded().printed(start, matcher.end()),
                ""));
      }
    }
  }

  private static int listed(Reading.Passage passage, Reading reading) {
    List<Reading.Passage> all = reading.passages();
    int count = 0;
    for (int i = passage.index() + 1; i < all.size(); i++) {
      String text = all.get(i).folded().text();
      if (!LISTED.matcher(text).find() || text.length() > 60) {
        break;
      }
      count++;
    }
    return count;
  }
}
