package cn.sunledger.annotate;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What two ways of annotating cost and change: POI's user model, which reads and writes everything,
 * and writing only the parts that change. Twenty comments and one sheet either way.
 *
 * <p>{@code AnnotateCost FILE ROUNDS} times both in turn; {@code AnnotateCost FOLDER} counts, over
 * all .xlsx and .xlsm files of a folder, the parts that each way rewrites or loses; {@code
 * AnnotateCost patch|poi FILE OUT} does it once, for timing the whole process.
 */
final class AnnotateCost {
  private static final int COMMENTS = 20;

  private AnnotateCost() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 3) {
      once(args[0].equals("poi"), Path.of(args[1]), Path.of(args[2]));
    } else if (Files.isDirectory(Path.of(args[0]))) {
      losses(Path.of(args[0]));
    } else {
      times(Path.of(args[0]), Integer.parseInt(args[1]));
    }
  }

  private static void once(boolean poi, Path file, Path out) throws Exception {
    if (poi) {
      poi(file, out);
    } else {
      patch(file, out, cells(file));
    }
  }

  private static void times(Path file, int rounds) throws Exception {
    Path out = Files.createTempFile("cost", ".xlsx");
    List<CellRef> cells = cells(file);
    List<Long> patched = new ArrayList<>();
    List<Long> modelled = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      patch(file, out, cells);
      long middle = System.nanoTime();
      poi(file, out);
      patched.add(middle - start);
      modelled.add(System.nanoTime() - middle);
    }
    Files.delete(out);
    System.out.printf(
        Locale.ROOT,
        "patch: first %.0f ms, median %.1f ms%nPOI user model: first %.0f ms, median %.1f ms%n",
        patched.get(0) / 1e6,
        median(patched) / 1e6,
        modelled.get(0) / 1e6,
        median(modelled) / 1e6);
  }

  private static long median(List<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static void losses(Path folder) throws IOException {
    int[] files = new int[2];
    int[] rewritten = new int[2];
    int[] lost = new int[2];
    int[] parts = new int[2];
    Path out = Files.createTempFile("cost", ".xlsx");
    List<Path> all;
    try (Stream<Path> list = Files.list(folder)) {
      all = list.filter(file -> file.toString().matches(".*\\.xls[xm]")).sorted().toList();
    }
    for (Path file : all) {
      for (int way = 0; way < 2; way++) {
        try {
          if (way == 0) {
            patch(file, out, List.of());
          } else {
            poi(file, out);
          }
          Map<String, byte[]> before = PackageParts.of(file);
          Map<String, byte[]> after = PackageParts.of(out);
          TreeSet<String> changed = PackageParts.differing(file, out);
          changed.retainAll(before.keySet());
          files[way]++;
          parts[way] += before.size();
          rewritten[way] += changed.size();
          lost[way] += (int) before.keySet().stream().filter(p -> !after.containsKey(p)).count();
        } catch (Exception | LinkageError e) {
          // this way does not take this file
          continue;
        }
      }
    }
    Files.deleteIfExists(out);
    for (int way = 0; way < 2; way++) {
      System.out.printf(
          "%s: %d of %d files, %d parts, rewritten or lost %d, lost %d%n",
          way == 0 ? "patch" : "POI user model",
          files[way],
          all.size(),
          parts[way],
          rewritten[way],
          lost[way]);
    }
  }

  private static List<CellRef> cells(Path file) throws Exception {
    List<CellRef> cells = new ArrayList<>();
    for (int i = 0; i < COMMENTS; i++) {
      cells.add(new CellRef(Changsha.FILE.equals(file) ? "公开01表 收入支出决算总表" : sheet(file), 4 + i, 2));
    }
    return cells;
  }

  private static String sheet(Path file) throws Exception {
    String book =
        new String(
            PackageParts.of(file).get("xl/workbook.xml"), java.nio.charset.StandardCharsets.UTF_8);
    int from = book.indexOf(" name=\"", book.indexOf("<sheet ")) + 7;
    return book.substring(from, book.indexOf('"', from));
  }

  private static void patch(Path file, Path out, List<CellRef> cells) throws Exception {
    List<Finding> findings = new ArrayList<>();
    for (CellRef cell : cells) {
      findings.add(
          new Finding(
              "T-01",
              Severity.ERROR,
              "不符",
              "表",
              List.of(cell),
              "1",
              "2",
              "-1",
              "",
              "",
              List.of(),
              Optional.empty()));
    }
    new WorkbookAnnotator()
        .annotate(
            file,
            out,
            new Disclosure(
                "x",
                DocumentKind.DEPARTMENT_FINAL_ACCOUNTS,
                Optional.of(2023),
                "",
                "",
                List.of(),
                List.of(),
                List.of()),
            new CheckReport(findings, List.of(), 20, 0),
            Optional.empty(),
            Optional.empty());
  }

  private static void poi(Path file, Path out) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file));
        OutputStream stream = Files.newOutputStream(out)) {
      CreationHelper helper = workbook.getCreationHelper();
      int left = COMMENTS;
      for (Row row : workbook.getSheetAt(0)) {
        for (Cell cell : row) {
          if (left > 0 && cell.getCellComment() == null) {
            left--;
            ClientAnchor anchor = helper.createClientAnchor();
            anchor.setRow1(cell.getRowIndex());
            anchor.setCol1(cell.getColumnIndex());
            anchor.setRow2(cell.getRowIndex() + 4);
            anchor.setCol2(cell.getColumnIndex() + 4);
            Comment comment =
                workbook.getSheetAt(0).createDrawingPatriarch().createCellComment(anchor);
            comment.setString(helper.createRichTextString("不符"));
            cell.setCellComment(comment);
          }
        }
      }
      Sheet sheet = workbook.createSheet("核对结果 1");
      sheet.createRow(0).createCell(0).setCellValue("不符");
      workbook.write(stream);
    }
  }
}
