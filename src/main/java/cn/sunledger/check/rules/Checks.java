package cn.sunledger.check.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Java rules by the names that rule files use. */
public final class Checks {
  private static final Map<String, Check> BY_NAME = byName();

  private Checks() {}

  private static Map<String, Check> byName() {
    Map<String, Check> checks = new HashMap<>(LineSums.kinds());
    checks.put("header_sums", new HeaderSums());
    checks.put("heading_outdated", new HeadingValidity());
    checks.put("subordinate_sums", new SubordinateSums());
    checks.put("three_public_rows", new ThreePublicRows());
    checks.putAll(FormRules.byName());
    checks.putAll(HeadingRules.byName());
    checks.putAll(ConsistencyRules.byName());
    checks.putAll(CompletenessRules.byName());
    checks.putAll(ExecutionRules.byName());
    checks.putAll(ScoreRules.byName());
    checks.putAll(IndicatorRules.byName());
    checks.putAll(GoalRules.byName());
    checks.putAll(SelfEvaluationRules.byName());
    // told by the diagnosis and by the summary of rounding, not by a run of their own
    List.of("rounding_summary", "diagnosis")
        .forEach(name -> checks.put(name, (context, outcome) -> {}));
    return Map.copyOf(checks);
  }

  /** The names. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /**
   * Runs a rule that its entry names by {@code class:}.
   *
   * @param context the rule and what it looks at
   * @param outcome takes what it comes to
   */
  public static void run(CheckContext context, Outcome outcome) {
    Check check = BY_NAME.get(context.rule().check());
    if (check == null) {
      outcome.notApplicable("本版本没有名为“" + context.rule().check() + "”的程序规则");
      return;
    }
    check.run(context, outcome);
  }
}
