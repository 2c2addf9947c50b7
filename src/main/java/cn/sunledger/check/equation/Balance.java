package cn.sunledger.check.equation;

import cn.sunledger.model.Unit;
import java.math.BigDecimal;

/**
 * An equation with its numbers.
 *
 * @param left the left side
 * @param right the right side
 * @param difference left minus right
 * @param allowed what rounding allows
 * @param unit what all of them count in
 * @param verdict what it comes to
 */
public record Balance(
    BigDecimal left,
    BigDecimal right,
    BigDecimal difference,
    BigDecimal allowed,
    Unit unit,
    Verdict verdict) {}
