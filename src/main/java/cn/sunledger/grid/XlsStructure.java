package cn.sunledger.grid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.EventWorkbookBuilder.SheetRecordCollectingListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.model.HSSFFormulaParser;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.WindowTwoRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * What the first reader of .xls does not tell: which sheets are worksheets, what is hidden or
 * merged, the style of each cell, formulas and the kinds of errors.
 */
final class XlsStructure implements HSSFListener {
  /** A formula that cannot be put into words (a shared one, a foreign name) is still a formula. */
  static final String UNKNOWN_FORMULA = "（公式）";

  /**
   * One cell that is not blank.
   *
   * @param style the index of its style
   * @param number whether it holds a number
   * @param formula its formula, empty where it holds none
   * @param text its text where the records say it better than the first reader: an error, or what a
   *     formula gave; null where the first reader is to tell
   */
  record Cell(int style, boolean number, String formula, String text) {}

  /** One worksheet. */
  static final class Sheet {
    final String name;
    final int index;
    final boolean hidden;
    final BitSet hiddenRows = new BitSet();
    final BitSet hiddenColumns = new BitSet();
    final List<Merge> merges = new ArrayList<>();
    final Map<Long, Cell> cells = new HashMap<>();
    boolean zerosHidden;
    final SheetRemarks remarks = new SheetRemarks();

    Sheet(String name, int index, boolean hidden) {
      this.name = name;
      this.index = index;
      this.hidden = hidden;
    }
  }

  private final List<BoundSheetRecord> bounds = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<Integer, String> codes = new HashMap<>();
  private final List<ExtendedFormatRecord> styles = new ArrayList<>();
  private SheetRecordCollectingListener collector;
  private HSSFWorkbook stub;
  private Sheet sheet;
  private boolean date1904;
  private int depth;
  private int streams;
  private long stringResult = -1;

  private XlsStructure() {}

  static XlsStructure read(Path file) throws IOException {
    XlsStructure structure = new XlsStructure();
    structure.collector = new SheetRecordCollectingListener(structure);
    HSSFRequest request = new HSSFRequest();
    request.addListenerForAllRecords(structure.collector);
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      new HSSFEventFactory().processWorkbookEvents(request, container);
    } catch (EncryptedDocumentException e) {
      throw new WorkbookFault("设有打开密码，无法读取", FileKind.ENCRYPTED.fault().remedy(), e);
    } catch (OldExcelFormatException e) {
      throw FileKind.OLD_EXCEL.fault();
    } catch (IOException | RuntimeException e) {
      throw WorkbookFault.damaged("工作簿记录有误或不完整", e);
    }
    return structure;
  }

  /** The worksheets in the order of their content in the file. */
  List<Sheet> sheets() {
    return sheets;
  }

  boolean date1904() {
    return date1904;
  }

  /** The style of a cell. */
  CellStyles.Style style(Cell cell) {
    int index = cell.style();
    if (index < 0 || index >= styles.size()) {
      return new CellStyles.Style(NumberFormatCode.GENERAL, 0);
    }
    ExtendedFormatRecord style = styles.get(index);
    int id = style.getFormatIndex();
    String own = codes.get(id);
    NumberFormatCode format = NumberFormatCode.of(own == null ? BuiltInFormats.code(id) : own);
    return new CellStyles.Style(format, style.getIndent());
  }

  @Override
  public void processRecord(Record item) {
    if (item instanceof BOFRecord start) {
      open(start);
    } else if (item instanceof EOFRecord) {
      depth--;
      sheet = depth == 0 ? null : sheet;
    } else if (sheet == null) {
      global(item);
    } else if (depth == 1) {
      local(item);
    }
  }

  private void open(BOFRecord start) {
    depth++;
    if (depth > 1 || start.getType() == BOFRecord.TYPE_WORKBOOK) {
      return;
    }
    BoundSheetRecord[] ordered = BoundSheetRecord.orderByBofPosition(bounds);
    BoundSheetRecord bound = streams < ordered.length ? ordered[streams] : null;
    streams++;
    sheet =
        bound == null
            ? new Sheet("Sheet" + streams, streams - 1, false)
            : new Sheet(
                bound.getSheetname(),
                bounds.indexOf(bound),
                bound.isHidden() || bound.isVeryHidden());
    if (start.getType() == BOFRecord.TYPE_WORKSHEET) {
      sheets.add(sheet);
    }
  }

  private void global(Record item) {
    if (item instanceof BoundSheetRecord bound) {
      bounds.add(bound);
    } else if (item instanceof FormatRecord format) {
      codes.put(format.getIndexCode(), format.getFormatString());
    } else if (item instanceof ExtendedFormatRecord style) {
      styles.add(style);
    } else if (item instanceof DateWindow1904Record window) {
      date1904 = window.getWindowing() == 1;
    }
  }

  private void local(Record item) {
    if (item instanceof RowRecord row) {
      sheet.hiddenRows.set(row.getRowNumber(), row.getZeroHeight());
    } else if (item instanceof ColumnInfoRecord columns) {
      if (columns.getHidden() || columns.getColumnWidth() == 0) {
        sheet.hiddenColumns.set(columns.getFirstColumn(), columns.getLastColumn() + 1);
      }
    } else if (item instanceof MergeCellsRecord merged) {
      for (int i = 0; i < merged.getNumAreas(); i++) {
        merge(merged.getAreaAt(i));
      }
    } else if (item instanceof WindowTwoRecord window) {
      sheet.zerosHidden = !window.getDisplayZeros();
    } else if (item instanceof StringRecord text) {
      result(text);
    } else if (item instanceof CellValueRecordInterface cell) {
      cell(cell);
    }
  }

  /** Damaged files have regions that end before they begin. */
  private void merge(CellRangeAddress area) {
    Merge merge =
        new Merge(
            Math.min(area.getFirstRow(), area.getLastRow()),
            Math.min(area.getFirstColumn(), area.getLastColumn()),
            Math.max(area.getFirstRow(), area.getLastRow()),
            Math.max(area.getFirstColumn(), area.getLastColumn()));
    boolean several =
        merge.firstRow() < merge.lastRow() || merge.firstColumn() < merge.lastColumn();
    if (several && merge.firstRow() >= 0 && merge.firstColumn() >= 0) {
      sheet.merges.add(merge);
    }
  }

  private void cell(CellValueRecordInterface record) {
    stringResult = -1;
    if (record.getRow() < 0 || record.getColumn() < 0) {
      String address = "R" + (record.getRow() + 1) + "C" + ((record.getColumn() & 0xFFFF) + 1);
      sheet.remarks.note(SheetRemarks.Kind.BAD_ADDRESS, address);
      return;
    }
    long address = CellAddress.of(record.getRow(), record.getColumn());
    int style = record.getXFIndex();
    if (record instanceof FormulaRecord formula) {
      String text = text(formula);
      CellType type = formula.getCachedResultTypeEnum();
      String result =
          switch (type) {
            case NUMERIC -> null;
            case BOOLEAN -> formula.getCachedBooleanValue() ? "TRUE" : "FALSE";
            case ERROR -> error((byte) formula.getCachedErrorValue());
            default -> "";
          };
      if (type == CellType.STRING) {
        stringResult = address;
      }
      sheet.cells.put(address, new Cell(style, type == CellType.NUMERIC, text, result));
    } else if (record instanceof BoolErrRecord value && value.isError()) {
      sheet.cells.put(address, new Cell(style, false, "", error(value.getErrorValue())));
    } else if (!(record instanceof BlankRecord)) {
      sheet.cells.put(address, new Cell(style, record instanceof NumberRecord, "", null));
    }
  }

  /** A formula's text follows in a record of its own, at times behind the array it belongs to. */
  private void result(StringRecord record) {
    Cell cell = sheet.cells.get(stringResult);
    if (cell != null) {
      sheet.cells.put(
          stringResult, new Cell(cell.style(), false, cell.formula(), record.getString()));
    }
    stringResult = -1;
  }

  private static String error(byte code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR!";
  }

  private String text(FormulaRecord formula) {
    try {
      if (stub == null) {
        stub = collector.getStubHSSFWorkbook();
      }
      String text = HSSFFormulaParser.toFormulaString(stub, formula.getParsedExpression());
      return text == null || text.isBlank() ? UNKNOWN_FORMULA : text;
    } catch (RuntimeException e) {
      // shared formulas and foreign names; the value is what counts
      return UNKNOWN_FORMULA;
    }
  }
}
