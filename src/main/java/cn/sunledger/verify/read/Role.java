package cn.sunledger.verify.read;

/** What a figure of the text says of its subject. */
public enum Role {
  /** How much it is. */
  LEVEL,
  /** By how much it changed. */
  DELTA,
  /** By how many percent it changed. */
  RATE,
  /** How many percent of the budget were carried out. */
  COMPLETION,
  /** How many percent of a whole it is. */
  SHARE,
  /** How many there are. */
  COUNT,
  /** Something else: a target, a difference of percentages, a figure inside a reason. */
  OTHER
}
