package cn.sunledger.grid;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.ExcelWriter;
import com.alibaba.excel.write.metadata.WriteSheet;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes rows to an .xlsx as they come, by EasyExcel, in bounded memory. A sheet that is full is
 * followed by another with the same header.
 */
public final class WorkbookRows implements Closeable {
  /** Rows that go to the library at once. */
  private static final int AT_ONCE = 2_000;

  private static final String CREATOR = "sunledger";

  private final ExcelWriter writer;
  private final String name;
  private final List<List<String>> header;
  private final int most;
  private final List<List<Object>> rows = new ArrayList<>(AT_ONCE);
  private WriteSheet sheet;
  private int sheets;
  private int count;

  /**
   * Begins a workbook.
   *
   * @param out where it goes; not closed
   * @param name name of the first sheet; the others are numbered
   * @param header the column names
   */
  public WorkbookRows(OutputStream out, String name, List<String> header) {
    this(out, name, header, Bounds.ROWS);
  }

  /**
   * With sheets of another size.
   *
   * @param most rows of a sheet, its header included
   */
  WorkbookRows(OutputStream out, String name, List<String> header, int most) {
    this.writer = EasyExcel.write(out).autoCloseStream(false).build();
    this.name = name;
    this.header = header.stream().map(List::of).toList();
    this.most = most;
    sign();
    open();
  }

  /** The same rows give the same bytes: no time of writing stands in the workbook. */
  private void sign() {
    if (writer.writeContext().writeWorkbookHolder().getWorkbook() instanceof SXSSFWorkbook book) {
      POIXMLProperties.CoreProperties core =
          book.getXSSFWorkbook().getProperties().getCoreProperties();
      core.setCreator(CREATOR);
      core.setCreated(Optional.of(new Date(0)));
    }
  }

  private void open() {
    sheets++;
    sheet =
        EasyExcel.writerSheet(sheets - 1, sheets == 1 ? name : name + sheets)
            .head(header)
            .needHead(true)
            .build();
    count = 1;
  }

  /**
   * Adds a row.
   *
   * @param cells texts, and numbers as {@link java.math.BigDecimal}; null for a blank
   * @throws IOException where it cannot be written
   */
  public void add(List<Object> cells) throws IOException {
    if (count == most) {
      flush();
      open();
    }
    rows.add(cells);
    count++;
    if (rows.size() == AT_ONCE) {
      flush();
    }
  }

  private void flush() throws IOException {
    try {
      writer.write(rows, sheet);
    } catch (RuntimeException e) {
      throw unwritten(e);
    }
    rows.clear();
  }

  /**
   * Ends the workbook; without it nothing is there.
   *
   * @throws IOException where it cannot be written
   */
  public void finish() throws IOException {
    flush();
    try {
      writer.finish();
    } catch (RuntimeException e) {
      throw unwritten(e);
    }
  }

  /** The library wraps what the disk says. */
  private static IOException unwritten(RuntimeException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return io;
      }
    }
    throw fault;
  }

  @Override
  public void close() {
    writer.close();
  }
}
