package cn.sunledger.model;

import java.util.Optional;

/**
 * 行: one line of a block.
 *
 * @param row zero-based row in the sheet
 * @param block the side of the table it belongs to; empty for a table of one side
 * @param number 行次 as printed; empty where the table prints none
 * @param code the subject or unit code, digits only, parts joined; empty where there is none
 * @param label the label with blanks removed and wrapped parts joined
 * @param level depth in its hierarchy: 类, 一、 = 1; 款, （一） = 2; 项, 1. = 3; 0 for 合计, 总计 and rows of
 *     units
 * @param role what the line is in the sums
 * @param unitCode code of the department or unit that the line belongs to; may be empty
 * @param unitName its name; may be empty
 * @param labelCell the cell of the label, or of the code where the label is blank
 * @param fund the fund the label names, if it does
 * @param stage the stage the label names, if it does (a row 上年预算数)
 * @param measure the concept the label names, if it does
 * @param unit the unit the label declares, if it does
 */
public record TableLine(
    int row,
    String block,
    String number,
    String code,
    String label,
    int level,
    LineRole role,
    String unitCode,
    String unitName,
    CellRef labelCell,
    Optional<Fund> fund,
    Optional<Stage> stage,
    Optional<String> measure,
    Optional<Unit> unit) {
  /** Code and label as a person would name the line. */
  public String name() {
    return code.isEmpty() ? label : label.isEmpty() ? code : code + " " + label;
  }

  /** The label without its enumerator: 一、一般公共服务支出 → 一般公共服务支出. */
  public String bareLabel() {
    return Labels.withoutEnumerator(label);
  }
}
