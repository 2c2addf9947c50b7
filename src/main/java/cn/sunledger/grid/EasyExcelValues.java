package cn.sunledger.grid;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.metadata.data.ReadCellData;
import com.alibaba.excel.read.listener.ReadListener;
import com.alibaba.excel.support.ExcelTypeEnum;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;

/** The values of a workbook by EasyExcel; the only class that knows that library. */
final class EasyExcelValues {
  /** Receives the cells of all worksheets. */
  interface Sink {
    /** A number. */
    void number(int sheet, int row, int column, BigDecimal value);

    /** A text. */
    void text(int sheet, int row, int column, String value);
  }

  private EasyExcelValues() {}

  /**
   * Delivers the values of all worksheets.
   *
   * @param kind .xls or .xlsx; left to itself the library would believe the file's name
   * @throws WorkbookFault where the library cannot read the file
   */
  static void read(Path file, FileKind kind, Sink sink) throws WorkbookFault {
    try {
      EasyExcel.read(file.toFile(), new Rows(sink))
          .excelType(kind == FileKind.XLS ? ExcelTypeEnum.XLS : ExcelTypeEnum.XLSX)
          .headRowNumber(0)
          .autoTrim(false)
          .ignoreEmptyRow(false)
          // the raw cells, not objects made of them
          .useDefaultListener(false)
          .doReadAll();
    } catch (RuntimeException e) {
      throw WorkbookFault.damaged("工作簿记录有误或不完整", e);
    }
  }

  private record Rows(Sink sink) implements ReadListener<Map<Integer, ReadCellData<?>>> {
    @Override
    public void invoke(Map<Integer, ReadCellData<?>> cells, AnalysisContext context) {
      int sheet = context.readSheetHolder().getSheetNo();
      int row = context.readRowHolder().getRowIndex();
      cells.forEach((column, cell) -> deliver(sheet, row, column, cell));
    }

    private void deliver(int sheet, int row, int column, ReadCellData<?> cell) {
      switch (cell.getType()) {
        case NUMBER -> {
          BigDecimal original = cell.getOriginalNumberValue();
          sink.number(sheet, row, column, original == null ? cell.getNumberValue() : original);
        }
        case BOOLEAN ->
            sink.text(
                sheet, row, column, Boolean.TRUE.equals(cell.getBooleanValue()) ? "TRUE" : "FALSE");
        case EMPTY -> {}
        default -> {
          String text = cell.getStringValue();
          sink.text(sheet, row, column, text == null ? "" : text);
        }
      }
    }

    @Override
    public void doAfterAllAnalysed(AnalysisContext context) {}
  }
}
