package cn.sunledger.annotate.content;

import java.util.List;
import java.util.Map;

/**
 * What sunledger wrote into a workbook earlier, with what the user has filled in since.
 *
 * @param names the names of its sheets in this workbook
 * @param rows the texts of each of its sheets: row by row, column by column
 */
public record FormerAnnotation(
    Map<OwnSheet.Role, String> names, Map<OwnSheet.Role, List<Map<Integer, String>>> rows) {
  /** Copies the maps. */
  public FormerAnnotation {
    names = Map.copyOf(names);
    rows = Map.copyOf(rows);
  }

  /**
   * The texts of one sheet; no row where the workbook has no such sheet.
   *
   * @param role the sheet
   */
  public List<Map<Integer, String>> of(OwnSheet.Role role) {
    return rows.getOrDefault(role, List.of());
  }
}
