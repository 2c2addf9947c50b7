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
  private static final Pattern OF_WHICH = Pattern.compile("^(?:其中|#|其 中)[:：]?.*");
  private static final Pattern GRAND_TOTAL = Pattern.compile(".{0,6}总计");
  private static final Pattern TOTAL = Pattern.compile("(?:合计|总合计|全部合计)[:：]?|.{0,8}金额合计");
  private static final Pattern SUBTOTAL = Pattern.compile(".{1,20}(?:合计|小计)[:：]?|小计");
  private static final Pattern CODE = Pattern.compile("[0-9]{3,12}");

  private LineText() {}

  /**
   * The rank of the enumerator in front: 0 for 一、 1 for （一） 2 for 1. 3 for (1) 4 for ①, -1 for
   * none.
   */
  static int enumerator(String label) {
    String bare = label.replaceFirst("^其中[:：]?", "");
    for (int i = 0; i < ENUMERATORS.length; i++) {
      if (ENUMERATORS[i].matcher(bare).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a text that stands in a label column is a line's label rather than a header's. */
  static boolean looksLikeLine(String text) {
    return enumerator(text) >= 0
        || OF_WHICH.matcher(text).matches()
        || CODE.matcher(text).matches()
        || role(text) != LineRole.ITEM;
  }

  /** The role that the label alone tells. */
  static LineRole role(String label) {
    if (GRAND_TOTAL.matcher(label).matches()) {
      return LineRole.GRAND_TOTAL;
    }
    if (TOTAL.matcher(label).matches()) {
      return LineRole.TOTAL;
    }
    if (SUBTOTAL.matcher(label).matches()) {
      return LineRole.SUBTOTAL;
    }
    return OF_WHICH.matcher(label).matches() ? LineRole.OF_WHICH : LineRole.ITEM;
  }
}
