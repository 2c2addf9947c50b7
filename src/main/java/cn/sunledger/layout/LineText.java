package cn.sunledger.layout;

import cn.sunledger.model.LineRole;
import java.util.regex.Pattern;

/** What a line's label says of its place: enumerators, sums, 其中. */
final class LineText {
  private static final String CHINESE = "[一二三四五六七八九十百]+";
  private static final Pattern[] ENUMERATORS = {
    Pattern.compile("^" + CHINESE + "[、.．，,].*"),
    Pattern.compile("^[(（]" + CHINESE + "[)）].*"),
    Pattern.compile("^[0-9０-９]{1,2}[、.．](?![0-9]).*|^[⒈-⒛].*"),
    Pattern.compile("^[(（][0-9０-９]{1,2}[)）].*|^[⑴-⒇].*"),
    Pattern.compile("^[①-⑳].*")
  };
  private static final String OF_WHICH = "其中";
  private static final Pattern BEHIND =
      Pattern.compile("(?:[(（](?:元|千元|万元|亿元|[0-9+=行栏-]+)[)）])?[:：]?$");
  private static final Pattern TOTAL = Pattern.compile("合计|总合计|全部合计|.{0,8}金额合计");
  private static final int LONGEST_SUM = 30;
  private static final int LONGEST_SCORE = 8;
  private static final Pattern CODE = Pattern.compile("[0-9]{3,12}");

  private LineText() {}

  /**
   * The rank of the enumerator in front: 0 for 一、 1 for （一） 2 for 1. 3 for (1) 4 for ①, -1 for
   * none.
   */
  static int enumerator(String label) {
    String bare = withoutOfWhich(label);
    if (bare.isEmpty() || !mayBegin(bare.charAt(0))) {
      return -1;
    }
    for (int i = 0; i < ENUMERATORS.length; i++) {
      if (ENUMERATORS[i].matcher(bare).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** Whether an enumerator may begin with a character. */
  private static boolean mayBegin(char c) {
    return "一二三四五六七八九十百(（".indexOf(c) >= 0
        || c >= '0' && c <= '9'
        || c >= '０' && c <= '９'
        || c >= '①' && c <= '⒛';
  }

  /** A label without 其中 in front. */
  static String withoutOfWhich(String label) {
    if (!label.startsWith(OF_WHICH)) {
      return label;
    }
    boolean colon = label.startsWith(":", 2) || label.startsWith("：", 2);
    return label.substring(colon ? 3 : 2);
  }

  /** Whether a text that stands in a label column is a line's label rather than a header's. */
  static boolean looksLikeLine(String text) {
    return enumerator(text) >= 0 || CODE.matcher(text).matches() || role(text) != LineRole.ITEM;
  }

  /** The role that the label alone tells. */
  static LineRole role(String label) {
    if (label.startsWith(OF_WHICH) || label.startsWith("#")) {
      return LineRole.OF_WHICH;
    }
    if (label.startsWith("总分") && label.length() <= LONGEST_SCORE) {
      return LineRole.TOTAL;
    }
    if (label.indexOf('计') < 0 || label.length() > LONGEST_SUM) {
      return LineRole.ITEM;
    }
    String bare = BEHIND.matcher(label).replaceFirst("");
    if (bare.endsWith("总计") && bare.length() <= 8) {
      return LineRole.GRAND_TOTAL;
    }
    if (TOTAL.matcher(bare).matches()) {
      return LineRole.TOTAL;
    }
    boolean sum = bare.endsWith("合计") || bare.endsWith("小计");
    return sum && bare.length() <= 22 ? LineRole.SUBTOTAL : LineRole.ITEM;
  }
}
