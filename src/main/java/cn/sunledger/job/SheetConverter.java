package cn.sunledger.job;

import cn.sunledger.export.ConvertedSource;
import cn.sunledger.export.SheetCsv;
import cn.sunledger.export.SheetNumbers;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.SheetRows;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Converts the sheets of one workbook: those that are held, and those that are read by pieces. */
final class SheetConverter {
  private static final String OURS = "晒账本批注时写入的工作表";
  private static final String EMPTY = "空工作表";

  private final DisclosureReader reader;
  private final WorkbookFiles.Source source;
  private final WorkbookGrid workbook;
  private final WorkbookGrid foreign;
  private final Disclosure disclosure;
  private final Map<String, List<DisclosureTable>> tables;
  private final SheetFiles files;
  private final SourceFacts facts;
  private final long most;
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param workbook all sheets
   * @param foreign the sheets that sunledger did not write itself
   * @param disclosure what was recognised in those
   * @param facts takes the facts of sheets that are read by pieces
   * @param most how many cells a piece has
   */
  SheetConverter(
      DisclosureReader reader,
      WorkbookFiles.Source source,
      WorkbookGrid workbook,
      WorkbookGrid foreign,
      Disclosure disclosure,
      SheetFiles files,
      SourceFacts facts,
      long most) {
    this.reader = reader;
    this.source = source;
    this.workbook = workbook;
    this.foreign = foreign;
    this.disclosure = disclosure;
    this.tables = bySheet(disclosure.tables());
    this.files = files;
    this.facts = facts;
    this.most = most;
  }

  /** What a reader should know besides of the sheets, in Chinese. */
  List<String> remarks() {
    return remarks;
  }

  List<ConvertedSource.Sheet> convert() throws IOException, FailedException {
    List<ConvertedSource.Sheet> sheets = new ArrayList<>();
    for (SheetGrid sheet : workbook.sheets()) {
      sheets.add(sheet.whole() ? held(sheet) : large(sheet));
    }
    return sheets;
  }

  private ConvertedSource.Sheet held(SheetGrid sheet) throws IOException, FailedException {
    long cells = sheet.cellCount();
    boolean wanted = files.wanted() && cells > 0;
    String csv = wanted ? files.name(sheet.name()) : "";
    boolean[] filled = {true};
    long bytes =
        wanted
            ? files.write(csv, (sheets, out) -> filled[0] = sheets.write(sheet, out).filled())
            : 0;
    NumberAccount account = new NumberAccount();
    if (facts.wanted()) {
      account.add(sheet, 0, 0, tables(sheet), leftOut(sheet, cells));
    }
    return built(sheet, csv, bytes, cells, filled[0], account, leftOut(sheet, cells));
  }

  private ConvertedSource.Sheet large(SheetGrid sheet) throws IOException, FailedException {
    boolean ours = !foreign.sheets().contains(sheet);
    SheetPieces pieces = new SheetPieces(reader, foreign, sheet, disclosure, most, facts::add);
    SheetRows recognised = facts.wanted() && !ours ? pieces : (row, cells) -> {};
    long[] count = {0};
    String csv = files.wanted() ? files.name(sheet.name()) : "";
    boolean[] filled = {true};
    long bytes = 0;
    if (files.wanted()) {
      bytes =
          files.write(
              csv,
              (sheets, out) -> {
                SheetCsv.Rows rows =
                    sheets.begin(
                        sheet.fullRowCount(), sheet.fullColumnCount(), sheet.fullCellCount(), out);
                filled[0] = rows.filled();
                read(
                    sheet,
                    (row, cells) -> {
                      rows.row(row, cells);
                      count[0] += cells.size();
                      recognised.row(row, cells);
                    });
              });
    } else {
      read(
          sheet,
          (row, cells) -> {
            count[0] += cells.size();
            recognised.row(row, cells);
          });
    }
    pieces.finish();
    if (facts.wanted() && pieces.noTable().isEmpty()) {
      remarks.add(pieces.remark());
    }
    String leftOut = ours ? OURS : pieces.noTable();
    return built(sheet, csv, bytes, count[0], filled[0], pieces.account(), leftOut);
  }

  private void read(SheetGrid sheet, SheetRows rows) throws IOException, FailedException {
    remarks.addAll(reader.rows(source.path(), source.name(), sheet, rows));
  }

  private ConvertedSource.Sheet built(
      SheetGrid sheet,
      String csv,
      long bytes,
      long cells,
      boolean filled,
      NumberAccount account,
      String leftOut) {
    boolean wanted = facts.wanted();
    SheetNumbers numbers = account.close();
    return new ConvertedSource.Sheet(
        sheet.name(),
        sheet.hidden(),
        csv,
        bytes,
        sheet.fullRowCount(),
        sheet.fullColumnCount(),
        cells,
        wanted ? numbers : SheetNumbers.NONE,
        filled,
        wanted ? Math.toIntExact(account.facts()) : 0,
        names(sheet),
        leftOut);
  }

  private List<String> names(SheetGrid sheet) {
    List<String> names = new ArrayList<>();
    for (DisclosureTable table : disclosure.tables()) {
      if (table.sheet().equals(sheet.name())) {
        names.add(table.name());
      }
    }
    return names;
  }

  private List<DisclosureTable> tables(SheetGrid sheet) {
    return tables.getOrDefault(sheet.name(), List.of());
  }

  /** The tables of each sheet: a table may go on in another sheet. */
  private static Map<String, List<DisclosureTable>> bySheet(List<DisclosureTable> tables) {
    Map<String, List<DisclosureTable>> bySheet = new HashMap<>();
    for (DisclosureTable table : tables) {
      Set<String> sheets = new LinkedHashSet<>();
      String last = table.sheet();
      sheets.add(last);
      for (Fact fact : table.facts()) {
        if (!fact.cell().sheet().equals(last)) {
          last = fact.cell().sheet();
          sheets.add(last);
        }
      }
      for (String sheet : sheets) {
        bySheet.computeIfAbsent(sheet, key -> new ArrayList<>()).add(table);
      }
    }
    return bySheet;
  }

  private String leftOut(SheetGrid sheet, long cells) {
    if (cells == 0) {
      return EMPTY;
    }
    if (!foreign.sheets().contains(sheet)) {
      return OURS;
    }
    for (Disclosure.LeftSheet left : disclosure.leftSheets()) {
      if (left.sheet().equals(sheet.name())) {
        return left.reason();
      }
    }
    return "";
  }
}
