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
        forms.add(read(file, Files.readAllLines(file)));
      }
    }
    return forms;
  }

  /**
   * A form as a workbook under the form's name.
   *
   * @param file where it is written down
   * @param lines its text, or that text with changes
   */
  public static WorkbookGrid read(Path file, List<String> lines) {
    String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
    return new WorkbookGrid(name, FormFile.parse(name, lines).workbook().sheets());
  }
}
