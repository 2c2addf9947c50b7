package cn.sunledger.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.grid.WorkbookReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookPictureTest {
  private static final Path SAMPLES = Path.of("sample-workbooks");

  @TempDir Path folder;

  private static WorkbookPicture picture(Path file) throws Exception {
    return WorkbookPicture.of(file, new WorkbookReader().read(file));
  }

  /** What a person sees of a cell. */
  private static String seen(SheetPicture.Cell cell, List<CellLook> looks) {
    CellLook look = looks.get(cell.look());
    return cell.text()
        + "|"
        + cell.rowSpan()
        + "x"
        + cell.columnSpan()
        + "|"
        + look.font()
        + look.points()
        + (look.bold() ? "b" : "")
        + look.across()
        + look.wrapped()
        + look.bottom();
  }

  /** The sample is the same workbook in both formats, and so it looks the same. */
  @Test
  void bothFormatsLookTheSame() throws Exception {
    WorkbookPicture one = picture(SAMPLES.resolve("changsha-2023-final-accounts.xlsx"));
    WorkbookPicture other = picture(SAMPLES.resolve("changsha-2023-final-accounts.xls"));
    assertEquals(one.sheets(), other.sheets());
    int cells = 0;
    for (String name : one.sheets()) {
      SheetPicture left = one.sheet(name, 0, 500).orElseThrow();
      SheetPicture right = other.sheet(name, 0, 500).orElseThrow();
      List<String> texts = texts(left);
      assertEquals(texts, texts(right), name);
      cells += texts.size();
    }
    assertTrue(cells > 300, "cells: " + cells);
  }

  private static List<String> texts(SheetPicture sheet) {
    List<String> texts = new ArrayList<>();
    for (SheetPicture.Row row : sheet.rows()) {
      for (SheetPicture.Cell cell : row.cells()) {
        if (!cell.text().isEmpty()) {
          texts.add(
              row.row()
                  + ","
                  + cell.column()
                  + " "
                  + cell.text()
                  + " "
                  + cell.rowSpan()
                  + "x"
                  + cell.columnSpan());
        }
      }
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void widthsMergesFontsAndFormatsAreKept(boolean xml) throws Exception {
    Path file = folder.resolve(xml ? "a.xlsx" : "a.xls");
    write(file, xml);
    WorkbookPicture picture = picture(file);
    SheetPicture sheet = picture.sheet("表", 0, 100).orElseThrow();
    List<CellLook> looks = picture.looks();

    assertEquals(List.of(147, 0, 75), sheet.widths().stream().map(w -> near(w, 147, 75)).toList());
    assertEquals(List.of(0, 1, 3), sheet.rows().stream().map(SheetPicture.Row::row).toList());
    assertEquals(40, sheet.rows().get(0).height());
    assertEquals("标题|1x3|黑体18bCENTERfalseNONE", seen(sheet.rows().get(0).cells().get(0), looks));
    assertEquals(1, sheet.rows().get(0).cells().size());
    SheetPicture.Row second = sheet.rows().get(1);
    assertEquals("1,234.50", second.cells().get(0).text());
    assertTrue(second.cells().get(0).number());
    assertEquals("FF0000", looks.get(second.cells().get(0).look()).color());
    assertEquals("FFFF00", looks.get(second.cells().get(0).look()).ground());
    assertEquals(CellLook.Line.THIN, looks.get(second.cells().get(0).look()).bottom());
    assertEquals(CellLook.Down.TOP, looks.get(second.cells().get(0).look()).down());
    assertEquals(2, looks.get(second.cells().get(0).look()).indent());
    assertEquals(4, sheet.allRows());
    assertEquals(List.of("表"), picture.sheets());
    assertTrue(picture.sheet("别的", 0, 10).isEmpty());
  }

  /** Pixels differ by one or two between the formats. */
  private static int near(int width, int... expected) {
    for (int each : expected) {
      if (Math.abs(width - each) <= 8) {
        return each;
      }
    }
    return width;
  }

  private static void write(Path file, boolean xml) throws IOException {
    try (Workbook workbook = WorkbookFactory.create(xml);
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("表");
      sheet.setColumnWidth(0, 20 * 256);
      sheet.setColumnWidth(2, 10 * 256);
      sheet.setColumnHidden(1, true);
      Row title = sheet.createRow(0);
      title.setHeightInPoints(30);
      title.createCell(0).setCellValue("标题");
      title.getCell(0).setCellStyle(titleStyle(workbook));
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
      sheet.createRow(1).createCell(0).setCellValue(1234.5);
      sheet.getRow(1).getCell(0).setCellStyle(figureStyle(workbook));
      sheet.createRow(2).createCell(2).setCellValue("隐藏");
      sheet.getRow(2).setZeroHeight(true);
      sheet.createRow(3).createCell(2).setCellValue("末行");
      workbook.write(out);
    }
  }

  private static CellStyle titleStyle(Workbook workbook) {
    CellStyle style = workbook.createCellStyle();
    Font font = workbook.createFont();
    font.setFontName("黑体");
    font.setFontHeightInPoints((short) 18);
    font.setBold(true);
    style.setFont(font);
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  private static CellStyle figureStyle(Workbook workbook) {
    CellStyle style = workbook.createCellStyle();
    Font font = workbook.createFont();
    font.setColor(IndexedColors.RED.getIndex());
    style.setFont(font);
    style.setFillForegroundColor(IndexedColors.YELLOW.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setBorderBottom(BorderStyle.THIN);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setIndention((short) 2);
    style.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
    return style;
  }

  @Test
  void aLongSheetIsShownInStretches() throws Exception {
    Path file = folder.resolve("long.xlsx");
    try (Workbook workbook = WorkbookFactory.create(true);
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("长");
      for (int row = 0; row < 900; row++) {
        sheet.createRow(row).createCell(0).setCellValue("第" + row);
      }
      sheet.addMergedRegion(new CellRangeAddress(190, 260, 0, 0));
      workbook.write(out);
    }
    SheetPicture picture = picture(file).sheet("长", 200, 50).orElseThrow();
    assertEquals(200, picture.firstRow());
    assertEquals(900, picture.allRows());
    assertEquals(50, picture.rows().size());
    assertEquals("第190", picture.rows().get(0).cells().get(0).text(), "a merge begins above");
    assertEquals(50, picture.rows().get(0).cells().get(0).rowSpan());
    assertEquals(List.of(), picture.rows().get(1).cells());
  }
}
