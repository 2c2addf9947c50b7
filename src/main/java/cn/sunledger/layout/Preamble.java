package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands around a table.
 *
 * @param title the title as printed, blanks removed; empty where none stands there
 * @param titleCell its cell
 * @param tag 公开01表 …
 * @param unit the declared unit
 * @param unitCell its cell
 * @param unitCode the department's code
 * @param unitName the department's name
 * @param year the year of title, preamble or header
 * @param notes notes with their cells
 */
record Preamble(
    String title,
    Optional<CellRef> titleCell,
    String tag,
    Optional<Unit> unit,
    Optional<CellRef> unitCell,
    String unitCode,
    String unitName,
    Optional<Integer> year,
    List<Indicator.TextCell> notes) {

  private static final List<String> NAME_LABELS =
      List.of(
          "部门名称",
          "部门(单位)名称",
          "单位(部门)名称",
          "单位名称",
          "预算部门",
          "预算部门(单位)",
          "填报单位",
          "预算单位",
          "主管部门",
          "主管部门及代码",
          "项目主管部门",
          "实施单位",
          "项目单位",
          "项目实施单位");

  static Preamble read(Region region) {
    Reading reading = new Reading(region.area());
    for (int r : region.preamble()) {
      reading.row(r);
    }
    for (int r : region.notes()) {
      for (GridCell cell : region.area().row(r)) {
        String text = Labels.compact(cell.value().text());
        if (!text.isEmpty()) {
          reading.notes.add(new Indicator.TextCell(region.area().ref(r, cell.column()), text));
        }
      }
    }
    if (reading.unitName.isEmpty() && FormReader.isForm(region)) {
      reading.nameInForm(region);
    }
    return reading.result();
  }

  private static final class Reading {
    private final Area area;
    private final List<Indicator.TextCell> notes = new ArrayList<>();
    private String title = "";
    private boolean proper;
    private CellRef titleCell;
    private String tag = "";
    private Unit unit;
    private CellRef unitCell;
    private String unitCode = "";
    private String unitName = "";
    private Integer titleYear;
    private Integer rowYear;

    private Reading(Area area) {
      this.area = area;
    }

    private void row(int r) {
      boolean nameFollows = false;
      for (GridCell cell : area.row(r)) {
        String text = Labels.compact(cell.value().text());
        if (text.isEmpty()) {
          continue;
        }
        CellRef ref = area.ref(r, cell.column());
        if (unit == null && Pieces.declaresUnit(text)) {
          unit = Pieces.unit(text).orElse(null);
          unitCell = ref;
        }
        Optional<String> department = Pieces.department(text);
        if (department.isPresent()) {
          nameFollows = department.get().isEmpty();
          name(department.get());
        } else if (nameFollows && Pieces.unit(text).isEmpty()) {
          name(text);
          nameFollows = false;
        } else if (Pieces.isDepartmentWord(text)) {
          nameFollows = true;
        } else if (Pieces.isTag(text)) {
          tag = tag.isEmpty() ? text : tag;
        } else if (Pieces.isYear(text) || Pieces.isDate(text)) {
          if (rowYear == null
              && !text.contains("日期")
              && !text.contains("时间")
              && Pieces.isYear(text)) {
            rowYear = Pieces.year(text).or(() -> Pieces.bareYear(text)).orElse(null);
          }
        } else {
          title(text, ref);
        }
        if (titleYear == null && !Pieces.isDate(text) && !Pieces.isYear(text)) {
          titleYear = Pieces.year(text).orElse(null);
        }
      }
    }

    private void name(String text) {
      if (unitName.isEmpty() && !text.isEmpty()) {
        String[] parts = Pieces.codeAndName(text);
        unitCode = parts[0];
        unitName = parts[1];
      }
    }

    /** A form names its department in a pair of label and value; 部门名称 tells more than 实施单位. */
    private void nameInForm(Region region) {
      int best = NAME_LABELS.size();
      for (int r : region.body()) {
        String label = "";
        for (GridCell cell : area.row(r)) {
          String text = Labels.normal(cell.value().text());
          int rank = NAME_LABELS.indexOf(label);
          if (rank >= 0 && rank < best && !text.isEmpty()) {
            String[] parts = Pieces.codeAndName(Labels.compact(cell.value().text()));
            unitCode = parts[0];
            unitName = parts[1];
            best = rank;
          }
          label = text.replaceAll(":$", "");
        }
      }
    }

    private void title(String text, CellRef ref) {
      boolean better = Pieces.isTitle(text);
      if (Pieces.isContinued(text) || Pieces.declaresUnit(text) && !better) {
        return;
      }
      if (title.isEmpty() || better && !proper) {
        title = text;
        titleCell = ref;
        proper = better;
      }
    }

    private Preamble result() {
      Integer year = titleYear == null ? rowYear : titleYear;
      return new Preamble(
          title,
          Optional.ofNullable(titleCell),
          tag,
          Optional.ofNullable(unit),
          Optional.ofNullable(unitCell),
          unitCode,
          unitName,
          Optional.ofNullable(year),
          notes);
    }
  }
}
