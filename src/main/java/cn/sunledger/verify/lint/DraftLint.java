package cn.sunledger.verify.lint;

import cn.sunledger.model.Severity;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Reading;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the places of a draft of ours that a person has still to fill. */
final class DraftLint {
  private static final Pattern OPEN = Pattern.compile("【待填：[^】]*】");

  void find(Reading reading, Ledger ledger) {
    int count = 0;
    int first = -1;
    for (Reading.Passage passage : reading.passages()) {
      Matcher matcher = OPEN.matcher(passage.folded().original());
      while (matcher.find()) {
        count++;
        first = first < 0 ? passage.index() : first;
      }
    }
    if (count > 0) {
      ledger.remark(
          new Ledger.Remark(
              "W-07",
              Severity.INFO,
              first,
              -1,
              -1,
              "这是草稿：还有 " + count + " 处【待填】没有填写，公开前请补齐",
              "",
              ""));
    }
  }
}
