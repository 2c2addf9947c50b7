package cn.sunledger.model;

import java.util.Optional;

/**
 * 执行率与同比: one item with its figures of this and last year.
 *
 * @param section which group it stands in (收支总体, 收入, 支出, 财政拨款, 一般公共预算支出, 基本支出, “三公”经费 …)
 * @param key stable key, such as {@code gpb_expense/2010301}
 * @param code subject code; may be empty
 * @param label name as printed in this year's table
 * @param level depth in its hierarchy, 0 for totals
 * @param originalBudget 年初预算
 * @param revisedBudget 全年预算
 * @param actual this year's figure: 决算 of final accounts, 预算 of a budget
 * @param prior last year's figure of the same kind
 * @param whole what the share is of
 * @param executionRate actual against 年初预算, or against 全年预算 where only that is known
 * @param change actual minus prior, in the unit of actual
 * @param changeRate change against prior
 * @param share actual against whole
 * @param contribution share of the total's change that this item explains
 */
public record ComparisonRow(
    String section,
    String key,
    String code,
    String label,
    int level,
    Optional<SourcedAmount> originalBudget,
    Optional<SourcedAmount> revisedBudget,
    Optional<SourcedAmount> actual,
    Optional<SourcedAmount> prior,
    Optional<SourcedAmount> whole,
    Optional<Rate> executionRate,
    Optional<Amount> change,
    Optional<Rate> changeRate,
    Optional<Rate> share,
    Optional<Rate> contribution) {}
