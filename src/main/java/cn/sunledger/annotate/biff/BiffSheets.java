package cn.sunledger.annotate.biff;

import cn.sunledger.annotate.content.CellContent;
import cn.sunledger.annotate.content.Look;
import cn.sunledger.annotate.content.OwnCell;
import cn.sunledger.annotate.content.OwnRow;
import cn.sunledger.annotate.content.OwnSheet;
import cn.sunledger.annotate.content.References;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** Adds sunledger's own sheets behind those of an .xls workbook. */
final class BiffSheets {
  private static final int MEMORIES_PER_ROW = 100;
  private static final int WIDEST = 255;

  private final HSSFWorkbook workbook;
  private final BiffStyles styles;

  BiffSheets(HSSFWorkbook workbook, BiffStyles styles) {
    this.workbook = workbook;
    this.styles = styles;
  }

  /** Adds the sheets; the one that was shown first is shown first again. */
  void write(List<OwnSheet> sheets, List<BiffMarks.Memory> memories, OwnSheet.Role active) {
    // links and formulas need the sheets they lead to
    sheets.forEach(sheet -> workbook.createSheet(sheet.name()));
    for (OwnSheet sheet : sheets) {
      HSSFSheet made = workbook.getSheet(sheet.name());
      rows(made, sheet);
      layout(made, sheet);
      if (sheet.marksFrom() >= 0) {
        memories(made, sheet, memories);
      }
      mark(sheet);
      if (sheet.role() == active) {
        workbook.setActiveSheet(workbook.getSheetIndex(made));
        workbook.setSelectedTab(workbook.getSheetIndex(made));
      }
    }
  }

  private void rows(HSSFSheet made, OwnSheet sheet) {
    for (OwnRow row : sheet.rows()) {
      HSSFRow written = made.createRow(row.index());
      if (row.height() > 0) {
        written.setHeightInPoints(row.height());
      }
      for (OwnCell cell : row.cells()) {
        HSSFCell target = written.createCell(cell.column());
        target.setCellStyle(styles.of(cell.look()));
        fill(target, cell);
        cell.link().ifPresent(link -> link(target, link));
      }
    }
  }

  private void fill(HSSFCell target, OwnCell cell) {
    CellContent content = cell.content();
    if (content instanceof CellContent.Figure figure) {
      target.setCellValue(figure.value().doubleValue());
    } else if (content instanceof CellContent.Words words && !words.text().isEmpty()) {
      target.setCellValue(words(words, cell.look()));
    } else if (content instanceof CellContent.Formula formula) {
      target.setCellFormula(formula.expression());
      if (formula.number().isPresent()) {
        target.setCellValue(formula.number().get().doubleValue());
      } else {
        target.setCellValue(formula.text());
      }
    }
  }

  private HSSFRichTextString words(CellContent.Words words, Look look) {
    HSSFRichTextString text = new HSSFRichTextString(words.text());
    int at = 0;
    for (CellContent.Run run : words.runs()) {
      int end = at + run.text().length();
      if (run.standsOut() && end > at) {
        text.applyFont(at, end, styles.font(look, Look.STAND_OUT, true));
      }
      at = end;
    }
    return text;
  }

  private void link(HSSFCell cell, OwnCell.Link target) {
    boolean here = target.file().isEmpty();
    HSSFHyperlink link =
        workbook
            .getCreationHelper()
            .createHyperlink(here ? HyperlinkType.DOCUMENT : HyperlinkType.FILE);
    link.setAddress(here ? target.reference() : target.file());
    link.setLabel(target.tip());
    cell.setHyperlink(link);
  }

  private void layout(HSSFSheet made, OwnSheet sheet) {
    int column = 0;
    for (OwnSheet.Column each : sheet.columns()) {
      made.setColumnWidth(column, (int) (Math.min(WIDEST - 1, each.width()) * 256));
      made.setColumnHidden(column, each.hidden());
      column++;
    }
    sheet.merges().forEach(range -> made.addMergedRegion(CellRangeAddress.valueOf(range)));
    sheet
        .freeze()
        .map(CellReference::new)
        .ifPresent(corner -> made.createFreezePane(corner.getCol(), corner.getRow()));
    sheet.filter().ifPresent(range -> made.setAutoFilter(CellRangeAddress.valueOf(range)));
    made.setDisplayGridlines(false);
    made.setHorizontallyCenter(true);
    made.setFitToPage(true);
    made.setAutobreaks(true);
    PrintSetup page = made.getPrintSetup();
    page.setPaperSize(sheet.page().large() ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
    page.setLandscape(sheet.page().landscape());
    page.setFitWidth((short) 1);
    page.setFitHeight((short) 0);
    made.getFooter().setCenter("第 &P 页，共 &N 页");
    workbook.setPrintArea(workbook.getSheetIndex(made), sheet.page().area());
    sheet
        .page()
        .repeated()
        .ifPresent(rows -> made.setRepeatingRows(CellRangeAddress.valueOf(rows)));
  }

  private static void memories(HSSFSheet made, OwnSheet sheet, List<BiffMarks.Memory> memories) {
    for (int i = 0; i < memories.size(); i++) {
      int rowIndex = i / MEMORIES_PER_ROW;
      int column = sheet.marksFrom() + 2 * (i % MEMORIES_PER_ROW);
      HSSFRow row = made.getRow(rowIndex);
      HSSFCell cell = (row == null ? made.createRow(rowIndex) : row).createCell(column);
      cell.setCellStyle(memories.get(i).style());
      cell.setCellFormula(memories.get(i).formula());
      if (!memories.get(i).state().isEmpty()) {
        made.getRow(rowIndex).createCell(column + 1).setCellValue(memories.get(i).state());
      }
    }
    for (int i = 0; i < 2 * MEMORIES_PER_ROW; i++) {
      made.setColumnHidden(sheet.marksFrom() + i, true);
    }
  }

  private void mark(OwnSheet sheet) {
    HSSFName name = workbook.createName();
    name.setNameName(sheet.role().mark());
    name.setRefersToFormula(References.quoted(sheet.name()) + "!$A$1");
    int place = workbook.getAllNames().indexOf(name);
    if (place >= 0) {
      workbook.getNameRecord(place).setHidden(true);
    }
  }
}
