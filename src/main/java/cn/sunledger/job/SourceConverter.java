package cn.sunledger.job;

import cn.sunledger.export.ConvertedSource;
import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.FactsCsv;
import cn.sunledger.export.SafeNames;
import cn.sunledger.export.SheetCsv;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Converts one workbook of many: its rows of facts.csv to the log, its sheets to their folder. */
final class SourceConverter {
  private final DisclosureReader reader;
  private final ConversionOptions options;
  private final ConversionFolder folder;

  SourceConverter(DisclosureReader reader, ConversionOptions options, ConversionFolder folder) {
    this.reader = reader;
    this.options = options;
    this.folder = folder;
  }

  /** What a source gave. */
  enum Outcome {
    CONVERTED,
    WITHOUT_TABLES,
    REUSED
  }

  /** A source with the folder that its sheets go to, below the folder of all sheets. */
  record Task(WorkbookFiles.Source source, String sheetFolder) {}

  Outcome convert(Task task) throws FailedException, IOException {
    Path path = task.source().path();
    String name = task.source().name();
    String sha256 = sha256(path, name);
    String sheetFolder = options.settings().sheets() ? task.sheetFolder() : "";
    if (folder.kept(name, sha256, sheetFolder).isPresent()) {
      return Outcome.REUSED;
    }
    WorkbookGrid grid = reader.grid(path, name);
    Disclosure disclosure = reader.recognise(OwnSheets.without(grid, path, name));
    boolean foreign = DisclosureReader.isForeign(disclosure);
    boolean empty = disclosure.tables().stream().allMatch(table -> table.facts().isEmpty());
    if (empty && !options.settings().sheets()) {
      throw new FailedException(DisclosureReader.unknown(name));
    }
    try (FactRows rows = new FactRows(folder.work())) {
      int facts = options.settings().facts() ? facts(name, disclosure, rows) : 0;
      List<ConvertedSource.Sheet> sheets = sheets(grid, disclosure, sheetFolder);
      ConvertedSource source =
          new ConvertedSource(
              name,
              sha256,
              Files.size(path),
              foreign ? "" : disclosure.document().id(),
              disclosure.year(),
              disclosure.unitCode(),
              disclosure.unitName(),
              facts,
              0,
              rows.length(),
              sheetFolder,
              sheets,
              disclosure.remarks());
      folder.log().add(source, rows);
    }
    return foreign ? Outcome.WITHOUT_TABLES : Outcome.CONVERTED;
  }

  private int facts(String name, Disclosure disclosure, FactRows rows) throws IOException {
    // the byte-order mark, if any, stands once in front of the whole file
    CsvOptions options = new CsvOptions(false, folder.csv().raw());
    Writer text = new OutputStreamWriter(rows, StandardCharsets.UTF_8);
    int facts = new FactsCsv(text, options).rows(name, disclosure);
    text.flush();
    return facts;
  }

  private List<ConvertedSource.Sheet> sheets(
      WorkbookGrid grid, Disclosure disclosure, String sheetFolder) throws IOException {
    SheetFacts facts = SheetFacts.of(disclosure);
    SafeNames names = new SafeNames();
    List<ConvertedSource.Sheet> sheets = new ArrayList<>();
    Path made = folder.work().resolve(UUID.randomUUID().toString());
    for (SheetGrid sheet : grid.sheets()) {
      SheetCsv.Size size = SheetCsv.Size.of(sheet);
      String csv =
          sheetFolder.isEmpty() || size.cells() == 0 ? "" : names.claim(sheet.name()) + ".csv";
      long bytes = csv.isEmpty() ? 0 : write(sheet, size, made.resolve(csv));
      sheets.add(
          new ConvertedSource.Sheet(
              sheet.name(),
              sheet.hidden(),
              csv,
              bytes,
              size.rows(),
              size.columns(),
              size.cells(),
              size.numbers(),
              size.filled(),
              facts.count(sheet.name()),
              facts.tables(sheet.name()),
              size.cells() == 0 ? "空工作表" : facts.leftOut(sheet.name())));
    }
    if (Files.exists(made)) {
      place(made, folder.out().resolve(sheetFolder));
    }
    return sheets;
  }

  private long write(SheetGrid sheet, SheetCsv.Size size, Path file) throws IOException {
    folder.log();
    Files.createDirectories(file.getParent());
    try (Writer out = Files.newBufferedWriter(file)) {
      new SheetCsv(folder.csv()).write(sheet, size, out);
    }
    return Files.size(file);
  }

  /** A folder that is not there yet is put there in one step, else each of its files is. */
  private static void place(Path made, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    if (Files.notExists(target)) {
      WholeFile.move(made, target);
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(made)) {
      for (Path file : files) {
        WholeFile.move(file, target.resolve(file.getFileName()));
      }
    }
    Folders.delete(made);
  }

  private String sha256(Path file, String name) throws FailedException {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Digests.sha256(in);
    } catch (IOException e) {
      throw new FailedException(new Failure(name, "读不出来", "请检查权限，或关闭正在使用它的程序后重试"));
    }
  }

  /** Which facts and tables came from which sheet. */
  private record SheetFacts(
      Map<String, Integer> counts, Map<String, List<String>> names, Map<String, String> left) {
    static SheetFacts of(Disclosure disclosure) {
      SheetFacts facts = new SheetFacts(new HashMap<>(), new HashMap<>(), new HashMap<>());
      for (DisclosureTable table : disclosure.tables()) {
        facts.names.computeIfAbsent(table.sheet(), sheet -> new ArrayList<>()).add(table.name());
        for (Fact fact : table.facts()) {
          facts.counts.merge(fact.cell().sheet(), 1, Integer::sum);
        }
      }
      for (Disclosure.LeftSheet sheet : disclosure.leftSheets()) {
        facts.left.put(sheet.sheet(), sheet.reason());
      }
      return facts;
    }

    int count(String sheet) {
      return counts.getOrDefault(sheet, 0);
    }

    List<String> tables(String sheet) {
      return names.getOrDefault(sheet, List.of());
    }

    String leftOut(String sheet) {
      return left.getOrDefault(sheet, "");
    }
  }
}
