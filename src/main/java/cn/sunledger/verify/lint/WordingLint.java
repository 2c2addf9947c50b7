package cn.sunledger.verify.lint;

import cn.sunledger.model.Severity;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Reading;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words said twice in a row and enumerations that do not keep their number. */
final class WordingLint {
  private static final Pattern TWICE = Pattern.compile("(\\p{IsHan}{2,6})\\1");
  private static final Set<String> MAY_REPEAT =
      Set.of(
          "支出", "收入", "经费", "费用", "单位", "预算", "决算", "资金", "教育", "项目", "专项", "人员", "机关", "事业", "情况",
          "其他", "财政", "科目", "服务", "工作", "管理", "中心", "委员", "学习", "社区", "公共", "建设", "个人", "许许");
  private static final Pattern COUNTED =
      Pattern.compile(
          "([两二三四五六七八九十])(?:项|个|大|方面的?)(?:重点|主要)?(?:任务|工作|内容|方面|措施|原因|问题)[:：](?=一是|1[.、])");
  private static final String DIGITS = "一二三四五六七八九十";

  private final Set<String> labels;

  WordingLint(Set<String> labels) {
    this.labels = labels;
  }

  void find(Reading reading, Ledger ledger) {
    for (Reading.Passage passage : reading.passages()) {
      if (!passage.paragraph().heading()) {
        twice(passage, ledger);
        counted(passage, ledger);
      }
    }
  }

  private void twice(Reading.Passage passage, Ledger ledger) {
    Matcher matcher = TWICE.matcher(passage.folded().text());
    while (matcher.find()) {
      String word = matcher.group(1);
      boolean label = labels.stream().anyMatch(l -> l.contains(matcher.group()));
      boolean single = word.chars().distinct().count() == 1;
      if (MAY_REPEAT.contains(word) || label || single) {
        continue;
      }
      ledger.remark(
          new Ledger.Remark(
              "W-09",
              Severity.INFO,
              passage.index(),
              matcher.start(),
              matcher.end(),
              "“" + word + "”重复",
              matcher.group(),
              word));
    }
  }

  private void counted(Reading.Passage passage, Ledger ledger) {
    String text = passage.folded().text();
    Matcher matcher = COUNTED.matcher(text);
    while (matcher.find()) {
      int stated = matcher.group(1).equals("两") ? 2 : DIGITS.indexOf(matcher.group(1)) + 1;
      int listed = 0;
      String rest = text.substring(matcher.end());
      for (int i = 0; i < DIGITS.length(); i++) {
        if (rest.contains(DIGITS.charAt(i) + "是")
            || rest.matches("(?s).*(?<!\\d)" + (i + 1) + "[.、](?!\\d).*")) {
          listed = i + 1;
        } else {
          break;
        }
      }
      if (listed > 1 && listed != stated) {
        ledger.remark(
            new Ledger.Remark(
                "W-10",
                Severity.INFO,
                passage.index(),
                matcher.start(),
                matcher.end(),
                "写的是" + matcher.group(1) + "项，列出" + listed + "项",
                matcher.group(),
                ""));
      }
    }
  }
}
