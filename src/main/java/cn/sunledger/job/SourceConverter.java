package cn.sunledger.job;

import cn.sunledger.export.ConvertedSource;
import cn.sunledger.export.CsvFiles;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Converts one workbook after the other: its rows of facts.csv to the log, its sheets to their
 * folder. For one thread.
 */
final class SourceConverter {
  private final DisclosureReader reader;
  private final ConversionOptions options;
  private final ConversionFolder folder;
  private final CsvFiles csv;
  private final MessageDigest digest = Digests.sha256();

  SourceConverter(DisclosureReader reader, ConversionOptions options, ConversionFolder folder) {
    this.reader = reader;
    this.options = options;
    this.folder = folder;
    this.csv = new CsvFiles(folder.csv());
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
    SourceBytes bytes = SourceBytes.read(path, name, digest);
    String sheetFolder = options.settings().sheets() ? task.sheetFolder() : "";
    if (folder.kept(name, bytes.sha256(), sheetFolder).isPresent()) {
      return Outcome.REUSED;
    }
    WorkbookGrid grid = reader.grid(path, bytes.content(), name, options.cellsAtOnce());
    WorkbookGrid foreign = OwnSheets.without(grid, path, name);
    boolean wanted = options.settings().facts();
    Disclosure disclosure = wanted ? reader.recognise(foreign) : unread(foreign);
    boolean unknown = DisclosureReader.isForeign(disclosure);
    boolean empty = disclosure.tables().stream().allMatch(table -> table.facts().isEmpty());
    if (empty && !options.settings().sheets()) {
      throw new FailedException(DisclosureReader.unknown(name));
    }
    try (FactRows rows = new FactRows(folder);
        SheetFiles files = new SheetFiles(folder, csv, sheetFolder)) {
      SourceFacts facts =
          new SourceFacts(name, disclosure, options.settings().facts(), folder.csv(), rows);
      facts.addAll();
      SheetConverter sheets =
          new SheetConverter(
              reader,
              task.source(),
              grid,
              foreign,
              disclosure,
              files,
              facts,
              options.cellsAtOnce());
      List<ConvertedSource.Sheet> converted = sheets.convert();
      int count = facts.finish();
      if (!FileState.of(path).equals(bytes.state())) {
        throw new FailedException(new Failure(name, "在转换时被改动", "请等它写完，或关闭正在使用它的程序后重试"));
      }
      files.place();
      List<String> remarks = new ArrayList<>(disclosure.remarks());
      remarks.addAll(sheets.remarks());
      folder
          .log()
          .add(
              new ConvertedSource(
                  name,
                  bytes.sha256(),
                  bytes.state().size(),
                  unknown ? "" : disclosure.document().id(),
                  disclosure.year(),
                  disclosure.unitCode(),
                  disclosure.unitName(),
                  count,
                  0,
                  rows.length(),
                  sheetFolder,
                  converted,
                  remarks),
              rows);
    }
    return unknown && wanted ? Outcome.WITHOUT_TABLES : Outcome.CONVERTED;
  }

  /** Who wants raw sheets only need not wait until tables are found in them. */
  private static Disclosure unread(WorkbookGrid grid) {
    List<String> remarks = new ArrayList<>();
    grid.sheets().forEach(sheet -> remarks.addAll(sheet.remarks()));
    return new Disclosure(
        grid.file(),
        DocumentKind.DEPARTMENT_FINAL_ACCOUNTS,
        Optional.empty(),
        "",
        "",
        List.of(),
        List.of(),
        remarks);
  }
}
