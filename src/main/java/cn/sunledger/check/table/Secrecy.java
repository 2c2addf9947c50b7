package cn.sunledger.check.table;

import cn.sunledger.model.DisclosureTable;
import java.util.regex.Pattern;

/**
 * 涉密: amounts that a department may not publish (财预〔2016〕143 号: 涉密信息不予公开). They are printed as
 * stars, or their rows are left out and a note under the table says so; totals hold them all the
 * same.
 */
public final class Secrecy {
  private static final Pattern STARS = Pattern.compile("[*＊✱×]{2,}|[（(]?(?:涉密|保密|不予公开|不公开|略)[)）]?");
  private static final Pattern LEFT_OUT =
      Pattern.compile(".*(?:涉密|国家秘密|保密).*(?:未公开|不公开|不予公开|不宜公开|未列|未单列|不单列|不单独).*");

  private Secrecy() {}

  static boolean withheld(String text) {
    return STARS.matcher(text.strip()).matches();
  }

  /**
   * Whether a table says that it leaves secret rows out.
   *
   * @param table the table
   */
  public static boolean leavesOut(DisclosureTable table) {
    return table.notes().stream()
        .anyMatch(note -> note.text().indexOf('密') >= 0 && LEFT_OUT.matcher(note.text()).matches());
  }
}
