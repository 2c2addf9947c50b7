package cn.sunledger.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Builds the sample workbooks. The same grids give the same bytes: dates and the order of parts are
 * fixed. After {@code mvn package}, from the project's folder:
 *
 * <pre>java -cp target/test-classes:target/sunledger.jar cn.sunledger.samples.SampleBuilder</pre>
 *
 * <p>writes {@code sample-workbooks} anew, the samples of published tables only where these lie in
 * {@code ../shared} or in the folder that the environment variable {@code SUNLEDGER_SHARED} names.
 */
final class SampleBuilder {
  private static final Instant MADE = Instant.parse("2024-09-01T00:00:00Z");
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2024, 9, 1, 0, 0);
  private static final String MAKER = "sunledger";

  private SampleBuilder() {}

  /**
   * Writes the samples.
   *
   * @param arguments the folder to write to; none for {@code sample-workbooks}
   * @throws IOException where a table cannot be read or a workbook not be written
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = arguments.length == 0 ? SampleWorkbook.COMMITTED : Path.of(arguments[0]);
    for (SampleWorkbook sample : buildAll(folder)) {
      System.out.println(folder.resolve(sample.file()));
    }
  }

  /**
   * Writes every sample whose tables are at hand.
   *
   * @param folder where they are written
   * @return the samples written
   */
  static List<SampleWorkbook> buildAll(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<SampleWorkbook> built = new ArrayList<>();
    for (SampleWorkbook sample : SampleWorkbook.ALL) {
      Optional<List<SampleGrid>> grids = sample.grids();
      if (grids.isPresent()) {
        Files.write(folder.resolve(sample.file()), build(sample, grids.orElseThrow()));
        built.add(sample);
      }
    }
    return built;
  }

  /**
   * A sample's bytes.
   *
   * @param sample the sample
   * @param grids its tables
   */
  static byte[] build(SampleWorkbook sample, List<SampleGrid> grids) throws IOException {
    try (Workbook workbook = sample.isXls() ? new HSSFWorkbook() : new XSSFWorkbook()) {
      CellStyles styles = new CellStyles(workbook, sample.look());
      if (sample.isStacked()) {
        stack(workbook.createSheet(sample.stackedOn()), grids, styles, sample.look());
      } else {
        for (SampleGrid grid : grids) {
          Sheet sheet = workbook.createSheet(grid.sheetName());
          SheetPainter painter = new SheetPainter(sheet, styles, sample.look());
          painter.paint(grid, 0);
          painter.setUpPage(grid.rows().size(), grid.isForm());
        }
      }
      fixDates(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return sample.isXls() ? out.toByteArray() : withFixedEntryTimes(out.toByteArray());
    }
  }

  private static void stack(Sheet sheet, List<SampleGrid> grids, CellStyles styles, Look look) {
    SheetPainter painter = new SheetPainter(sheet, styles, look);
    int top = 0;
    for (SampleGrid grid : grids) {
      painter.paint(grid, top);
      top = below(grid, top);
      sheet.setRowBreak(top - 1);
    }
    sheet.removeRowBreak(top - 1);
    painter.setUpPage(top, true);
  }

  /** Where the table after this one begins on a stacked sheet: one blank row lies between. */
  static int below(SampleGrid grid, int top) {
    return top + grid.rows().size() + 1;
  }

  private static void fixDates(Workbook workbook) {
    Date made = Date.from(MADE);
    if (workbook instanceof XSSFWorkbook xssf) {
      POIXMLProperties.CoreProperties core = xssf.getProperties().getCoreProperties();
      core.setCreator(MAKER);
      core.setCreated(Optional.of(made));
      core.setModified(Optional.of(made));
    } else if (workbook instanceof HSSFWorkbook hssf) {
      hssf.createInformationProperties();
      SummaryInformation summary = hssf.getSummaryInformation();
      summary.setAuthor(MAKER);
      summary.setCreateDateTime(made);
      summary.setLastSaveDateTime(made);
    }
  }

  private static byte[] withFixedEntryTimes(byte[] workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(ENTRY_TIME);
        to.putNextEntry(copy);
        from.transferTo(to);
        to.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
