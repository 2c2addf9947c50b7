package cn.sunledger.model;

import java.util.List;
import java.util.Optional;

/**
 * 一份公开文件: one workbook as read.
 *
 * @param file the file's name, without its folder
 * @param document the kind of document that most of its tables are
 * @param year 年度; empty where nothing tells it
 * @param unitCode the department's code; may be empty
 * @param unitName the department's name; may be empty
 * @param tables its tables, in the order of the workbook
 * @param leftSheets sheets that gave no table, and why
 * @param remarks what a reader should know of the workbook (hidden sheets, …), in Chinese
 */
public record Disclosure(
    String file,
    DocumentKind document,
    Optional<Integer> year,
    String unitCode,
    String unitName,
    List<DisclosureTable> tables,
    List<LeftSheet> leftSheets,
    List<String> remarks) {
  /** Copies the lists. */
  public Disclosure {
    tables = List.copyOf(tables);
    leftSheets = List.copyOf(leftSheets);
    remarks = List.copyOf(remarks);
  }

  /**
   * A sheet that gave no table.
   *
   * @param sheet its name
   * @param reason why, in Chinese: 目录, 封面, 说明, 空表 …
   * @param nearest title of the nearest layout; empty where none is near
   * @param missing what that layout would need and the sheet lacks
   */
  public record LeftSheet(String sheet, String reason, String nearest, List<String> missing) {
    /** Copies the list. */
    public LeftSheet {
      missing = List.copyOf(missing);
    }
  }

  /**
   * The first table with a canonical title or id.
   *
   * @param titleOrId such as 收入支出决算总表 or {@code final_01_total}
   * @return the table, or empty where the workbook has none
   */
  public Optional<DisclosureTable> table(String titleOrId) {
    return tables.stream().filter(table -> table.is(titleOrId)).findFirst();
  }
}
