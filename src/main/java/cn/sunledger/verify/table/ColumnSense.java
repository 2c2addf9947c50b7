package cn.sunledger.verify.table;

import cn.sunledger.model.Labels;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column's figures are of, by its own innermost label. A label that the vocabulary does not
 * know names a part of what stands above it (履职类项目拨款), never the whole.
 */
final class ColumnSense {
  private static final Pattern NEUTRAL =
      Pattern.compile(
          "合计|总计|小计|金额|总额|数额|本年数|预算金额.*|(?:\\d{4}年)?(?:度)?(?:.{0,4}预算|.{0,4}决算|执行|本年|上年)?数?(?:\\(.*\\))?"
              + "|预算总计|决算总计|项目"
              // 本年政府性基金预算支出 over 合计, 基本支出 …: what the table is of, no part of it
              + "|(?:本年|当年|本年度|年初|\\d{4}年度?)?"
              + "(?:一般公共预算|政府性基金预算|政府性基金|国有资本经营预算|国有资本经营|财政拨款|财政|部门|单位|基金)*"
              + "(?:预算|决算)?(?:当年|财政)?(?:拨款)?(?:基本|项目)?(?:支出|收入)?(?:预算|决算)?(?:安排)?(?:数|额|合计)?");

  private final Map<String, Term> columnTerms = new HashMap<>();

  ColumnSense(List<Term> vocabulary) {
    for (Term term : vocabulary) {
      if (!term.where().equals("line")) {
        for (String label : term.labels()) {
          columnTerms.putIfAbsent(label, term);
        }
      }
    }
  }

  /**
   * The sense of one column.
   *
   * @param measure the concept it names, if it names one
   * @param part label of the part it shows; empty where it shows a whole
   * @param sum whether the column sums up the parts beside it
   */
  record Sense(Optional<String> measure, String part, boolean sum) {}

  Sense of(TableColumn column) {
    if (column.measure().map(m -> m.startsWith("carry_")).orElse(false)) {
      return new Sense(column.measure(), "", false);
    }
    for (int i = column.path().size() - 1; i >= 0; i--) {
      String label =
          Labels.normal(column.path().get(i))
              .replaceFirst("\\((?:元|千元|万元|亿元|单位:.*)\\)$", "")
              .replaceFirst("^其中:?", "");
      Term term = columnTerms.getOrDefault(label, columnTerms.get(yearless(label)));
      if (term != null && term.measure().isPresent()) {
        return new Sense(term.measure(), "", false);
      }
      boolean block = label.equals(Labels.normal(column.block()));
      if (term == null && !block && !NEUTRAL.matcher(label).matches()) {
        return new Sense(Optional.empty(), label, i < column.path().size() - 1);
      }
    }
    return new Sense(Optional.empty(), "", false);
  }

  private static String yearless(String label) {
    return label.replaceFirst("^\\d{4}年(?:度)?", "");
  }
}
