package cn.sunledger.verify.lint;

import cn.sunledger.model.Severity;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Reading;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds headings whose numbers repeat or leave one out: 一、…二、…四、. */
final class HeadingLint {
  private static final Pattern FIRST = Pattern.compile("^([一二三四五六七八九十]{1,3})、");
  private static final Pattern SECOND = Pattern.compile("^\\(([一二三四五六七八九十]{1,3})\\)");
  private static final Pattern PART = Pattern.compile("^第[一二三四五六七八九十]+部分");
  private static final String DIGITS = "一二三四五六七八九";

  void find(Reading reading, Ledger ledger) {
    int first = 0;
    int second = 0;
    for (Reading.Passage passage : reading.passages()) {
      String text = passage.folded().text();
      Matcher outer = FIRST.matcher(text);
      Matcher inner = SECOND.matcher(text);
      if (passage.annex() || PART.matcher(text).find()) {
        first = 0;
        second = 0;
      } else if (outer.find()) {
        check(passage, outer, first, ledger);
        first = value(outer.group(1));
        second = 0;
      } else if (inner.find()) {
        check(passage, inner, second, ledger);
        second = value(inner.group(1));
      }
    }
  }

  private static void check(Reading.Passage passage, Matcher number, int before, Ledger ledger) {
    int value = value(number.group(1));
    if (before == 0 || value == before + 1 || value == 1) {
      return;
    }
    String what = value <= before ? "重复或倒退" : "不连续";
    ledger.remark(
        new Ledger.Remark(
            "W-16",
            Severity.INFO,
            passage.index(),
            number.start(),
            number.end(),
            "标题序号" + what + "：上一个是" + chinese(before) + "，这里是" + number.group(1),
            number.group(1),
            chinese(before + 1)));
  }

  private static int value(String number) {
    int ten = number.indexOf('十');
    if (ten < 0) {
      return DIGITS.indexOf(number.charAt(0)) + 1;
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(number.charAt(0)) + 1;
    int ones = ten + 1 < number.length() ? DIGITS.indexOf(number.charAt(ten + 1)) + 1 : 0;
    return tens * 10 + ones;
  }

  private static String chinese(int value) {
    String tens = value < 10 ? "" : (value < 20 ? "" : DIGITS.charAt(value / 10 - 1)) + "十";
    return value % 10 == 0 ? tens : tens + DIGITS.charAt(value % 10 - 1);
  }
}
