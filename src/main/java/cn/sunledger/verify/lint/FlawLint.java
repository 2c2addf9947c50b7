package cn.sunledger.verify.lint;

import cn.sunledger.model.TextFlaw;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Topic;
import java.util.List;
import java.util.regex.Matcher;

/** Finds the flaws that a profile describes by patterns. */
final class FlawLint {
  private final List<TextFlaw> flaws;

  FlawLint(List<TextFlaw> flaws) {
    this.flaws = flaws;
  }

  void find(Reading reading, Ledger ledger) {
    for (Reading.Passage passage : reading.passages()) {
      boolean glossary = passage.topic() == Topic.GLOSSARY;
      for (TextFlaw flaw : flaws) {
        boolean skip =
            passage.paragraph().heading() && !flaw.heading() || glossary && !flaw.glossary();
        if (!skip) {
          find(flaw, passage, ledger);
        }
      }
    }
  }

  private static void find(TextFlaw flaw, Reading.Passage passage, Ledger ledger) {
    Matcher matcher = flaw.find().matcher(passage.folded().text());
    while (matcher.find()) {
      String found = passage.folded().printed(matcher.start(), matcher.end()).strip();
      ledger.remark(
          new Ledger.Remark(
              flaw.id(),
              flaw.severity(),
              passage.index(),
              matcher.start(),
              matcher.end(),
              flaw.message().replace("${found}", found),
              found,
              ""));
    }
  }
}
