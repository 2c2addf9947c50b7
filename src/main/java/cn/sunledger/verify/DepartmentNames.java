package cn.sunledger.verify;

import cn.sunledger.model.Labels;
import cn.sunledger.model.NarrativeText;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the narrative calls its department, where no workbook says so: the name that opens several of
 * its paragraphs in front of the year or of what is disclosed.
 */
final class DepartmentNames {
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:[(][一二三四五六七八九十]+[)]|\\d+[.、])?(?:\\d{4}年度?,?)?(\\p{IsHan}{4,28}?)(?:\\d{4}年|本年|一般公共|财政拨款|部门预算|部门决算|收入|三公|机关运行|政府采购)");
  private static final Pattern WORDS =
      Pattern.compile(
          ".*(?:预算|决算|支出|收入|经费|原因|用于|情况|反映|比|较|安排|主要|其中|此外|截至).*|^(?:与|本|我|按|由|为|上|全).*");

  /** The names that open at least two paragraphs. */
  Set<String> in(NarrativeText text) {
    Map<String, Integer> counts = new HashMap<>();
    for (NarrativeText.Paragraph paragraph : text.paragraphs()) {
      Matcher matcher = OPENING.matcher(Labels.normal(paragraph.text()));
      if (matcher.find() && !WORDS.matcher(matcher.group(1)).matches()) {
        counts.merge(matcher.group(1), 1, Integer::sum);
      }
    }
    Set<String> names = new LinkedHashSet<>();
    counts.forEach(
        (name, count) -> {
          if (count > 1) {
            names.add(name);
          }
        });
    return names;
  }
}
