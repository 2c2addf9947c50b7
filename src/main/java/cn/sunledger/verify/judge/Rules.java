package cn.sunledger.verify.judge;

import cn.sunledger.verify.read.Topic;

/** Which rule of the catalogue compares the figures of a section with the tables. */
final class Rules {
  private Rules() {}

  static String ofLevel(Topic topic, boolean item) {
    return switch (topic) {
      case TOTAL -> "N-01";
      case INCOME -> "N-02";
      case EXPENSE -> "N-03";
      case FISCAL_TOTAL -> "N-04";
      case GPB, FISCAL_EXPENSE -> item ? "N-07" : "N-05";
      case GPB_BASIC, FISCAL_BASIC -> "N-08";
      case THREE_PUBLIC -> "P3-02";
      case GOV_FUND, STATE_CAPITAL -> "N-10";
      case ORG_COST -> "N-14";
      default -> item ? "N-13" : "N-12";
    };
  }
}
