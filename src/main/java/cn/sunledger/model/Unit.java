package cn.sunledger.model;

import java.math.BigDecimal;
import java.util.Optional;

/** 计量单位: the unit that travels with an amount, a rate or a count. */
public enum Unit {
  /** 元. */
  YUAN("元", 0),
  /** 千元. */
  THOUSAND_YUAN("千元", 3),
  /** 万元. */
  TEN_THOUSAND_YUAN("万元", 4),
  /** 百万元. */
  MILLION_YUAN("百万元", 6),
  /** 亿元. */
  HUNDRED_MILLION_YUAN("亿元", 8),
  /** A rate in percent. */
  PERCENT("%", -1),
  /** A count or a score, or an amount whose unit nobody declared. */
  NONE("", -1);

  private final String label;
  private final int power;

  Unit(String label, int power) {
    this.label = label;
    this.power = power;
  }

  /** The unit as people write it (元, 万元, %); empty for counts and scores. */
  public String label() {
    return label;
  }

  /** The power of ten that makes 元 of an amount in this unit of money; negative for others. */
  public int power() {
    return power;
  }

  /** Whether amounts in this unit are money. */
  public boolean isMoney() {
    return power >= 0;
  }

  /**
   * The exact number of yuan.
   *
   * @param value an amount in this unit
   * @return the amount in 元; the value itself where this is no unit of money
   */
  public BigDecimal toYuan(BigDecimal value) {
    return isMoney()
        ? value.scaleByPowerOfTen(power).setScale(Math.max(0, value.scale() - power))
        : value;
  }

  /**
   * An amount of yuan in this unit, exactly.
   *
   * @param yuan an amount in 元
   * @return the same amount in this unit of money
   */
  public BigDecimal fromYuan(BigDecimal yuan) {
    return isMoney() ? yuan.scaleByPowerOfTen(-power) : yuan;
  }

  /**
   * The unit of money with this label.
   *
   * @param label 元, 千元, 万元, 百万元 or 亿元, without blanks; 人民币 in front is allowed
   * @return the unit, or empty where the text is none
   */
  public static Optional<Unit> ofMoney(String label) {
    String bare = label.startsWith("人民币") ? label.substring(3) : label;
    for (Unit unit : values()) {
      if (unit.isMoney() && unit.label.equals(bare)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
