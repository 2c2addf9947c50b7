package cn.sunledger.export;

import java.util.List;
import java.util.Optional;

/**
 * A workbook that was converted, as datapackage.json tells of it.
 *
 * @param path how the workbook is named in facts.csv
 * @param sha256 of its bytes, in hexadecimal
 * @param bytes its length
 * @param document the word for its kind of document; empty where no table was found
 * @param year 年度, if known
 * @param unitCode the department's code; may be empty
 * @param unitName the department's name; may be empty
 * @param facts rows in facts.csv
 * @param factsOffset where its rows begin in facts.csv, in bytes
 * @param factsBytes how long its rows are, in bytes
 * @param folder the folder of its sheets, such as {@code sheets/a}; empty where none were written
 * @param sheets its sheets, in order
 * @param remarks what a reader should know, in Chinese
 */
public record ConvertedSource(
    String path,
    String sha256,
    long bytes,
    String document,
    Optional<Integer> year,
    String unitCode,
    String unitName,
    int facts,
    long factsOffset,
    long factsBytes,
    String folder,
    List<Sheet> sheets,
    List<String> remarks) {
  /** Copies the lists. */
  public ConvertedSource {
    sheets = List.copyOf(sheets);
    remarks = List.copyOf(remarks);
  }

  /**
   * The same source with its rows in another place of facts.csv.
   *
   * @param offset where they begin, in bytes
   */
  public ConvertedSource at(long offset) {
    return new ConvertedSource(
        path,
        sha256,
        bytes,
        document,
        year,
        unitCode,
        unitName,
        facts,
        offset,
        factsBytes,
        folder,
        sheets,
        remarks);
  }

  /**
   * One sheet.
   *
   * @param name its name
   * @param hidden whether the workbook hides it
   * @param csv its file in the source's folder; empty where none was written
   * @param csvBytes length of that file
   * @param rows rows down to the last cell that is not blank
   * @param columns columns up to the last cell that is not blank
   * @param cells cells that are not blank
   * @param numbers what became of the cells that hold a number
   * @param filled whether all records have the same length
   * @param facts rows in facts.csv that come from it
   * @param tables names of its tables
   * @param leftOut why it gave no facts, in Chinese; empty where it did
   */
  public record Sheet(
      String name,
      boolean hidden,
      String csv,
      long csvBytes,
      int rows,
      int columns,
      long cells,
      SheetNumbers numbers,
      boolean filled,
      int facts,
      List<String> tables,
      String leftOut) {
    /** Copies the list. */
    public Sheet {
      tables = List.copyOf(tables);
    }
  }
}
