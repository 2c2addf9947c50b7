package cn.sunledger.verify.lint;

import cn.sunledger.model.Severity;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Topic;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.FigureIndex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 绩效: whether the projects of all grades are as many as were evaluated, whether their mean score
 * can be what is printed, and whether the money concerned is not more than there is of 项目支出.
 */
final class PerformanceLint {
  private static final Pattern EVALUATED =
      Pattern.compile(
          "(?:对|组织|开展|完成|其中|上述|涉及|共)[^。;\\d]{0,16}?(\\d+)个(?:[^。;\\d]{0,6}项目|项目)[^。;]{0,14}?(?:自评|评价)"
              + "|(\\d+)个项目(?=平均得分|的?平均)");
  private static final String GRADE = "(优秀|优良|优|良好|良|中|合格|一般|不合格|较差|差)";
  private static final Pattern GRADED =
      Pattern.compile(
          "(?:评价|自评|评定|结果|等级|等次|为|,|;|、|:|有|的)"
              + GRADE
              + "(?:等次|等级|级|档)?的?(?:项目)?(?:有|为|共)?(\\d+)个"
              + "|(\\d+)个(?:项目)?(?:[^,。;\\d]{0,8}?)(?:等级|等次|结果|评)?为"
              + GRADE
              + "(?=[,。;、]|等)");
  private static final Pattern MEAN =
      Pattern.compile("平均(?:得?分|分值)(?:数)?(?:为|是|达到?)?(\\d{1,3}(?:\\.\\d+)?)分");
  private static final Pattern MONEY = Pattern.compile("项目[^。;]{0,40}?(?:涉及|资金|金额)|涉及[^。;]{0,6}资金");
  private static final Pattern WHOLE = Pattern.compile("整体|部门预算|全部预算|基本支出|下级|转移支付|全年");
  private static final Map<Character, int[]> BANDS =
      Map.of(
          '优', new int[] {90, 100},
          '良', new int[] {80, 90},
          '中', new int[] {60, 80},
          '合', new int[] {60, 80},
          '一', new int[] {60, 80},
          '不', new int[] {0, 60},
          '较', new int[] {0, 60},
          '差', new int[] {0, 60});

  private final FigureIndex index;

  PerformanceLint(FigureIndex index) {
    this.index = index;
  }

  void find(Reading reading, Ledger ledger) {
    for (Reading.Passage passage : reading.passages()) {
      String text = passage.folded().text();
      if (!passage.paragraph().heading() && text.contains("评")) {
        grades(passage, text, ledger);
      }
    }
    for (Mention mention : reading.mentions()) {
      Reading.Passage passage = reading.passages().get(mention.paragraph());
      if (mention.isMoney() && passage.topic() == Topic.PERFORMANCE && !passage.annex()) {
        money(mention, passage, ledger);
      }
    }
  }

  private static void grades(Reading.Passage passage, String text, Ledger ledger) {
    Map<Integer, String> grades = new TreeMap<>();
    int sum = 0;
    int end = 0;
    BigDecimal least = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    Matcher graded = GRADED.matcher(text);
    while (graded.find()) {
      String grade = graded.group(1) != null ? graded.group(1) : graded.group(4);
      int count = Integer.parseInt(graded.group(1) != null ? graded.group(2) : graded.group(3));
      int[] band = BANDS.get(grade.charAt(0));
      grades.put(graded.start(), grade);
      sum += count;
      least = least.add(BigDecimal.valueOf((long) count * band[0]));
      most = most.add(BigDecimal.valueOf((long) count * band[1]));
      end = graded.end();
    }
    if (grades.isEmpty() || sum == 0) {
      return;
    }
    Optional<Integer> total = evaluated(text);
    boolean several = grades.size() > 1;
    if (several && total.isPresent() && total.get() != sum) {
      remark(
          ledger,
          passage,
          grades.keySet().iterator().next(),
          end,
          "A-16",
          "各等级的项目共" + sum + "个，前面写的是" + total.get() + "个项目");
      return;
    }
    Matcher mean = MEAN.matcher(text);
    if (mean.find() && (several || total.filter(t -> t.equals(1)).isPresent() || all(total, sum))) {
      BigDecimal score = new BigDecimal(mean.group(1));
      BigDecimal count = BigDecimal.valueOf(sum);
      BigDecimal low = least.divide(count, 2, RoundingMode.DOWN);
      BigDecimal high = most.divide(count, 2, RoundingMode.UP);
      if (score.compareTo(low) < 0 || score.compareTo(high) > 0) {
        remark(
            ledger,
            passage,
            mean.start(),
            mean.end(),
            "A-16",
            "按各等级的项目数，平均得分应在"
                + low.stripTrailingZeros().toPlainString()
                + "至"
                + high.stripTrailingZeros().toPlainString()
                + "分之间");
      }
    }
  }

  private static boolean all(Optional<Integer> total, int sum) {
    return total.filter(t -> t == sum).isPresent();
  }

  private static Optional<Integer> evaluated(String text) {
    Matcher matcher = EVALUATED.matcher(text);
    return matcher.find()
        ? Optional.of(
            Integer.valueOf(matcher.group(1) != null ? matcher.group(1) : matcher.group(2)))
        : Optional.empty();
  }

  /** Money of projects that is more than all 项目支出 of the tables. */
  private void money(Mention mention, Reading.Passage passage, Ledger ledger) {
    String text = passage.folded().text();
    int start =
        Math.max(
                text.lastIndexOf('。', mention.token().start()),
                text.lastIndexOf(';', mention.token().start()))
            + 1;
    String clause = text.substring(start, mention.token().start());
    if (!MONEY.matcher(clause).find() || WHOLE.matcher(clause).find()) {
      return;
    }
    List<Figure> projects =
        index.where(
            f ->
                f.origin() == Figure.Origin.CURRENT
                    && f.measure().equals("project_expense")
                    && f.item().isEmpty()
                    && f.amount().unit().isMoney()
                    && !f.isPerformance());
    Optional<BigDecimal> most =
        projects.stream().map(f -> f.amount().in(Unit.YUAN).value()).max(BigDecimal::compareTo);
    BigDecimal said = mention.quantity().amount().in(Unit.YUAN).value();
    boolean more =
        most.isPresent()
            && most.get().signum() > 0
            && said.compareTo(most.get().multiply(new BigDecimal("1.001"))) > 0;
    if (more) {
      remark(
          ledger,
          passage,
          mention.from(),
          mention.token().end(),
          "N-21",
          "绩效管理的项目资金大于表中的项目支出合计"
              + most.get().movePointLeft(4).stripTrailingZeros().toPlainString()
              + "万元；包含其他资金的应在文中说明");
    }
  }

  private static void remark(
      Ledger ledger, Reading.Passage passage, int start, int end, String rule, String message) {
    ledger.remark(
        new Ledger.Remark(
            rule,
            Severity.WARNING,
            passage.index(),
            start,
            end,
            message,
            passage.folded().printed(start, end).strip(),
            ""));
  }
}
