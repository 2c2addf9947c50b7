package cn.sunledger.layout;

import cn.sunledger.grid.WorkbookGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The forms of many provinces, for the tests of other stages. */
public final class ProvincialForms {
  private static final Path FORMS = Path.of("src", "test", "resources", "forms");

  private ProvincialForms() {}

  /** All forms as workbooks, in the order of their names. */
  public static List<WorkbookGrid> all() throws IOException {
    List<WorkbookGrid> forms = new ArrayList<>();
    try (Stream<Path> files = Files.list(FORMS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        WorkbookGrid form = FormFile.parse(name, Files.readAllLines(file)).workbook();
        forms.add(new WorkbookGrid(name, form.sheets()));
      }
    }
    return forms;
  }
}
