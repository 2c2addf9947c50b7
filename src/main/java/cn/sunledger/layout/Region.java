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
record Region(Area area, List<Integer> preamble, List<Integer> body, List<Integer> notes) {}
