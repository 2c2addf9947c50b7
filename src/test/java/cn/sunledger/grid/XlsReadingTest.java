package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of an .xls: values, and what EasyExcel alone does not tell. */
class XlsReadingTest {
  @TempDir Path folder;

  private String read(HSSFWorkbook workbook, String name) throws Exception {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return GridText.of(new WorkbookReader().read(file));
  }

  private static CellStyle style(HSSFWorkbook workbook, String format, int indent) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setIndention((short) indent);
    return style;
  }

  private static void fill(HSSFWorkbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("决算");
    workbook.createSheet("另").createRow(0).createCell(0).setCellValue("010001");
    Row row = sheet.createRow(1);
    row.createCell(1).setCellValue("  收 入\n支出 ");
    row.createCell(2).setCellValue(true);
    row.createCell(3).setCellErrorValue(FormulaError.REF.getCode());
    Cell amount = row.createCell(4);
    amount.setCellValue(1472.505);
    amount.setCellStyle(style(workbook, "#,##0.00", 0));
    Cell rate = row.createCell(5);
    rate.setCellValue(0.7545);
    rate.setCellStyle(style(workbook, "0.00%", 2));
    Cell day = row.createCell(6);
    day.setCellValue(45291);
    day.setCellStyle(style(workbook, "yyyy\"年\"m\"月\"d\"日\"", 0));
    row.createCell(7).setCellValue("");
    row.createCell(8).setCellStyle(style(workbook, "0.0", 0));
    Row formulas = sheet.createRow(3);
    formulas.createCell(0).setCellFormula("E2*2");
    formulas.createCell(1).setCellFormula("\"甲\"&\"乙\"");
    formulas.createCell(2).setCellFormula("1/0");
    formulas.createCell(3).setCellFormula("1=1");
    formulas.createCell(4).setCellFormula("另!A1");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
    formulas.setZeroHeight(true);
    sheet.setColumnHidden(4, true);
    workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
  }

  private static final String EXPECTED =
      """
      # 0 决算
      B2 “  收 入\\n支出 ”
      C2 “TRUE”
      D2 “#REF!”
      E2 1472.505 shown 1472.51 as “1,472.51” format #,##0.00 column hidden
      F2 0.7545 shown 75.45% as “75.45%” format 0.00% indent 2
      G2 “2023-12-31” format yyyy"年"m"月"d"日"
      A4 2945.01 shown 2945.01 as “2945.01” formula E2*2 row hidden
      B4 “甲乙” formula "甲"&"乙" row hidden
      C4 “#DIV/0!” formula 1/0 row hidden
      D4 “TRUE” formula 1=1 row hidden
      E4 “010001” formula 另!A1 row hidden column hidden
      merge B2:B3
      # 1 另 hidden
      A1 “010001”""";

  @Test
  void readsValuesAndWhatStandsAroundThem() throws Exception {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      fill(workbook);
      assertEquals(EXPECTED, read(workbook, "a.xls"));
    }
  }

  @Test
  void contentDecidesNotTheName() throws Exception {
    for (String name : new String[] {"a.et", "b.xlsx", "c.ett", "d"}) {
      try (HSSFWorkbook workbook = new HSSFWorkbook()) {
        fill(workbook);
        assertEquals(EXPECTED, read(workbook, name), name);
      }
    }
  }

  @Test
  void zerosAreHiddenWhereTheSheetHidesThem() throws Exception {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("表");
      sheet.setDisplayZeros(false);
      sheet.createRow(0).createCell(0).setCellValue(0);
      assertEquals("# 0 表\nA1 0 shown 0 as “”", read(workbook, "a.xls"));
    }
  }
}
