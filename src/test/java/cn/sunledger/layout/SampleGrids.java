package cn.sunledger.layout;

import cn.sunledger.grid.UnreadableWorkbookException;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The committed sample workbooks and the provincial forms as grids. */
final class SampleGrids {
  private static final Pattern AMOUNT = Pattern.compile("[0-9][0-9,]*(?:\\.[0-9]+)?");
  private static final Path FOLDER = Path.of("sample-workbooks");
  private static final Path FORMS = Path.of("src", "test", "resources", "forms");

  private SampleGrids() {}

  static List<String> names() {
    List<String> names = new ArrayList<>(names(FOLDER, ".*\\.xlsx?"));
    names.addAll(names(FORMS, ".*\\.txt"));
    return names;
  }

  private static List<String> names(Path folder, String pattern) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(pattern))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WorkbookGrid read(String name) {
    try {
      if (name.endsWith(".txt")) {
        return FormFile.parse(name, Files.readAllLines(FORMS.resolve(name))).workbook();
      }
      return new WorkbookReader().read(FOLDER.resolve(name));
    } catch (UnreadableWorkbookException | IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** The workbook with the given amounts in 元, and every 万元 that declares a unit made 元. */
  static WorkbookGrid inYuan(WorkbookGrid grid, Set<CellRef> money) {
    Map<String, Set<CellRef>> bySheet = new HashMap<>();
    money.forEach(c -> bySheet.computeIfAbsent(c.sheet(), key -> new HashSet<>()).add(c));
    var sheets =
        grid.sheets().stream()
            .map(
                sheet ->
                    GridChanges.retext(
                            new WorkbookGrid(grid.file(), List.of(sheet)),
                            cell ->
                                inYuan(
                                    cell.value(),
                                    bySheet
                                        .getOrDefault(sheet.name(), Set.of())
                                        .contains(
                                            new CellRef(sheet.name(), cell.row(), cell.column()))))
                        .grid()
                        .sheets()
                        .get(0))
            .toList();
    return new WorkbookGrid(grid.file(), sheets);
  }

  private static CellValue inYuan(CellValue value, boolean money) {
    if (money) {
      return NumberText.of(value).map(SampleGrids::inYuan).orElseGet(() -> behindLabel(value));
    }
    boolean declares =
        value.text().length() < 60
            && value.text().matches("(?s)(?:.*(?:单位[:：]?\\s*|[（(])|\\s*)万元.*");
    return declares ? new CellValue.Text(value.text().replace("万元", "元")) : value;
  }

  private static CellValue inYuan(NumberText number) {
    BigDecimal yuan = number.number().shown().movePointRight(4);
    return new CellValue.Number(yuan, yuan, false, yuan.toPlainString());
  }

  /** An amount in the cell of its label: 其他资金：200. */
  private static CellValue behindLabel(CellValue value) {
    Matcher amount = AMOUNT.matcher(value.text());
    return new CellValue.Text(
        amount.replaceFirst(
            found ->
                new BigDecimal(found.group().replace(",", "")).movePointRight(4).toPlainString()));
  }
}
