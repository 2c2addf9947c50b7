package cn.sunledger.check;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.rule.RuleExample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule's example as sheets that look like the published ones, so that it goes through the real
 * recogniser. Its text is described in {@code RULES.md}.
 */
final class Example {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?%?");
  private static final Pattern CODED = Pattern.compile("([0-9]{3,})(?:\\s+(.*))?");
  private static final Pattern UNIT = Pattern.compile("〔([0-9]*)〕(.*)");
  private static final Set<String> HEADS = Set.of("项目", "科目", "单位", "指标", "表单");

  private final Map<String, List<SheetGrid>> workbooks = new LinkedHashMap<>();
  private final Set<CellRef> blamed = new LinkedHashSet<>();

  private Example() {}

  static Example of(RuleExample example) {
    Example parsed = new Example();
    for (String table : example.text().split("\\n\\s*\\n")) {
      parsed.table(table.strip().lines().toList());
    }
    return parsed;
  }

  /** The workbook under check. */
  WorkbookGrid workbook() {
    return new WorkbookGrid("example.xlsx", workbooks.getOrDefault("", List.of()));
  }

  /** The workbooks given with it. */
  List<WorkbookGrid> others() {
    List<WorkbookGrid> others = new ArrayList<>();
    workbooks.forEach(
        (source, sheets) -> {
          if (!source.isEmpty()) {
            others.add(new WorkbookGrid(source + ".xlsx", sheets));
          }
        });
    return others;
  }

  /** The cells that {@code !} marks. */
  Set<CellRef> blamed() {
    return blamed;
  }

  private void table(List<String> lines) {
    String[] head = lines.get(0).split("\\s+");
    String source = "";
    String year = "2023";
    String unit = "万元";
    String office = "某市某局";
    String name = head[0];
    for (int i = 1; i < head.length; i++) {
      if (head[i].startsWith("@")) {
        source = head[i].substring(1);
      } else if (head[i].startsWith("部门=")) {
        office = head[i].substring(3);
      } else if (head[i].matches("20[0-9]{2}")) {
        year = head[i];
      } else if (head[i].startsWith("单位=")) {
        unit = head[i].substring(3);
      }
    }
    List<SheetGrid> sheets = workbooks.computeIfAbsent(source, key -> new ArrayList<>());
    SheetGrid sheet = new SheetGrid("表" + (sheets.size() + 1), sheets.size(), false);
    sheets.add(sheet);
    new Drawing(sheet, source, year, unit, office).draw(name, lines.subList(1, lines.size()));
  }

  /** One sheet that is being filled. */
  private final class Drawing {
    private final SheetGrid sheet;
    private final boolean own;
    private final String year;
    private final String unit;
    private final String office;
    private int row = 3;
    private int left;
    private int widest = 2;

    Drawing(SheetGrid sheet, String source, String year, String unit, String office) {
      this.sheet = sheet;
      this.own = source.isEmpty();
      this.year = year;
      this.unit = unit;
      this.office = office;
    }

    void draw(String title, List<String> lines) {
      if (lines.get(0).startsWith("表单")) {
        form(title, lines);
        return;
      }
      int top = row;
      List<List<String>> parts = new ArrayList<>();
      List<String> notes = new ArrayList<>();
      for (String line : lines) {
        if (line.matches("(?:注|说明|备注)[:：].*")) {
          notes.add(line);
        } else if (isHeader(line)) {
          parts.add(new ArrayList<>(List.of(line)));
        } else {
          parts.get(parts.size() - 1).add(line);
        }
      }
      complete(parts);
      int depth = parts.stream().mapToInt(part -> depth(part.get(0))).max().orElse(1);
      int bottom = top;
      for (List<String> part : parts) {
        row = top;
        part(part, depth);
        bottom = Math.max(bottom, row);
      }
      row = bottom;
      text(0, 0, title);
      sheet.put(new Merge(0, 0, 0, Math.max(1, widest - 1)));
      text(1, 0, "部门：" + office);
      text(1, 1, year + "年度");
      if (!unit.equals("无")) {
        text(1, Math.max(2, widest - 1), "单位：" + unit);
      }
      for (String note : notes) {
        text(row++, 0, note);
      }
    }

    /** 项目支出绩效自评表: the money, then the grid of indicators, then the total of points. */
    private void form(String title, List<String> lines) {
      text(0, 0, year + "年度" + title);
      sheet.put(new Merge(0, 0, 0, 8));
      text(1, 0, "（" + year + "年度）");
      text(2, 0, "项目支出名称");
      text(2, 1, "业务工作经费");
      sheet.put(new Merge(2, 1, 2, 8));
      text(3, 0, "主管部门");
      text(3, 1, office);
      sheet.put(new Merge(3, 1, 3, 4));
      text(3, 5, "实施单位");
      text(3, 6, office);
      sheet.put(new Merge(3, 6, 3, 8));
      row = 4;
      text(row, 0, "项目资金（万元）");
      String[] header = cells(lines.get(0));
      for (int i = 1; i < header.length; i++) {
        text(row, 2 + i, header[i]);
      }
      row++;
      boolean grid = false;
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = cells(line);
        if (cells.length == 1) {
          text(row++, 0, cells[0]);
        } else if (cells[0].equals("指标")) {
          if (!grid) {
            indicatorHeader();
            grid = true;
          }
          indicator(cells);
        } else if (cells[0].equals("总分")) {
          text(row, 0, "总分");
          cell(row, 6, cells[1]);
          cell(row++, 7, cells[2]);
        } else {
          text(row, 1, cells[0]);
          for (int i = 1; i < cells.length; i++) {
            cell(row, 2 + i, cells[i]);
          }
          row++;
        }
      }
    }

    private void indicatorHeader() {
      List<String> labels =
          List.of("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施");
      for (int i = 0; i < labels.size(); i++) {
        text(row, i, labels.get(i));
      }
      row++;
    }

    private void indicator(String[] cells) {
      String[] path = cells[1].split("/");
      for (int i = 0; i < path.length; i++) {
        text(row, 1 + i, path[i]);
      }
      for (int i = 2; i < cells.length; i++) {
        boolean points = i == 4 || i == 5;
        if (points) {
          cell(row, 2 + i, cells[i]);
        } else {
          text(row, 2 + i, cells[i]);
        }
      }
      row++;
    }

    /** A table of two sides keeps its other side, blank, where the example is about one only. */
    private void complete(List<List<String>> parts) {
      String sides =
          String.join("", parts.stream().map(part -> part.get(0).substring(0, 3)).toList());
      if (sides.contains("收入:") && !sides.contains("支出:")) {
        parts.add(List.of("支出:项目 | 金额", "本年支出合计 |"));
      } else if (sides.contains("支出:") && !sides.contains("收入:")) {
        parts.add(0, List.of("收入:项目 | 金额", "本年收入合计 |"));
      }
    }

    private boolean isHeader(String line) {
      String first = line.split("\\|")[0].strip().replaceFirst(".*:", "");
      return HEADS.contains(first);
    }

    private int depth(String header) {
      int depth = header.contains(":") ? 2 : 1;
      for (String label : header.split("\\|")) {
        depth = Math.max(depth, label.split("/").length + (header.contains(":") ? 1 : 0));
      }
      return depth;
    }

    private void part(List<String> lines, int depth) {
      String[] header = cells(lines.get(0));
      String side = header[0].contains(":") ? header[0].replaceFirst(":.*", "") : "";
      boolean coded =
          lines.stream().skip(1).anyMatch(line -> CODED.matcher(cells(line)[0]).matches())
              || lines.stream().skip(1).anyMatch(line -> UNIT.matcher(cells(line)[0]).matches());
      int labels = coded ? 2 : 1;
      int width = labels + header.length - 1;
      int start = row;
      header(header, side, depth, coded);
      row = start + depth;
      for (String line : lines.subList(1, lines.size())) {
        line(cells(line), coded, labels);
        row++;
      }
      left += width;
      widest = Math.max(widest, left);
    }

    private void header(String[] header, String side, int depth, boolean coded) {
      int labels = coded ? 2 : 1;
      int shift = side.isEmpty() ? 0 : 1;
      if (!side.isEmpty()) {
        text(row, left, side);
        sheet.put(new Merge(row, left, row, left + labels + header.length - 2));
      }
      if (coded) {
        text(row + shift, left, "科目编码");
        text(row + shift, left + 1, "科目名称");
      } else {
        text(row + shift, left, header[0].replaceFirst(".*:", ""));
      }
      for (int i = 0; i < labels; i++) {
        if (depth - shift > 1) {
          sheet.put(new Merge(row + shift, left + i, row + depth - 1, left + i));
        }
      }
      int first = left + labels;
      List<String[]> paths = new ArrayList<>();
      for (int i = 1; i < header.length; i++) {
        paths.add(header[i].split("/"));
      }
      levels(paths, 0, paths.size(), 0, first, shift, depth);
    }

    private void levels(
        List<String[]> paths, int from, int to, int level, int first, int shift, int depth) {
      for (int i = from; i < to; ) {
        String[] path = paths.get(i);
        int end = i + 1;
        boolean deeper = path.length > level + 1;
        while (deeper
            && end < to
            && paths.get(end).length > level + 1
            && paths.get(end)[level].equals(path[level])) {
          end++;
        }
        text(row + shift + level, first + i, path[level]);
        if (deeper) {
          if (end - i > 1) {
            sheet.put(
                new Merge(row + shift + level, first + i, row + shift + level, first + end - 1));
          }
          levels(paths, i, end, level + 1, first, shift, depth);
        } else if (row + shift + level < row + depth - 1) {
          sheet.put(new Merge(row + shift + level, first + i, row + depth - 1, first + i));
        }
        i = end;
      }
    }

    private void line(String[] cells, boolean coded, int labels) {
      String label = cells[0];
      Matcher unitRow = UNIT.matcher(label);
      Matcher heading = CODED.matcher(label);
      if (unitRow.matches()) {
        text(row, left, unitRow.group(1));
        text(row, left + 1, unitRow.group(2));
      } else if (coded && heading.matches()) {
        text(row, left, heading.group(1));
        text(row, left + 1, heading.group(2) == null ? "" : heading.group(2));
      } else if (coded) {
        text(row, left, label);
        sheet.put(new Merge(row, left, row, left + 1));
      } else {
        text(row, left, label);
      }
      for (int i = 1; i < cells.length; i++) {
        cell(row, left + labels + i - 1, cells[i]);
      }
    }

    private void cell(int cellRow, int column, String printed) {
      String text = printed;
      if (text.endsWith("!")) {
        text = text.substring(0, text.length() - 1).strip();
        if (own) {
          blamed.add(new CellRef(sheet.name(), cellRow, column));
        }
      }
      if (NUMBER.matcher(text).matches()) {
        boolean percent = text.endsWith("%");
        BigDecimal shown = new BigDecimal(percent ? text.substring(0, text.length() - 1) : text);
        BigDecimal stored = percent ? shown.movePointLeft(2) : shown;
        String format = shown.scale() > 0 ? "0." + "0".repeat(shown.scale()) : "0";
        sheet.put(
            new GridCell(
                cellRow,
                column,
                new CellValue.Number(stored, shown, percent, text),
                percent ? format + "%" : format,
                0,
                ""));
      } else {
        text(cellRow, column, text);
      }
    }

    private void text(int cellRow, int column, String text) {
      if (!text.isEmpty()) {
        sheet.put(new GridCell(cellRow, column, new CellValue.Text(text), "General", 0, ""));
      }
    }

    private String[] cells(String line) {
      String[] cells = line.split("\\|", -1);
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cells[i].strip();
      }
      if (cells[0].endsWith("!")) {
        cells[0] = cells[0].substring(0, cells[0].length() - 1).strip();
      }
      return cells;
    }
  }
}
