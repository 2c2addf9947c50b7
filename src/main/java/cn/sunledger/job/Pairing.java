package cn.sunledger.job;

import cn.sunledger.model.DocumentKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 配对: which of several workbooks is whose 年初预算 and whose 上年, by unit, year and kind, where nobody
 * says it.
 *
 * @param sets one set for each workbook, in the order in which they were named
 * @param remarks what could not be paired and why, and what looks wrong, each a Chinese sentence
 */
public record Pairing(List<WorkbookSet> sets, List<String> remarks) {
  /** Copies the lists. */
  public Pairing {
    sets = List.copyOf(sets);
    remarks = List.copyOf(remarks);
  }

  /**
   * A workbook with those that it is compared with.
   *
   * @param current the workbook
   * @param budget the budget of the same unit and year, for one that is no budget itself
   * @param previous the workbook of the same unit and kind and of the year before
   * @param related all other workbooks of the same department
   * @param partnerOnly whether it was named only to be compared with: it is another's partner and
   *     has none itself
   */
  public record WorkbookSet(
      ReadWorkbook current,
      Optional<ReadWorkbook> budget,
      Optional<ReadWorkbook> previous,
      List<ReadWorkbook> related,
      boolean partnerOnly) {
    /** Copies the list. */
    public WorkbookSet {
      related = List.copyOf(related);
    }

    /**
     * The same workbook with partners that a person chose.
     *
     * @param chosenBudget its budget, if it shall have one
     * @param chosenPrevious its workbook of last year, if it shall have one
     */
    public WorkbookSet with(
        Optional<ReadWorkbook> chosenBudget, Optional<ReadWorkbook> chosenPrevious) {
      List<ReadWorkbook> others = new ArrayList<>();
      chosenBudget.ifPresent(others::add);
      chosenPrevious.filter(other -> !others.contains(other)).ifPresent(others::add);
      related.stream()
          .filter(other -> !others.contains(other) && current.sameDepartment(other))
          .forEach(others::add);
      return new WorkbookSet(
          current,
          chosenBudget,
          chosenPrevious,
          others,
          partnerOnly && chosenBudget.isEmpty() && chosenPrevious.isEmpty());
    }
  }

  /**
   * How a person says which of several candidates is meant.
   *
   * @param budget how to say it of the budget, a Chinese clause
   * @param previous how to say it of last year's workbook
   */
  public record WayOut(String budget, String previous) {
    /** On the command line. */
    public static final WayOut COMMAND_LINE = new WayOut("请用 --budget 指明一份", "请用 --previous 指明一份");
  }

  /**
   * Pairs.
   *
   * @param files the workbooks that were named
   * @param budget the budget that was named as such
   * @param previous the workbook of last year that was named as such
   */
  public static Pairing of(
      List<ReadWorkbook> files, Optional<ReadWorkbook> budget, Optional<ReadWorkbook> previous) {
    return of(files, budget, previous, WayOut.COMMAND_LINE);
  }

  /**
   * Pairs workbooks of which none is named as a partner.
   *
   * @param files the workbooks
   * @param wayOut what a person can do where several could be meant
   */
  public static Pairing among(List<ReadWorkbook> files, WayOut wayOut) {
    return of(files, Optional.empty(), Optional.empty(), wayOut);
  }

  private static Pairing of(
      List<ReadWorkbook> files,
      Optional<ReadWorkbook> budget,
      Optional<ReadWorkbook> previous,
      WayOut wayOut) {
    List<String> remarks = new ArrayList<>();
    List<WorkbookSet> sets = new ArrayList<>();
    Set<ReadWorkbook> partners = new HashSet<>();
    boolean alone = files.size() == 1;
    for (ReadWorkbook file : files) {
      Optional<ReadWorkbook> ownBudget =
          named(file, budget, alone).or(() -> budgetOf(file, files, wayOut, remarks));
      Optional<ReadWorkbook> ownPrevious =
          named(file, previous, alone).or(() -> previousOf(file, files, wayOut, remarks));
      ownBudget.ifPresent(partners::add);
      ownPrevious.ifPresent(partners::add);
      sets.add(
          new WorkbookSet(
              file, ownBudget, ownPrevious, related(file, files, ownBudget, ownPrevious), false));
    }
    List<WorkbookSet> marked = sets.stream().map(set -> marked(set, partners)).toList();
    marked.forEach(set -> doubts(set, remarks));
    return new Pairing(marked, remarks);
  }

  private static WorkbookSet marked(WorkbookSet set, Set<ReadWorkbook> partners) {
    boolean partnerOnly =
        partners.contains(set.current()) && set.budget().isEmpty() && set.previous().isEmpty();
    return new WorkbookSet(set.current(), set.budget(), set.previous(), set.related(), partnerOnly);
  }

  /** What was named counts for every workbook of its unit, and for the only one in any case. */
  private static Optional<ReadWorkbook> named(
      ReadWorkbook file, Optional<ReadWorkbook> partner, boolean alone) {
    return partner.filter(
        other ->
            !other.path().equals(file.path())
                && (alone
                    || file.sameUnit(other)
                    || file.ofUnknownUnit()
                    || other.ofUnknownUnit()));
  }

  private static Optional<ReadWorkbook> budgetOf(
      ReadWorkbook file, List<ReadWorkbook> files, WayOut wayOut, List<String> remarks) {
    if (file.disclosure().document() != DocumentKind.DEPARTMENT_FINAL_ACCOUNTS) {
      return Optional.empty();
    }
    return only(
        candidates(file, files, DocumentKind.DEPARTMENT_BUDGET, 0),
        file,
        "年初预算",
        wayOut.budget(),
        remarks);
  }

  private static Optional<ReadWorkbook> previousOf(
      ReadWorkbook file, List<ReadWorkbook> files, WayOut wayOut, List<String> remarks) {
    return only(
        candidates(file, files, file.disclosure().document(), 1),
        file,
        "上年工作簿",
        wayOut.previous(),
        remarks);
  }

  private static List<ReadWorkbook> candidates(
      ReadWorkbook file, List<ReadWorkbook> files, DocumentKind kind, int yearsBefore) {
    Optional<Integer> year = file.disclosure().year().map(own -> own - yearsBefore);
    return files.stream()
        .filter(
            other ->
                other != file
                    && year.isPresent()
                    && other.disclosure().document() == kind
                    && other.disclosure().year().equals(year)
                    && file.sameUnit(other))
        .toList();
  }

  private static Optional<ReadWorkbook> only(
      List<ReadWorkbook> candidates,
      ReadWorkbook file,
      String what,
      String wayOut,
      List<String> remarks) {
    if (candidates.size() > 1) {
      String names = String.join("、", candidates.stream().map(each -> each.name()).toList());
      remarks.add(
          "《"
              + file.name()
              + "》的"
              + what
              + "有 "
              + candidates.size()
              + " 份（"
              + names
              + "），"
              + wayOut
              + "；这次没有使用。");
    }
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  private static List<ReadWorkbook> related(
      ReadWorkbook file,
      List<ReadWorkbook> files,
      Optional<ReadWorkbook> budget,
      Optional<ReadWorkbook> previous) {
    List<ReadWorkbook> related = new ArrayList<>();
    budget.ifPresent(related::add);
    previous.ifPresent(related::add);
    for (ReadWorkbook other : files) {
      if (other != file && !related.contains(other) && file.sameDepartment(other)) {
        related.add(other);
      }
    }
    return related;
  }

  private static void doubts(WorkbookSet set, List<String> remarks) {
    set.budget()
        .filter(other -> other.disclosure().document() != DocumentKind.DEPARTMENT_BUDGET)
        .ifPresent(other -> remarks.add(doubt("年初预算", other, DocumentKind.DEPARTMENT_BUDGET)));
    DocumentKind own = set.current().disclosure().document();
    set.previous()
        .filter(other -> other.disclosure().document() != own)
        .ifPresent(other -> remarks.add(doubt("上年工作簿", other, own)));
  }

  private static String doubt(String what, ReadWorkbook other, DocumentKind expected) {
    return "作为"
        + what
        + "的《"
        + other.name()
        + "》看来是"
        + other.disclosure().document().title()
        + "，不是"
        + expected.title()
        + "，请核对。";
  }
}
