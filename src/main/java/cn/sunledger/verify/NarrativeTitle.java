package cn.sunledger.verify;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Labels;
import cn.sunledger.model.NarrativeText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 标题所写: whose narrative it says to be, and of what, on its first lines.
 *
 * @param units names of units in front of 预算 or 决算; empty where the title names none
 * @param kind budget or final accounts; empty where the title names neither or both
 */
record NarrativeTitle(Set<String> units, Optional<DocumentKind> kind) {
  private static final int LINES = 6;
  private static final int LONGEST = 60;
  private static final String UNIT =
      "(\\p{IsHan}[\\p{IsHan}()]{1,38}?(?:局|委|委员会|办|办公室|厅|部|院|会|团|中心|站|所|校|学|园|馆|队|处|协会|公司"
          + "|街道|镇|乡|政府|党校|社|台|库|联|园区|管委会)(?:\\([^()]{1,12}\\)|本级|机关|汇总)?)";
  private static final Pattern NAMED =
      Pattern.compile(
          "^(?:附件?\\d*[:、]?)?(?:关于)?(?:20\\d\\d年度?)?"
              + UNIT
              + "(?:20\\d\\d年度?)?(?:的)?(?:部门|单位|高等学校|高校)?(?:收支)?(?:预算|决算)");
  private static final Pattern NO_NAME =
      Pattern.compile("^(?:第.+部分|部门|单位|高等学校|高校|本|我|公开|报表|目录|全部|各部门|.*(?:收支|收入|支出|情况|说明|经费).*).*");
  private static final Pattern ENTRY = Pattern.compile(".*[.…·]{3,}.*|.*\\t.*");

  static NarrativeTitle of(NarrativeText text) {
    Set<String> units = new LinkedHashSet<>();
    boolean budget = false;
    boolean accounts = false;
    List<NarrativeText.Paragraph> lines =
        text.paragraphs().subList(0, Math.min(LINES, text.paragraphs().size()));
    String before = "";
    for (NarrativeText.Paragraph paragraph : lines) {
      String line = Labels.normal(paragraph.text());
      if (line.length() > LONGEST
          || line.indexOf('。') >= 0
          || ENTRY.matcher(line).matches()
          || line.startsWith("目录")
          || line.startsWith("第一部分")) {
        break;
      }
      named(line).ifPresent(units::add);
      if (units.isEmpty() && !before.isEmpty()) {
        named(before + line).ifPresent(units::add);
      }
      String plain = line.replaceAll("预决算|预算绩效|预算执行|一般公共预算|基金预算|经营预算", "");
      budget |= plain.contains("预算");
      accounts |= plain.contains("决算");
      before = line;
    }
    Optional<DocumentKind> kind =
        budget == accounts
            ? Optional.empty()
            : Optional.of(
                budget ? DocumentKind.DEPARTMENT_BUDGET : DocumentKind.DEPARTMENT_FINAL_ACCOUNTS);
    return new NarrativeTitle(units, kind);
  }

  private static Optional<String> named(String line) {
    Matcher matcher = NAMED.matcher(line);
    return matcher.find() && !NO_NAME.matcher(matcher.group(1)).matches()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }
}
