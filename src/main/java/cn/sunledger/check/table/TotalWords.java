package cn.sunledger.check.table;

import cn.sunledger.model.Labels;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which a header or a line says that it is a sum, or that it is none. */
public final class TotalWords {
  private static final Set<String> PLAIN = Set.of("合计", "总计", "小计", "计", "共计", "总额", "合计数", "累计");
  private static final Pattern TOTAL = Pattern.compile(".*(?:合计|总计|小计|总额)(?:数|金额)?");
  private static final Pattern PART =
      Pattern.compile(".*(?:其中|占比|比例|比重|比率|执行率|完成率|增减率|增长率|%).*|率|.*率");
  private static final Pattern RATE =
      Pattern.compile(
          ".{0,16}(?:增减|增长|变动|变化|下降|升降|执行|完成|同比)(?:率|幅度?|比例|比率|百分比|%)(?:[(（]?%[)）]?)?"
              + "|.{0,8}(?:占比|比重)(?:[(（]?%[)）]?)?|.{0,8}增幅|.*[(（]%[)）]");

  private static final String RATE_ENDS = "率幅度例比重%％)）";

  private TotalWords() {}

  /**
   * Whether a label says nothing but that it is a sum: 合计, 小计, 总计.
   *
   * @param label as printed
   */
  public static boolean plain(String label) {
    return PLAIN.contains(bare(label));
  }

  /**
   * Whether a label names a sum: 本年收入合计, “三公”经费合计, 资金总额.
   *
   * @param label as printed
   */
  public static boolean total(String label) {
    String bare = bare(label);
    return PLAIN.contains(bare) || (TOTAL.matcher(bare).matches() && !part(bare));
  }

  /**
   * Whether a label names something that is shown besides and not added up: 其中, a rate.
   *
   * @param label as printed
   */
  public static boolean part(String label) {
    return PART.matcher(Labels.normal(label)).matches();
  }

  /**
   * Whether a label names a rate, which is no sum of other rates: 增减率, 比上年增长（%）, 占比.
   *
   * @param label as printed
   */
  public static boolean rate(String label) {
    String plain = label.strip();
    // asked of every amount that is added up, and hardly any label ends like a rate
    return !plain.isEmpty()
        && RATE_ENDS.indexOf(plain.charAt(plain.length() - 1)) >= 0
        && RATE.matcher(Labels.normal(label)).matches();
  }

  private static String bare(String label) {
    String normal = Labels.withoutEnumerator(Labels.normal(label));
    return normal.endsWith(":") ? normal.substring(0, normal.length() - 1) : normal;
  }
}
