package cn.sunledger.layout;

import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A hazard as data: a small workbook and every fact that stands in it.
 *
 * @param name the hazard's name
 * @param file the workbook's name
 * @param sheets its sheets
 * @param facts what is to be read of it
 */
record HazardCase(String name, String file, List<TextSheet> sheets, String facts) {
  static final Path FOLDER =
      Path.of("src", "test", "resources", "cn", "sunledger", "layout", "hazards");
  private static final Pattern SHEET = Pattern.compile(">> sheet ([^;]+)((?:; .+)?)");
  private static final String FACTS = ">> facts";

  static HazardCase load(String name) throws IOException {
    List<TextSheet> sheets = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    List<String> facts = new ArrayList<>();
    String file = name + ".xlsx";
    Matcher open = null;
    boolean expected = false;
    for (String line : Files.readAllLines(FOLDER.resolve(name + ".txt"))) {
      Matcher sheet = SHEET.matcher(line);
      boolean opens = sheet.matches();
      if (opens || line.equals(FACTS)) {
        close(open, rows, sheets);
        open = opens ? sheet : null;
        expected = !opens;
      } else if (expected) {
        facts.add(line);
      } else if (open != null) {
        rows.add(line);
      } else if (line.startsWith(">> file ")) {
        file = line.substring(8);
      } else if (!line.startsWith("#")) {
        throw new IOException(name + ": " + line);
      }
    }
    return new HazardCase(name, file, sheets, String.join("\n", facts).strip());
  }

  private static void close(Matcher open, List<String> rows, List<TextSheet> sheets) {
    if (open != null) {
      String marks = open.group(2);
      sheets.add(
          TextSheet.parse(
              open.group(1).strip(),
              marks.contains("; hidden"),
              numbers(marks, "rows"),
              numbers(marks, "columns"),
              rows));
      rows.clear();
    }
  }

  private static List<Integer> numbers(String marks, String key) {
    Matcher matcher = Pattern.compile("; " + key + " ([0-9, ]+)").matcher(marks);
    return matcher.find()
        ? Arrays.stream(matcher.group(1).split(","))
            .map(n -> Integer.parseInt(n.strip()) - 1)
            .toList()
        : List.of();
  }

  /** The workbook as the reader would give it. */
  WorkbookGrid grid() {
    List<SheetGrid> grids = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      grids.add(sheets.get(i).grid(i));
    }
    return new WorkbookGrid(file, grids);
  }

  /** Writes the workbook for real. */
  Path write(Path folder) throws IOException {
    Path path = folder.resolve(file);
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(path)) {
      Map<String, CellStyle> styles = new HashMap<>();
      for (int i = 0; i < sheets.size(); i++) {
        fill(workbook, styles, workbook.createSheet(sheets.get(i).name()), sheets.get(i));
        workbook.setSheetHidden(i, sheets.get(i).hidden());
      }
      workbook.write(out);
    }
    return path;
  }

  private static void fill(
      XSSFWorkbook workbook, Map<String, CellStyle> styles, Sheet sheet, TextSheet text) {
    for (TextSheet.Cell from : text.cells()) {
      Row row = sheet.getRow(from.row());
      var cell = (row == null ? sheet.createRow(from.row()) : row).createCell(from.column());
      if (from.formula() != null) {
        cell.setCellFormula(from.formula());
      }
      if (from.number() != null) {
        cell.setCellValue(from.stored().doubleValue());
      } else if (from.formula() == null || !from.text().isEmpty()) {
        cell.setCellValue(from.text());
      }
      cell.setCellStyle(
          styles.computeIfAbsent(
              from.format(),
              format -> {
                CellStyle style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat(format));
                return style;
              }));
    }
    text.merges()
        .forEach(
            merge ->
                sheet.addMergedRegion(
                    new CellRangeAddress(
                        merge.firstRow(),
                        merge.lastRow(),
                        merge.firstColumn(),
                        merge.lastColumn())));
    text.hiddenRows()
        .forEach(
            r -> {
              Row row = sheet.getRow(r);
              (row == null ? sheet.createRow(r) : row).setZeroHeight(true);
            });
    text.hiddenColumns().forEach(c -> sheet.setColumnHidden(c, true));
  }
}
