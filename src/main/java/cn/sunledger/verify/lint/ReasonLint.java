package cn.sunledger.verify.lint;

import cn.sunledger.model.Severity;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds changes without any reason, and reasons that speak for the opposite change. */
final class ReasonLint {
  private static final Pattern REASON = Pattern.compile("原因|因为|由于|主要是|主要系|系因|为贯彻|厉行节约|所致");
  private static final Pattern STATED =
      Pattern.compile("(?:主要)?原因(?:是|为)?:?|主要是(?:因为|由于)?|主要因为|主要由于|主要系");
  private static final Pattern MORE = Pattern.compile("新增|增加|增长|增多|扩大|提高|上涨|上调|增人|增资|追加|调增");
  private static final Pattern LESS =
      Pattern.compile(
          "减少|下降|压减|压缩|节约|厉行|取消|完成|结束|未|没有|缩减|降低|精简|控制|到期|一次性|上年|去年|调整|调减|退休|调出|调离|划转|转入|转隶|不再|暂停|过紧日子|合并|剥离|疫情|核减|偏少|优化|移交|撤销|基数");
  private static final Pattern OPPOSITE = Pattern.compile("减少|下降|压减|压缩|节约|厉行|取消|缩减|降低|精简|核减|调减");
  private static final Pattern UNMOVED = Pattern.compile("保持不变|没有变化|无变化|持平(?!衡)");
  private static final Set<Topic> EXPLAINED =
      Set.of(
          Topic.TOTAL,
          Topic.FISCAL_TOTAL,
          Topic.GPB,
          Topic.FISCAL_EXPENSE,
          Topic.THREE_PUBLIC,
          Topic.ORG_COST);

  void find(Reading reading, Ledger ledger) {
    Map<Integer, Mention> first = new LinkedHashMap<>();
    for (Mention mention : reading.mentions()) {
      if (mention.role() != Role.DELTA && mention.role() != Role.RATE || mention.aside()) {
        continue;
      }
      Reading.Passage passage = reading.passages().get(mention.paragraph());
      boolean some = mention.quantity().value().signum() != 0;
      if (some && EXPLAINED.contains(passage.topic()) && !passage.annex()) {
        first.putIfAbsent(passage.section(), mention);
      }
      boolean last = isLastOfSentence(mention, passage);
      if (some && last && mention.sign() != 0) {
        against(mention, passage, ledger);
      }
    }
    for (Map.Entry<Integer, Mention> section : first.entrySet()) {
      missing(section.getKey(), section.getValue(), reading, ledger);
    }
  }

  private static boolean isLastOfSentence(Mention mention, Reading.Passage passage) {
    String rest = passage.folded().text().substring(mention.token().end());
    Matcher reason = STATED.matcher(rest);
    if (!reason.find() || reason.start() > 24) {
      return false;
    }
    String between = rest.substring(0, reason.start());
    return between.chars().noneMatch(c -> c >= '0' && c <= '9')
        && !between.matches(".*(?:大于|小于|高于|低于|超过|少于|预算).*");
  }

  private static void missing(int section, Mention mention, Reading reading, Ledger ledger) {
    List<Reading.Passage> passages =
        reading.passages().stream().filter(p -> p.section() == section).toList();
    boolean explained = passages.stream().anyMatch(p -> REASON.matcher(p.folded().text()).find());
    if (!explained) {
      Topic topic = reading.passages().get(mention.paragraph()).topic();
      boolean items = topic == Topic.GPB || topic == Topic.FISCAL_EXPENSE;
      ledger.remark(
          new Ledger.Remark(
              "W-04",
              items ? Severity.INFO : Severity.WARNING,
              mention.paragraph(),
              mention.from(),
              mention.token().end(),
              "写了增减，没有写原因",
              mention.quantity().printed().strip(),
              ""));
    }
  }

  private static void against(Mention mention, Reading.Passage passage, Ledger ledger) {
    String rest = passage.folded().text().substring(mention.token().end());
    Matcher stated = STATED.matcher(rest);
    if (!stated.find()) {
      return;
    }
    int end = stated.end();
    while (end < rest.length() && "。;".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String reason = rest.substring(stated.end(), end);
    boolean down = mention.sign() < 0;
    boolean more = MORE.matcher(reason).find();
    boolean less = LESS.matcher(reason).find();
    boolean opposite = down ? more && !less : less && !more && OPPOSITE.matcher(reason).find();
    boolean unmoved = UNMOVED.matcher(reason).find() && !more && !less;
    if (opposite || unmoved) {
      int start = mention.token().end() + stated.end();
      ledger.remark(
          new Ledger.Remark(
              "W-05",
              Severity.INFO,
              passage.index(),
              start,
              start + reason.length(),
              "写的是" + (down ? "减少" : "增加") + "，原因却像是" + (unmoved ? "没有变化" : down ? "增加" : "减少"),
              reason,
              ""));
    }
  }
}
