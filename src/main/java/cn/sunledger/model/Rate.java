package cn.sunledger.model;

import java.math.BigDecimal;

/** 比率: a percentage, or the reason why there is none. */
public sealed interface Rate {
  /**
   * A percentage, rounded HALF_UP.
   *
   * @param percent the number in percent
   */
  record Percent(BigDecimal percent) implements Rate {}

  /** 基数为0: no percentage exists. */
  record NoBase() implements Rate {}
}
