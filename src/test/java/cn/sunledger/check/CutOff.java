package cn.sunledger.check;

import java.util.Map;

/** The forms whose figures do not add up, because only some rows of a table are written down. */
final class CutOff {
  /** By form: how many errors and warnings of each rule. */
  static final Map<String, Map<String, Integer>> ALARMS = Map.ofEntries();

  private CutOff() {}
}
