package cn.sunledger.export;

import cn.sunledger.grid.WorkbookRows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * facts.xlsx: the rows of facts.csv as a workbook, in the same order and with the same columns.
 * Numbers are numbers as long as a spreadsheet keeps all of their digits, else texts; texts are as
 * they stood in the source, since a text cell of a workbook runs nothing.
 */
public final class FactsWorkbook {
  private static final String SHEET = "facts";

  /** More digits than these a spreadsheet does not keep. */
  private static final int DIGITS = 15;

  /** Characters of a cell in a spreadsheet; a longer text is cut off and ends in an ellipsis. */
  private static final int LONGEST = 32_767;

  private final CsvOptions options;

  /**
   * From rows written with these options.
   *
   * @param options how facts.csv was written
   */
  public FactsWorkbook(CsvOptions options) {
    this.options = options;
  }

  /**
   * Writes the workbook.
   *
   * @param facts the text of facts.csv, without a byte-order mark
   * @param out where the workbook goes; not closed
   * @throws IOException where reading or writing fails
   */
  public void write(Reader facts, OutputStream out) throws IOException {
    try (CSVParser records = CSVParser.parse(facts, CSVFormat.RFC4180);
        WorkbookRows rows = new WorkbookRows(out, SHEET, FactsCsv.COLUMNS)) {
      boolean header = true;
      for (CSVRecord fact : records) {
        if (!header) {
          rows.add(cells(fact));
        }
        header = false;
      }
      rows.finish();
    }
  }

  private List<Object> cells(CSVRecord fact) {
    List<Object> cells = new ArrayList<>(fact.size());
    for (int column = 0; column < fact.size(); column++) {
      cells.add(cell(fact.get(column), FactsSchema.FIELDS.get(column).type()));
    }
    return cells;
  }

  private Object cell(String value, String type) {
    if (value.isEmpty()) {
      return null;
    }
    if (!type.equals("string")) {
      BigDecimal number = new BigDecimal(value);
      return number.stripTrailingZeros().precision() <= DIGITS ? number : value;
    }
    String text = options.raw() ? value : CsvRows.restored(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
