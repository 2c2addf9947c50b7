package cn.sunledger.check.equation;

/** What a comparison came to. */
public enum Verdict {
  /** It holds to the last digit. */
  EXACT,
  /** 尾数误差: it holds within what rounding allows. */
  ROUNDING,
  /** It does not hold. */
  FAILED
}
