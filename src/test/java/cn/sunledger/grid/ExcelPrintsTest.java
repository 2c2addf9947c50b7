package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.CellValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Workbooks in which Excel itself computed {@code TEXT(value, format)}: what it printed is what we
 * print, blanks that only align aside. Fractions are left out, since we show them as decimals.
 */
class ExcelPrintsTest {
  @ParameterizedTest
  @CsvSource({"NumberFormatTests.xlsx,110", "FormatChoiceTests.xls,24"})
  void printsWhatExcelPrinted(String name, int least) throws Exception {
    String set = System.getenv("SUNLEDGER_SHARED");
    Path file = Path.of(set == null ? "../shared" : set).resolve("poi-corpus").resolve(name);
    if (!Files.exists(file)) {
      System.out.println("left out, since it is not here: " + name);
      return;
    }
    List<String> excel = new ArrayList<>();
    List<String> ours = new ArrayList<>();
    SheetGrid sheet = new WorkbookReader().read(file).sheets().get(1);
    for (int row = 1; row < sheet.rowCount(); row++) {
      String code = sheet.value(row, 1).text();
      if (sheet.value(row, 2) instanceof CellValue.Number number && !code.contains("/")) {
        String place = code + " of " + number.stored() + ": ";
        excel.add(place + sheet.value(row, 0).text().replace(" ", ""));
        CellValue printed = NumberFormatCode.of(code).value(number.stored(), false);
        ours.add(place + printed.text().replace(" ", ""));
      }
    }
    assertEquals(String.join("\n", excel), String.join("\n", ours));
    assertTrue(excel.size() >= least, "only " + excel.size() + " formats were compared");
  }
}
