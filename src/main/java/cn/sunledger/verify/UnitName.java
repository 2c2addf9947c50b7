package cn.sunledger.verify;

import cn.sunledger.model.Labels;
import java.util.regex.Pattern;

/**
 * 单位名称: whether two printed names may mean one unit. 本级, 汇总, brackets, the place in front and
 * abbreviations (发改委) make no other unit; another place or another word does.
 */
public final class UnitName {
  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");
  private static final Pattern FRONT = Pattern.compile("^(?:20\\d\\d年度?|中国共产党|中共|中华人民共和国|关于)+");
  private static final Pattern BEHIND =
      Pattern.compile("(?:20\\d\\d年度?|部门|单位|本级|机关|本部|汇总|合并|整体|\\d+)+$");
  private static final Pattern JOINING = Pattern.compile("[和与及、·.—-]");
  private static final int TELLING = 3;

  private UnitName() {}

  /**
   * The name without what does not tell units apart.
   *
   * @param name as printed
   */
  public static String core(String name) {
    String bare = Labels.normal(name);
    for (String before = ""; !before.equals(bare); ) {
      before = bare;
      bare = BRACKETS.matcher(bare).replaceAll("");
      bare = BEHIND.matcher(FRONT.matcher(bare).replaceFirst("")).replaceFirst("");
    }
    return JOINING.matcher(bare).replaceAll("");
  }

  /**
   * Whether both may be names of one unit; a name that says nothing may be any unit's.
   *
   * @param one a printed name
   * @param other another
   */
  public static boolean maySame(String one, String other) {
    String mine = core(one);
    String theirs = core(other);
    String brief = mine.length() <= theirs.length() ? mine : theirs;
    String full = mine.length() <= theirs.length() ? theirs : mine;
    return brief.length() < TELLING || isAbridged(brief, full);
  }

  /**
   * Whether a text speaks of a unit by its name, in full or without the place in front of it.
   *
   * @param text in normal form
   * @param name as printed
   */
  public static boolean isIn(String text, String name) {
    String full = BRACKETS.matcher(Labels.normal(name)).replaceAll("");
    String bare = full.replaceFirst("^.{1,8}?(?:省|自治区|市|区|县|州|旗)(?=.{4,})", "");
    return full.length() >= TELLING && (text.contains(full) || text.contains(bare));
  }

  /** Whether all characters of the shorter name stand in the longer one in their order. */
  private static boolean isAbridged(String brief, String full) {
    int at = 0;
    for (int i = 0; i < full.length() && at < brief.length(); i++) {
      if (full.charAt(i) == brief.charAt(at)) {
        at++;
      }
    }
    return at == brief.length();
  }
}
