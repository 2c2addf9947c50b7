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
import java.util.regex.Pattern;

/**
 * “三公”各项的原因: an item whose final accounts are not its budget, or not last year's, needs a reason of
 * its own; that of the whole does not explain its parts.
 */
final class ItemReasonLint {
  private static final Pattern REASON = Pattern.compile("原因|因为|由于|主要是|主要系|系因|所致|因[^公]");
  private static final Map<String, String> ITEMS =
      Map.of(
          "tp_abroad", "因公出国（境）费",
          "tp_vehicle", "公务用车购置及运行维护费",
          "tp_vehicle_operation", "公务用车运行维护费",
          "tp_vehicle_purchase", "公务用车购置费",
          "tp_reception", "公务接待费");

  private final boolean finalAccounts;

  ItemReasonLint(boolean finalAccounts) {
    this.finalAccounts = finalAccounts;
  }

  void find(Reading reading, Ledger ledger) {
    if (!finalAccounts) {
      return;
    }
    Map<String, Mention> unexplained = new LinkedHashMap<>();
    Map<String, Boolean> explained = new LinkedHashMap<>();
    for (Mention mention : reading.mentions()) {
      Reading.Passage passage = reading.passages().get(mention.paragraph());
      boolean change = mention.role() == Role.DELTA && mention.quantity().value().signum() != 0;
      boolean short100 =
          mention.role() == Role.COMPLETION
              && mention.quantity().value().intValue() != 100
              && mention.quantity().value().signum() != 0;
      if (passage.topic() != Topic.THREE_PUBLIC || passage.annex() || mention.aside()) {
        continue;
      }
      for (String item : ITEMS.keySet()) {
        if (mention.statement().subject().isConcept(item) && (change || short100)) {
          boolean here = REASON.matcher(passage.folded().text()).find();
          explained.merge(item, here, Boolean::logicalOr);
          unexplained.putIfAbsent(item, mention);
        }
      }
    }
    boolean anywhere =
        reading.passages().stream()
            .filter(p -> p.topic() == Topic.THREE_PUBLIC && !p.annex())
            .anyMatch(p -> REASON.matcher(p.folded().text()).find());
    if (anywhere) {
      unexplained.forEach(
          (item, mention) -> {
            if (!explained.get(item) && !isSaid(item, reading)) {
              remark(item, mention, ledger);
            }
          });
    }
  }

  /** A reason in another paragraph that names the item. */
  private static boolean isSaid(String item, Reading reading) {
    String name = ITEMS.get(item).replace("（境）", "").substring(0, 4);
    List<Reading.Passage> passages = reading.passages();
    return passages.stream()
        .filter(p -> p.topic() == Topic.THREE_PUBLIC)
        .map(p -> p.folded().text())
        .anyMatch(text -> text.contains(name) && REASON.matcher(text).find());
  }

  private static void remark(String item, Mention mention, Ledger ledger) {
    String message = ITEMS.get(item) + "与预算或上年不等，没有写这一项的原因";
    ledger.remark("P3-12", Severity.WARNING, mention, message);
  }
}
