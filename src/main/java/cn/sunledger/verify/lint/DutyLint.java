package cn.sunledger.verify.lint;

import cn.sunledger.model.Severity;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Topic;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what must be disclosed and is nowhere in the text. */
final class DutyLint {
  private static final int FULL_TEXT = 1500;
  private static final Pattern NONE =
      Pattern.compile("(?:无|没有|未安排|未发生|不涉及)[^。;]{0,12}三公|三公[^。;]{0,12}(?:为零|均为0|为0|无)");

  private static final String NO_RECEPTION =
      "(?:未发生|没有|无|未安排|未开支)[^。;]{0,10}公务接待|公务接待[^。;]{0,12}(?:未发生|未开支|没有发生|0(?:[.]0+)?万?元)|";

  private static final String NO_TRAVEL =
      "(?:未发生|没有|无|未安排|未开支)[^。;]{0,10}出国|出国[^。;]{0,16}?(?:未发生|未开支|没有发生|无此项|(?<![\\d.,])0(?:[.]0+)?万?元)|";

  private record Duty(String rule, Pattern words, String message) {}

  private static final List<Duty> OF_FINAL_ACCOUNTS =
      List.of(
          duty("P3-08", NO_TRAVEL + "团组", "没有说明因公出国（境）的团组数和人数"),
          duty("P3-08", "保有量|公务用车\\d+辆|保有公务用车", "没有说明公务用车保有量"),
          duty(
              "P3-08",
              NO_RECEPTION + "批次|接待\\d+批|接待[^。;]{0,10}团组|\\d+批|接待[^。;]{0,6}次数|接待\\d+次",
              "没有说明国内公务接待的批次"),
          duty("P3-08", NO_RECEPTION + "人次|人数|接待\\d+人|\\d+人", "没有说明国内公务接待的人次"));
  private static final List<Duty> OF_BOTH =
      List.of(duty("P3-07", "购置", "没有说明公务用车购置费"), duty("P3-07", "运行", "没有说明公务用车运行维护费"));
  private static final List<Duty> OF_TEXT =
      List.of(
          duty("M-07", "机关运行经费|机构运行", "没有说明机关运行经费"),
          duty("M-07", "政府采购", "没有说明政府采购情况"),
          duty("M-07", "资产", "没有说明国有资产占用情况"),
          duty("M-07", "绩效", "没有说明预算绩效情况"));

  private final boolean finalAccounts;

  DutyLint(boolean finalAccounts) {
    this.finalAccounts = finalAccounts;
  }

  private static Duty duty(String rule, String words, String message) {
    return new Duty(rule, Pattern.compile(words), message);
  }

  void find(Reading reading, Ledger ledger) {
    StringBuilder all = new StringBuilder();
    StringBuilder threePublic = new StringBuilder();
    int at = -1;
    for (Reading.Passage passage : reading.passages()) {
      String text = passage.folded().text();
      all.append(text).append('\n');
      if (passage.topic() == Topic.THREE_PUBLIC
          && !passage.annex()
          && !passage.paragraph().heading()) {
        threePublic.append(text).append('\n');
        at = at < 0 ? passage.index() : at;
      }
    }
    if (at < 0 || all.indexOf("三公") < 0) {
      return;
    }
    boolean blank = threePublic.indexOf("(待填:") >= 0;
    boolean none = (blank || NONE.matcher(threePublic).find()) && threePublic.length() < 160;
    if (!none) {
      check(OF_BOTH, threePublic, at, ledger);
      if (finalAccounts) {
        check(OF_FINAL_ACCOUNTS, threePublic, at, ledger);
      }
    }
    if (all.length() > FULL_TEXT) {
      check(OF_TEXT, all, at, ledger);
    }
  }

  private static void check(List<Duty> duties, CharSequence text, int at, Ledger ledger) {
    for (Duty duty : duties) {
      if (!duty.words().matcher(text).find()) {
        ledger.remark(
            new Ledger.Remark(duty.rule(), Severity.WARNING, at, -1, -1, duty.message(), "", ""));
      }
    }
  }
}
