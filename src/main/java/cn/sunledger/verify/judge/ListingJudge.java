package cn.sunledger.verify.judge;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Severity;
import cn.sunledger.model.SourceCell;
import cn.sunledger.verify.judge.Ledger.Said;
import cn.sunledger.verify.read.Assertion;
import cn.sunledger.verify.read.Assertion.Listing.Name;
import cn.sunledger.verify.read.Subject;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.Figure.Origin;
import cn.sunledger.verify.table.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the items listed behind 人员经费 and 公用经费 against the economic subjects of the tables. */
final class ListingJudge {
  private static final int FEW = 2;
  private static final Set<String> SIDES = Set.of("personnel_total", "public_total");

  private final Lookup lookup;
  private final Ledger ledger;

  ListingJudge(Lookup lookup, Ledger ledger) {
    this.lookup = lookup;
    this.ledger = ledger;
  }

  /** What a list may name: all subjects of a side of 基本支出 with the figures in their lines. */
  private record Side(Map<String, List<Figure>> byLabel, String name, boolean complete) {}

  /** Judges all lists. */
  void judge(List<Assertion> assertions) {
    for (Assertion assertion : assertions) {
      if (assertion instanceof Assertion.Listing listing) {
        side(listing).ifPresent(side -> list(listing, side));
      }
    }
  }

  private Optional<Side> side(Assertion.Listing listing) {
    Subject subject = listing.statement().subject();
    boolean personnel = subject.isConcept("personnel_total");
    boolean publicCost = subject.isConcept("public_total");
    boolean basic = subject.isConcept("basic_expense");
    if (!personnel && !publicCost && !basic) {
      return Optional.empty();
    }
    Map<String, List<Figure>> labels = new LinkedHashMap<>();
    for (Figure figure : lookup.index().all()) {
      boolean own =
          figure.origin() == Origin.CURRENT
              && figure.measure().equals("basic_expense")
              && figure.item().map(Item::economic).orElse(false)
              && isDetail(figure.item().get())
              && !figure.tableId().contains("gov_econ");
      if (own && (basic || isPersonnel(figure) == personnel)) {
        labels.computeIfAbsent(figure.item().get().label(), k -> new ArrayList<>()).add(figure);
      }
    }
    if (!personnel) {
      concepts(labels);
    }
    boolean enough = labels.values().stream().filter(ListingJudge::isUsed).count() >= FEW;
    return enough
        ? Optional.of(
            new Side(labels, personnel ? "人员经费" : publicCost ? "公用经费" : "基本支出", isComplete(labels)))
        : Optional.empty();
  }

  /** 会议费, 公务接待费 … that have columns of their own beside the other subjects of a table. */
  private void concepts(Map<String, List<Figure>> labels) {
    Set<DisclosureTable> tables = Collections.newSetFromMap(new IdentityHashMap<>());
    labels.values().forEach(figures -> figures.forEach(figure -> tables.add(figure.table())));
    for (Figure figure : lookup.index().all()) {
      String label = figure.name().substring(figure.name().lastIndexOf('／') + 1);
      if (tables.contains(figure.table())
          && figure.item().isEmpty()
          && lookup.isEconomicName(label)) {
        labels.computeIfAbsent(label, k -> new ArrayList<>()).add(figure);
      }
    }
  }

  /**
   * Whether the subjects of a row or of a column of a table add up to its whole, so that no other
   * can have a figure.
   */
  private boolean isComplete(Map<String, List<Figure>> labels) {
    Map<String, List<Figure>> lines = new LinkedHashMap<>();
    for (List<Figure> figures : labels.values()) {
      for (Figure figure : figures) {
        String table = System.identityHashCode(figure.table()) + "/";
        CellRef cell = figure.cells().get(0);
        lines.computeIfAbsent(table + "row" + cell.row(), k -> new ArrayList<>()).add(figure);
        lines.computeIfAbsent(table + "column" + cell.column(), k -> new ArrayList<>()).add(figure);
        lines.computeIfAbsent(table, k -> new ArrayList<>()).add(figure);
      }
    }
    return lines.values().stream().filter(line -> line.size() > FEW).anyMatch(this::isWhole);
  }

  private boolean isWhole(List<Figure> line) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Figure figure : line) {
      sum = sum.add(figure.amount().value());
    }
    BigDecimal whole = sum;
    Figure first = line.get(0);
    return lookup.index().all().stream()
        .filter(f -> f.item().isEmpty() && f.amount().unit() == first.amount().unit())
        .filter(
            f ->
                f.table() == first.table()
                    || f.origin() == Origin.CURRENT && SIDES.contains(f.measure()))
        .anyMatch(f -> isSum(f, whole, line.size()));
  }

  private static boolean isSum(Figure total, BigDecimal sum, int parts) {
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-total.amount().value().scale());
    BigDecimal allowed = unit.multiply(BigDecimal.valueOf((parts + 1) / 2));
    BigDecimal difference = total.amount().value().subtract(sum).abs();
    return total.amount().value().signum() > 0 && difference.compareTo(allowed) <= 0;
  }

  private static boolean isDetail(Item item) {
    return item.code().isEmpty() ? item.level() != 1 : item.code().length() == 5;
  }

  private static boolean isPersonnel(Figure figure) {
    Item item = figure.item().orElseThrow();
    if (!item.code().isEmpty()) {
      return item.code().startsWith("301") || item.code().startsWith("303");
    }
    if (figure.tableId().endsWith("_wage") || figure.tableId().endsWith("_family")) {
      return true;
    }
    String above = item.path().isEmpty() ? "" : item.path().get(0);
    return above.startsWith("工资福利") || above.startsWith("对个人和家庭");
  }

  private static boolean isUsed(List<Figure> figures) {
    return figures.stream().anyMatch(f -> f.amount().value().signum() != 0);
  }

  private void list(Assertion.Listing listing, Side side) {
    Set<String> named = new HashSet<>();
    int known = 0;
    for (Name name : listing.names()) {
      if (!labelsOf(name, side).isEmpty()) {
        known++;
      }
    }
    if (known * 2 < listing.names().size()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Name name : listing.names()) {
      List<String> labels = labelsOf(name, side);
      named.addAll(labels);
      if (!seen.add(normal(name))) {
        ledger.remark(
            new Ledger.Remark(
                "W-09",
                Severity.INFO,
                listing.paragraph(),
                name.start(),
                name.end(),
                "列举中“" + name.text() + "”重复",
                name.text(),
                ""));
      }
      one(listing, name, labels, side);
    }
    if (!listing.open()) {
      omitted(listing, side, named);
    }
  }

  private static String normal(Name name) {
    return Labels.normal(name.text()).replaceFirst("^(?:按规定|发放的|缴纳的)", "");
  }

  private List<String> labelsOf(Name name, Side side) {
    String text = normal(name);
    if (side.byLabel().containsKey(text)) {
      return List.of(text);
    }
    return side.byLabel().keySet().stream().filter(label -> sameName(label, text)).toList();
  }

  /** 养老保险缴费 for 机关事业单位基本养老保险缴费: a shorter or slightly different wording of one subject. */
  private static boolean sameName(String label, String text) {
    if (ItemFinder.core(label).equals(ItemFinder.core(text))
        || label.replaceAll("[费用支出()]", "").equals(text.replaceAll("[费用支出()]", ""))) {
      return true;
    }
    boolean other = label.startsWith("其他") != text.startsWith("其他");
    return !other
        && text.length() >= 6
        && ItemFinder.near(label, text)
        && label.charAt(0) == text.charAt(0);
  }

  private void one(Assertion.Listing listing, Name name, List<String> labels, Side side) {
    List<Figure> figures = new ArrayList<>();
    labels.forEach(label -> figures.addAll(side.byLabel().get(label)));
    List<SourceCell> cells = figures.stream().flatMap(f -> f.sources().stream()).limit(3).toList();
    if (figures.isEmpty() && lookup.isEconomicName(normal(name)) && side.complete()) {
      judged(
          listing,
          name,
          ClaimVerdict.WRONG,
          List.of(),
          "表中" + side.name() + "没有“" + name.text() + "”，表中所列各项之和已等于合计");
    } else if (figures.isEmpty()) {
      judged(listing, name, ClaimVerdict.UNVERIFIABLE, cells, "表中" + side.name() + "没有同名的科目");
    } else if (isUsed(figures)) {
      judged(listing, name, ClaimVerdict.OK, cells, "表中有数");
    } else if (mayMeanAnother(name, side)) {
      judged(listing, name, ClaimVerdict.UNVERIFIABLE, cells, "表中同名科目为0，但有名称相近的科目有数");
    } else {
      judged(
          listing,
          name,
          ClaimVerdict.WRONG,
          cells,
          figures.get(0).place() + "“" + labels.get(0) + "”为0，不应列出");
    }
  }

  /** A name that is listed wrongly had better not be. */
  private void judged(
      Assertion.Listing listing,
      Name name,
      ClaimVerdict verdict,
      List<SourceCell> cells,
      String reason) {
    boolean wrong = verdict == ClaimVerdict.WRONG;
    say(
        listing,
        Optional.of(name),
        name.text(),
        wrong ? "不列" : "",
        verdict,
        wrong ? Severity.WARNING : Severity.INFO,
        cells,
        reason);
  }

  /** 医疗费 where 医疗费补助 has a figure. */
  private static boolean mayMeanAnother(Name name, Side side) {
    String text = normal(name);
    return side.byLabel().entrySet().stream()
        .anyMatch(e -> e.getKey().contains(text) && isUsed(e.getValue()));
  }

  private void omitted(Assertion.Listing listing, Side side, Set<String> named) {
    List<String> missing = new ArrayList<>();
    List<SourceCell> cells = new ArrayList<>();
    for (Map.Entry<String, List<Figure>> label : side.byLabel().entrySet()) {
      if (isUsed(label.getValue())
          && !named.contains(label.getKey())
          && !mentioned(listing, label.getKey())) {
        missing.add(label.getKey());
        label.getValue().stream()
            .filter(f -> f.amount().value().signum() != 0)
            .limit(1)
            .forEach(f -> cells.addAll(f.sources()));
      }
    }
    if (!missing.isEmpty()) {
      say(
          listing,
          Optional.empty(),
          "未列出" + String.join("、", missing),
          String.join("、", missing),
          ClaimVerdict.WRONG,
          Severity.WARNING,
          cells,
          "表中" + String.join("、", missing) + "有数而未列出，且没有写“等”");
    }
  }

  /** 社会保障缴费 may stand for several subjects of that kind. */
  private static boolean mentioned(Assertion.Listing listing, String label) {
    return listing.names().stream()
        .map(ListingJudge::normal)
        .anyMatch(
            name ->
                label.contains(name) && name.length() >= 4
                    || name.contains(label)
                    || name.contains("社会保障缴费")
                        && !name.startsWith("其他")
                        && label.matches(".*(?:保险|年金|医疗补助|社会保障).*缴费"));
  }

  private void say(
      Assertion.Listing listing,
      Optional<Name> name,
      String stated,
      String expected,
      ClaimVerdict verdict,
      Severity severity,
      List<SourceCell> cells,
      String reason) {
    ledger.say(new Said(listing, name, stated, expected, verdict, severity, cells, "N-09", reason));
  }
}
