package cn.sunledger.serve;

import cn.sunledger.job.Stages;
import cn.sunledger.profile.TemplateFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** Workbooks and pages for tests of the drop page. */
final class Books {
  static final Stages STAGES = new Stages(new TemplateFolder(Optional.empty()), Optional.empty());
  static final Path FINAL = sample("changsha-2023-final-accounts.xlsx");
  static final Path BUDGET = sample("changsha-2023-budget.xlsx");
  static final Path FORMER = sample("changsha-2022-final-accounts.xlsx");
  static final Path TEXT = Path.of("src/test/resources/narrative/changsha-2023.txt");

  private Books() {}

  static Path sample(String name) {
    return Path.of("sample-workbooks").resolve(name);
  }

  /** A real workbook in which one cell says something else. */
  static byte[] changed(Path book, String sheetStart, int row, int column, String text)
      throws IOException {
    try (Workbook workbook =
            WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(book)));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = sheet(workbook, sheetStart);
      Row cells = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
      cells.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static Sheet sheet(Workbook workbook, String start) {
    for (Sheet sheet : workbook) {
      if (sheet.getSheetName().startsWith(start)) {
        return sheet;
      }
    }
    throw new AssertionError("no sheet " + start);
  }

  /** A real workbook whose sheet is called otherwise and whose total is wrong. */
  static byte[] renamed(Path book, String sheetStart, String name) throws IOException {
    try (Workbook workbook =
            WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(book)));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.setSheetName(workbook.getSheetIndex(sheet(workbook, sheetStart)), name);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  /** All files in a folder and below, lock files aside. */
  static long filesIn(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().equals(".lock"))
          .count();
    }
  }
}
