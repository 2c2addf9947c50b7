package cn.sunledger.narrative;

/** 一, 二 … 九十九, for headings. */
final class ChineseNumerals {
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final int TEN = 10;

  private ChineseNumerals() {}

  /** The numeral of a number from 1 to 99. */
  static String of(int number) {
    int tens = number / TEN;
    int ones = number % TEN;
    String head = tens == 0 ? "" : tens == 1 ? "十" : DIGITS.charAt(tens) + "十";
    return ones == 0 && tens > 0 ? head : head + DIGITS.charAt(ones);
  }
}
