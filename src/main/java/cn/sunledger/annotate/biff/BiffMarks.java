package cn.sunledger.annotate.biff;

import cn.sunledger.annotate.content.CellMark;
import cn.sunledger.annotate.content.OwnContent;
import cn.sunledger.annotate.content.OwnSheet;
import cn.sunledger.annotate.content.References;
import cn.sunledger.annotate.content.TextMeasure;
import cn.sunledger.model.CellRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;

/** Puts marks on cells of an .xls workbook and takes them back. */
final class BiffMarks {
  /** What stands behind a memory of a cell that the sheet did not have. */
  private static final String WAS_ABSENT = "空";

  /** What stands behind a memory of a cell whose whole row the sheet did not have. */
  private static final String ROW_WAS_ABSENT = "空行";

  /**
   * What a marked cell looked like.
   *
   * @param formula its address
   * @param style the style it had
   * @param state what the sheet lacked; empty where it had the cell
   */
  record Memory(String formula, HSSFCellStyle style, String state) {}

  private final HSSFWorkbook workbook;
  private final BiffStyles styles;

  BiffMarks(HSSFWorkbook workbook, BiffStyles styles) {
    this.workbook = workbook;
    this.styles = styles;
  }

  /** Takes back all tints, comments and links that sunledger put on the sheets of the original. */
  void remove(Map<OwnSheet.Role, String> own) {
    if (own.isEmpty()) {
      return;
    }
    String findings = own.get(OwnSheet.Role.FINDINGS);
    if (findings != null) {
      restore(workbook.getSheet(findings));
    }
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      HSSFSheet sheet = workbook.getSheetAt(i);
      if (!own.containsValue(sheet.getSheetName())) {
        for (HSSFComment comment : List.copyOf(sheet.getCellComments().values())) {
          strip(sheet, comment);
        }
        for (HSSFHyperlink link : sheet.getHyperlinkList()) {
          HSSFRow row = sheet.getRow(link.getFirstRow());
          HSSFCell cell = row == null ? null : row.getCell(link.getFirstColumn());
          if (cell != null && OwnContent.BACK_TIP.equals(link.getLabel())) {
            cell.removeHyperlink();
          }
        }
      }
    }
  }

  private void restore(HSSFSheet findings) {
    for (Row row : findings) {
      for (Cell cell : row) {
        if (cell.getColumnIndex() >= OwnSheet.MARKS_FROM
            && cell.getCellType() == CellType.FORMULA
            && !cell.getCellFormula().contains("#REF")) {
          restore(row, (HSSFCell) cell);
        }
      }
    }
  }

  private void restore(Row row, HSSFCell memory) {
    CellReference target = new CellReference(memory.getCellFormula());
    HSSFSheet sheet =
        target.getSheetName() == null ? null : workbook.getSheet(target.getSheetName());
    HSSFRow place = sheet == null ? null : sheet.getRow(target.getRow());
    HSSFCell cell = place == null ? null : place.getCell(target.getCol());
    if (cell == null || !styles.isTinted(cell.getCellStyle())) {
      return;
    }
    cell.setCellStyle(styles.untinted(cell.getCellStyle(), memory.getCellStyle()));
    Cell beside = row.getCell(memory.getColumnIndex() + 1);
    if (beside != null && cell.getCellType() == CellType.BLANK) {
      place.removeCell(cell);
      if (beside.getStringCellValue().equals(ROW_WAS_ABSENT)
          && place.getPhysicalNumberOfCells() == 0) {
        sheet.removeRow(place);
      }
    }
  }

  private static void strip(HSSFSheet sheet, HSSFComment comment) {
    String text = comment.getString() == null ? "" : comment.getString().getString();
    int at = text.indexOf(CellMark.HEADING);
    if (at < 0) {
      return;
    }
    if (text.substring(0, at).isBlank()) {
      HSSFRow row = sheet.getRow(comment.getRow());
      HSSFCell cell = row == null ? null : row.getCell(comment.getColumn());
      if (cell != null) {
        cell.removeCellComment();
      } else {
        sheet.getDrawingPatriarch().removeShape(comment);
      }
      return;
    }
    int length = text.charAt(at - 1) == '\n' ? at - 1 : at;
    comment.setString(part(comment.getString(), length, text.substring(0, length)));
  }

  /** A text that begins as another one does, in the same typefaces. */
  private static HSSFRichTextString part(HSSFRichTextString from, int length, String text) {
    HSSFRichTextString made = new HSSFRichTextString(text);
    for (int i = 0; i < from.numFormattingRuns(); i++) {
      int start = from.getIndexOfFormattingRun(i);
      int end = i + 1 < from.numFormattingRuns() ? from.getIndexOfFormattingRun(i + 1) : length;
      if (start < length && start < end) {
        made.applyFont(start, Math.min(end, length), from.getFontOfFormattingRun(i));
      }
    }
    return made;
  }

  /** Puts marks on cells and returns what the cells looked like. */
  List<Memory> write(OwnContent content) {
    List<Memory> memories = new ArrayList<>();
    for (CellMark mark : content.marks()) {
      HSSFSheet sheet = workbook.getSheet(mark.cell().sheet());
      if (sheet != null) {
        memories.add(mark(sheet, mark));
      }
    }
    content.sheets().stream()
        .filter(sheet -> sheet.role() == OwnSheet.Role.FINDINGS)
        .findFirst()
        .ifPresent(findings -> content.backLinks().forEach(cell -> link(cell, findings.name())));
    return memories;
  }

  private Memory mark(HSSFSheet sheet, CellMark mark) {
    HSSFRow row = sheet.getRow(mark.cell().row());
    String state = "";
    if (row == null) {
      state = ROW_WAS_ABSENT;
      row = sheet.createRow(mark.cell().row());
    }
    HSSFCell cell = row.getCell(mark.cell().column());
    if (cell == null) {
      state = state.isEmpty() ? WAS_ABSENT : state;
      HSSFCellStyle usual =
          row.isFormatted() ? row.getRowStyle() : sheet.getColumnStyle(mark.cell().column());
      cell = row.createCell(mark.cell().column());
      if (usual != null) {
        cell.setCellStyle(usual);
      }
    }
    HSSFCellStyle before = cell.getCellStyle();
    cell.setCellStyle(styles.tinted(before, mark.tint()));
    comment(sheet, cell, mark.text());
    return new Memory(References.of(mark.cell()), before, state);
  }

  private static void comment(HSSFSheet sheet, HSSFCell cell, String words) {
    HSSFComment comment = cell.getCellComment();
    String ours = CellMark.HEADING + "\n" + words;
    if (comment != null) {
      HSSFRichTextString before = comment.getString();
      String text = before == null ? "" : before.getString();
      comment.setString(
          before == null
              ? new HSSFRichTextString(ours)
              : part(before, text.length(), text + "\n" + ours));
      return;
    }
    HSSFPatriarch drawing = sheet.createDrawingPatriarch();
    HSSFComment made = drawing.createComment(anchor(sheet, cell, TextMeasure.comment(ours)));
    made.setString(new HSSFRichTextString(ours));
    made.setAuthor(CellMark.AUTHOR);
    cell.setCellComment(made);
  }

  private static HSSFClientAnchor anchor(HSSFSheet sheet, HSSFCell cell, TextMeasure.Box box) {
    int left = Math.min(cell.getColumnIndex() + 1, 250);
    int top = Math.max(0, cell.getRowIndex() - 1);
    int right = left;
    double wide = box.width();
    while (right < 254 && wide > sheet.getColumnWidthInPixels(right)) {
      wide -= sheet.isColumnHidden(right) ? 0 : sheet.getColumnWidthInPixels(right);
      right++;
    }
    int bottom = top;
    double high = box.height() * 0.75;
    while (bottom < 65_534 && high > height(sheet, bottom)) {
      high -= height(sheet, bottom);
      bottom++;
    }
    return new HSSFClientAnchor(100, 40, 0, 0, (short) left, top, (short) (right + 1), bottom + 1);
  }

  private static double height(HSSFSheet sheet, int row) {
    HSSFRow found = sheet.getRow(row);
    return found == null
        ? sheet.getDefaultRowHeightInPoints()
        : found.getZeroHeight() ? 0 : found.getHeightInPoints();
  }

  private void link(CellRef at, String target) {
    HSSFSheet sheet = workbook.getSheet(at.sheet());
    if (sheet == null || sheet.getHyperlink(at.row(), at.column()) != null) {
      return;
    }
    HSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    link.setAddress(References.quoted(target) + "!A1");
    link.setLabel(OwnContent.BACK_TIP);
    link.setFirstRow(at.row());
    link.setLastRow(at.row());
    link.setFirstColumn(at.column());
    link.setLastColumn(at.column());
    HSSFRow row = sheet.getRow(at.row());
    HSSFCell cell = row == null ? null : row.getCell(at.column());
    if (cell != null) {
      cell.setHyperlink(link);
    }
  }
}
