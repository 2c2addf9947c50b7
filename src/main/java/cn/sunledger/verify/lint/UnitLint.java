package cn.sunledger.verify.lint;

import cn.sunledger.model.Severity;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Subject;
import cn.sunledger.verify.text.Quantity.Kind;
import cn.sunledger.verify.text.Token;
import java.util.List;
import java.util.regex.Pattern;

/** Finds units that are missing or that fall out of their enumeration. */
final class UnitLint {
  private static final Pattern RATE =
      Pattern.compile("(?:增长|下降|降低|增幅|降幅|上升|占[^,。;]{0,14}|完成[^,。;]{0,8}预算的?)$");
  private static final Pattern PRICE = Pattern.compile("(?:每|人均|标准|单价|定额|工本费|元/).*");

  void find(Reading reading, Ledger ledger) {
    for (Mention mention : reading.mentions()) {
      Reading.Passage passage = reading.passages().get(mention.paragraph());
      if (passage.folded().original().indexOf('\t') >= 0) {
        continue;
      }
      if (mention.quantity().kind() == Kind.BARE) {
        bare(mention, passage, ledger);
      } else if (mention.quantity().unit() == Unit.YUAN) {
        yuan(mention, passage, reading.mentions(), ledger);
      }
    }
  }

  private static void bare(Mention mention, Reading.Passage passage, Ledger ledger) {
    String text = passage.folded().text();
    int start = mention.token().start();
    int end = mention.token().end();
    String before = text.substring(Math.max(0, start - 24), start);
    boolean stop = end == text.length() || "，。；,;、)".indexOf(text.charAt(end)) >= 0;
    boolean decimals = mention.quantity().value().scale() > 0;
    if (stop
        && RATE.matcher(before).find()
        && (decimals || before.endsWith("增长") || before.endsWith("下降"))) {
      ledger.remark(
          new Ledger.Remark(
              "W-13",
              Severity.WARNING,
              passage.index(),
              mention.from(),
              end,
              "“" + passage.folded().printed(start, end) + "”后面缺少百分号",
              passage.folded().printed(start, end),
              passage.folded().printed(start, end) + "%"));
      return;
    }
    Subject subject = mention.statement().subject();
    boolean money =
        decimals
            && subject.covered()
            && subject.isKnown()
            && !mention.aside()
            && !passage.topic().isProse();
    if (money) {
      ledger.remark(
          new Ledger.Remark(
              "U-03",
              Severity.INFO,
              passage.index(),
              mention.from(),
              end,
              "“" + passage.folded().printed(start, end) + "”后面缺少单位",
              passage.folded().printed(start, end),
              ""));
    }
  }

  /** 0.00元 in an enumeration of 万元. */
  private static void yuan(
      Mention mention, Reading.Passage passage, List<Mention> all, Ledger ledger) {
    Subject subject = mention.statement().subject();
    String text = passage.folded().text();
    String around =
        text.substring(Math.max(0, mention.token().start() - 12), mention.token().start());
    if (mention.aside()
        || mention.role() != Role.LEVEL
        || !subject.covered()
        || !subject.isKnown()
        || PRICE.matcher(around).find()) {
      return;
    }
    long others =
        all.stream()
            .filter(m -> m.paragraph() == mention.paragraph() && m.isMoney())
            .filter(m -> m.quantity().unit() == Unit.TEN_THOUSAND_YUAN)
            .count();
    if (others < 2) {
      return;
    }
    Token token = mention.token();
    ledger.remark(
        new Ledger.Remark(
            "U-01",
            Severity.ERROR,
            passage.index(),
            token.start(),
            token.end(),
            "同一段的其他金额都用万元，这里写成“" + passage.folded().printed(token.start(), token.end()) + "”",
            "元",
            "万元"));
  }
}
