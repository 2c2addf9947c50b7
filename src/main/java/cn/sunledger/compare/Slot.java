package cn.sunledger.compare;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Stage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which column of a comparison a figure of a workbook belongs to. */
enum Slot {
  /** What the workbook is about: 决算数 of final accounts, 预算数 of a budget. */
  MAIN,
  /** 年初预算数, printed beside the 决算数. */
  ORIGINAL,
  /** 全年预算数, printed beside the 决算数. */
  REVISED,
  /** Last year's figure of the same kind, printed beside this year's. */
  PRIOR;

  /** A label that says of which year the figures are: 2022年, 2022年预算数. */
  private static final Pattern YEAR =
      Pattern.compile("((?:19|20)[0-9]{2})年?度?(?:预算|决算|执行|支出)?(?:数|金额|安排数)?");

  /**
   * The slot of a fact; empty for what no comparison uses, such as a printed 增减.
   *
   * @param fact the fact
   * @param document the kind of document
   * @param year the document's year, if it is known
   */
  static Optional<Slot> of(Fact fact, DocumentKind document, Optional<Integer> year) {
    boolean budget = document == DocumentKind.DEPARTMENT_BUDGET;
    Optional<Integer> yearsBefore =
        year.flatMap(current -> statedYear(fact).map(stated -> current - stated));
    if (yearsBefore.filter(difference -> difference != 0).isPresent()) {
      return yearsBefore.get() == 1 ? Optional.of(PRIOR) : Optional.empty();
    }
    Stage stage =
        !budget && fact.column().stage().isEmpty() && isUnderBudget(fact)
            ? Stage.BUDGET_FULL_YEAR
            : fact.stage().orElse(budget ? Stage.BUDGET_INITIAL : Stage.FINAL);
    return Optional.ofNullable(
        switch (stage) {
          case FINAL -> budget ? null : MAIN;
          case BUDGET_INITIAL -> budget ? MAIN : ORIGINAL;
          case BUDGET_FULL_YEAR -> REVISED;
          case PRIOR_FINAL -> budget ? null : PRIOR;
          case PRIOR_BUDGET -> budget ? PRIOR : null;
          case CHANGE -> null;
        });
  }

  private static Optional<Integer> statedYear(Fact fact) {
    return Stream.concat(Stream.of(fact.line().label()), fact.column().path().stream())
        .map(Labels::normal)
        .map(YEAR::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Integer.valueOf(matcher.group(1)))
        .findFirst();
  }

  /**
   * Whether the header says 预算数 and not which: in final accounts (公开09) that is the 全年预算数, as the
   * table's note says.
   */
  private static boolean isUnderBudget(Fact fact) {
    return fact.column().path().stream()
        .anyMatch(label -> label.equals("预算数") || label.equals("预算"));
  }
}
