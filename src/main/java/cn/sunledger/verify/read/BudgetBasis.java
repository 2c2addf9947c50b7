package cn.sunledger.verify.read;

import cn.sunledger.model.Stage;
import cn.sunledger.verify.table.FigureIndex;
import java.util.Optional;

/**
 * 年初预算250万元，决算230.25万元，节约19.75万元: a change that says no base is one from the budget where budget
 * and final accounts were just set beside each other.
 */
final class BudgetBasis {
  private BudgetBasis() {}

  /**
   * The base, where it is the budget.
   *
   * @param statement what the change is said of
   * @param passage the paragraph
   * @param lastYear the year before the one disclosed
   */
  static Optional<Basis> of(Statement statement, Reading.Passage passage, int lastYear) {
    Optional<Stage> budget = Optional.empty();
    boolean done = false;
    for (Mention mention : statement.mentions()) {
      if (mention.paragraph() != passage.index() || mention.aside()) {
        continue;
      }
      if (mention.role() == Role.LEVEL && mention.isMoney()) {
        if (mention.year() == lastYear && lastYear > 0) {
          return Optional.empty();
        }
        boolean planned = mention.stage().filter(FigureIndex::isBudget).isPresent();
        budget = planned ? mention.stage() : budget;
        done |= mention.stage().filter(stage -> stage == Stage.FINAL).isPresent();
      }
      done |= mention.role() == Role.COMPLETION;
    }
    return done && budget.isPresent()
        ? Optional.of(new Basis(Basis.Kind.BUDGET, budget, 0))
        : Optional.empty();
  }
}
