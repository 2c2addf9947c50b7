package cn.sunledger.layout;

import java.util.List;

/**
 * Where one table stands on its sheet.
 *
 * @param area the rectangle, preamble and notes included
 * @param preamble rows that hold title, number, unit, department, year
 * @param body rows that hold header and lines, blank ones left out
 * @param notes rows that hold notes
 */
record Region(Area area, List<Integer> preamble, List<Integer> body, List<Integer> notes) {
  /** The part above a row. */
  Region until(int row) {
    return new Region(
        area.part(area.top, row - 1, area.left, area.right),
        preamble,
        body.stream().filter(r -> r < row).toList(),
        notes.stream().filter(r -> r < row).toList());
  }

  /** The part from a row on, which has no title lines of its own. */
  Region from(int row) {
    return new Region(
        area.part(row, area.bottom, area.left, area.right),
        List.of(),
        body.stream().filter(r -> r >= row).toList(),
        notes.stream().filter(r -> r >= row).toList());
  }
}
