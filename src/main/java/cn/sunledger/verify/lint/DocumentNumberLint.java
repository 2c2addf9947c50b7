package cn.sunledger.verify.lint;

import cn.sunledger.model.Severity;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 文号: one document whose number is written in two ways: 长编委发〔2019〕16号 and 长编办发〔2019〕16号. */
final class DocumentNumberLint {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:根据|按照|依据|依照|落实|贯彻|执行)?([\\p{IsHan}]{2,8}?)\\((20\\d\\d)\\)(?:第)?(\\d{1,4})号");
  private static final int SHORTEST = 3;

  private record Cited(String issuer, int paragraph, int start, int end) {}

  void find(Reading reading, Ledger ledger) {
    Map<String, List<Cited>> documents = new LinkedHashMap<>();
    for (Reading.Passage passage : reading.passages()) {
      Matcher matcher = NUMBER.matcher(passage.folded().text());
      while (matcher.find()) {
        String key = matcher.group(2) + "/" + matcher.group(3);
        documents
            .computeIfAbsent(key, k -> new ArrayList<>())
            .add(new Cited(matcher.group(1), passage.index(), matcher.start(1), matcher.end()));
      }
    }
    documents.values().forEach(cited -> compare(cited, reading, ledger));
  }

  private static void compare(List<Cited> cited, Reading reading, Ledger ledger) {
    for (int i = 1; i < cited.size(); i++) {
      Cited other = cited.get(i);
      Cited first = cited.get(0);
      if (isVariant(first.issuer(), other.issuer())) {
        ledger.remark(
            new Ledger.Remark(
                "W-14",
                Severity.INFO,
                other.paragraph(),
                other.start(),
                other.end(),
                "同一文号前面写作“" + printed(first, reading) + "”，两处必有一处有误",
                printed(other, reading),
                ""));
      }
    }
  }

  private static String printed(Cited cited, Reading reading) {
    return reading.passages().get(cited.paragraph()).folded().printed(cited.start(), cited.end());
  }

  /** One character of the issuer's short name is another; words in front of it do not count. */
  private static boolean isVariant(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int differing = 0;
    for (int i = 1; i <= Math.min(length, 4); i++) {
      differing += one.charAt(one.length() - i) == other.charAt(other.length() - i) ? 0 : 1;
    }
    return length >= SHORTEST && differing == 1;
  }
}
