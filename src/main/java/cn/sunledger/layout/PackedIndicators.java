package cn.sunledger.layout;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 整体绩效目标 whose indicators stand all in one cell below 产出指标 or 效益指标, parted by semicolons:
 * 群众来信办理指标≥95%；….
 */
final class PackedIndicators {
  private static final Pattern HEADING =
      Pattern.compile("(?:年度|整体)?(?:产出|效益|满意度|成本|绩效)(?:目标|指标)(?:\\(.*\\))?");
  private static final Pattern PARTS = Pattern.compile("[;；\\n\\r]+");
  private static final Pattern NUMBERED =
      Pattern.compile("^(?:[0-9]{1,2}[.、．]|[(（][0-9]{1,2}[)）])");
  private static final Pattern COMPARED = Pattern.compile("(.{2,30}?)[:：]?([≥≤⩾⩽><＞＜=＝].*)");
  private static final Pattern NAMED = Pattern.compile("(.{2,20}?指标)[:：]?(.+)");
  private static final int FEWEST = 2;

  private PackedIndicators() {}

  /**
   * The indicators of a table that has no grid of them.
   *
   * @param area the table
   * @param header its header
   * @param body its rows
   * @return in order; empty where no cell holds several
   */
  static List<Indicator> of(Area area, Header header, List<Integer> body) {
    Map<Integer, String> headings = headings(area, header);
    if (headings.isEmpty()) {
      return List.of();
    }
    List<Indicator> indicators = new ArrayList<>();
    for (int row : body) {
      if (row <= header.bottom()) {
        continue;
      }
      for (SheetCell cell : area.row(row)) {
        String heading = headings.get(cell.column());
        if (heading != null && cell.value() instanceof CellValue.Text text) {
          List<Indicator> found = split(heading, area.ref(row, cell.column()), text.text());
          indicators.addAll(found.size() < FEWEST ? List.of() : found);
        }
      }
    }
    return indicators;
  }

  /** The columns that are headed by 产出指标 and its like. */
  private static Map<Integer, String> headings(Area area, Header header) {
    Map<Integer, String> headings = new HashMap<>();
    for (int c = area.left; c <= area.right; c++) {
      String normal = header.word(c).normal();
      if (normal.indexOf('标') > 0 && HEADING.matcher(normal).matches()) {
        headings.put(c, normal);
      }
    }
    return headings;
  }

  private static List<Indicator> split(String heading, CellRef cell, String text) {
    List<Indicator> indicators = new ArrayList<>();
    for (String part : PARTS.split(text)) {
      String piece = NUMBERED.matcher(Labels.compact(part)).replaceFirst("");
      Matcher compared = COMPARED.matcher(piece);
      Matcher named = NAMED.matcher(piece);
      Matcher found = compared.matches() ? compared : named;
      if (found.matches()) {
        indicators.add(
            new Indicator(
                List.of(heading, found.group(1)),
                IndicatorText.parse(cell, found.group(2)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
      }
    }
    return indicators;
  }
}
