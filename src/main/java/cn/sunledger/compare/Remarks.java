package cn.sunledger.compare;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Unit;
import cn.sunledger.model.rule.CodeBook;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a comparison could not do, and what a reader should know of how it matched, in Chinese. */
final class Remarks {
  private static final int LISTED = 8;

  /** Groups of which a workbook may print the total alone. */
  private static final Map<Section, String> DETAILED =
      Map.of(Section.INCOME, "收入的各项来源", Section.EXPENSE, "支出的各项性质");

  private final Disclosure current;
  private final Ledger now;
  private final Optional<Disclosure> budget;
  private final Optional<Counterpart> planned;
  private final Optional<Disclosure> previous;
  private final Optional<Counterpart> before;
  private final CodeBook codes;
  private final List<String> list = new ArrayList<>();

  Remarks(
      Disclosure current,
      Ledger now,
      Optional<Disclosure> budget,
      Optional<Counterpart> planned,
      Optional<Disclosure> previous,
      Optional<Counterpart> before,
      CodeBook codes) {
    this.codes = codes;
    this.current = current;
    this.now = now;
    this.budget = budget;
    this.planned = planned;
    this.previous = previous;
    this.before = before;
  }

  /** The remarks, worst first. */
  List<String> list() {
    boolean finalAccounts = current.document() != DocumentKind.DEPARTMENT_BUDGET;
    if (finalAccounts && budget.isEmpty() && !printed(Slot.ORIGINAL)) {
      list.add("没有本年度的部门预算，未与年初预算比较。");
    }
    if (previous.isEmpty() && !printed(Slot.PRIOR)) {
      list.add("没有上年度的同类公开表，未与上年比较。");
    }
    undeclaredUnits();
    budget.ifPresent(book -> identity("年初预算", book, 0));
    previous.ifPresent(book -> identity("上年", book, 1));
    planned.ifPresent(book -> unmatched("年初预算", book, false));
    before.ifPresent(book -> unmatched("上年", book, true));
    return List.copyOf(list);
  }

  private boolean printed(Slot slot) {
    for (Section section : Section.values()) {
      if (now.entries(section).stream().anyMatch(entry -> entry.amount(slot).isPresent())) {
        return true;
      }
    }
    return false;
  }

  private void undeclaredUnits() {
    Set<String> tables = new LinkedHashSet<>();
    for (Optional<Disclosure> book : List.of(Optional.of(current), budget, previous)) {
      book.stream()
          .flatMap(disclosure -> disclosure.tables().stream())
          .filter(table -> table.id().isPresent() && table.unit() == Unit.NONE)
          .filter(table -> !table.document().isPerformance())
          .map(DisclosureTable::name)
          .forEach(tables::add);
    }
    if (!tables.isEmpty()) {
      list.add("没有注明金额单位，不能与其他表换算比较：" + shortened(List.copyOf(tables)) + "。");
    }
  }

  private void identity(String what, Disclosure book, int yearsBefore) {
    if (current.year().isPresent()
        && book.year().isPresent()
        && current.year().get() - yearsBefore != book.year().get()) {
      list.add(
          what
              + "取自"
              + book.file()
              + "，是"
              + book.year().get()
              + "年度的，不是"
              + (current.year().get() - yearsBefore)
              + "年度的，请核对。");
    }
    String mine = Labels.normal(current.unitName());
    String theirs = Labels.normal(book.unitName());
    if (!mine.isEmpty() && !theirs.isEmpty() && !mine.equals(theirs)) {
      list.add(what + "取自" + book.file() + "，单位是" + book.unitName() + "，请核对是否同一单位。");
    }
    Set<Unit> units =
        book.tables().stream()
            .map(DisclosureTable::unit)
            .filter(Unit::isMoney)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<Unit> mineUnits =
        current.tables().stream()
            .map(DisclosureTable::unit)
            .filter(Unit::isMoney)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!units.isEmpty() && !mineUnits.isEmpty() && !mineUnits.containsAll(units)) {
      list.add(
          what
              + "的金额单位是"
              + units.stream().map(Unit::label).collect(Collectors.joining("、"))
              + "，已精确换算后比较。");
    }
  }

  private void unmatched(String what, Counterpart book, boolean all) {
    List<String> groups = new ArrayList<>();
    for (Section section : Section.values()) {
      boolean mine = now.entries(section).stream().anyMatch(Remarks::hasAmount);
      boolean theirs = book.ledger().entries(section).stream().anyMatch(Remarks::hasAmount);
      if (mine && !theirs) {
        groups.add(section.title());
      } else if (DETAILED.containsKey(section)
          && hasDetail(now, section)
          && !hasDetail(book.ledger(), section)) {
        groups.add(DETAILED.get(section));
      }
    }
    if (!groups.isEmpty()) {
      list.add(what + "的工作簿中没有这些内容，未比较：" + String.join("、", groups) + "。");
    }
    if (!groups.contains(Section.GENERAL_PUBLIC.title())
        && hasSubjects(now)
        && !book.ledger().complete(Section.GENERAL_PUBLIC, 3)) {
      list.add(what + "的一般公共预算支出没有全部列到项级科目，缺少的科目未比较。");
    }
    if (!book.renumbered().isEmpty()) {
      list.add(what + "的科目代码与本年不同，按名称对应：" + shortened(book.renumbered()) + "。");
    }
    renamed(what, book);
    List<String> gone =
        book.alone(Section.GENERAL_PUBLIC, now).stream()
            .filter(entry -> entry.level() == 3 && hasAmount(entry))
            .filter(entry -> !entry.amount(Slot.MAIN).orElseThrow().amount().isZero())
            .map(entry -> entry.code() + entry.label() + ended(entry.code()))
            .toList();
    if (!gone.isEmpty()) {
      list.add(what + (all ? "有支出" : "有安排") + "、本年没有支出的科目：" + shortened(gone) + "。");
    }
  }

  /** Since when a code is no longer used, where the list of 科目 says it. */
  private String ended(String code) {
    return current
        .year()
        .flatMap(year -> codes.lastYear(code).filter(last -> last < year))
        .map(last -> "（" + (last + 1) + "年起停用）")
        .orElse("");
  }

  private void renamed(String what, Counterpart book) {
    List<String> official = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Entry entry : now.entries(Section.GENERAL_PUBLIC)) {
      String theirs = book.ledger().entry(entry.key()).map(Entry::label).orElse("");
      if (!entry.code().isEmpty()
          && !theirs.isEmpty()
          && !entry.label().isEmpty()
          && !Labels.normal(theirs).equals(Labels.normal(entry.label()))) {
        boolean known = codes.currentName(theirs).equals(codes.currentName(entry.label()));
        (known ? official : names).add(entry.code() + theirs + "→" + entry.label());
      }
    }
    if (!official.isEmpty()) {
      list.add(what + "的科目此后更名，是同一科目：" + shortened(official) + "。");
    }
    if (!names.isEmpty()) {
      list.add(what + "的科目名称与本年不同，按代码对应：" + shortened(names) + "。");
    }
  }

  private static boolean hasSubjects(Ledger ledger) {
    return ledger.entries(Section.GENERAL_PUBLIC).stream().anyMatch(entry -> entry.level() == 3);
  }

  private static boolean hasDetail(Ledger ledger, Section section) {
    return ledger.entries(section).stream()
        .anyMatch(entry -> entry.level() == 1 && hasAmount(entry));
  }

  private static boolean hasAmount(Entry entry) {
    return entry.amount(Slot.MAIN).isPresent();
  }

  private static String shortened(List<String> names) {
    return names.size() <= LISTED
        ? String.join("、", names)
        : String.join("、", names.subList(0, LISTED)) + "等" + names.size() + "项";
  }
}
