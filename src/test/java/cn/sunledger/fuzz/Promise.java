package cn.sunledger.fuzz;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.GridText;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.UnreadableWorkbookException;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.job.Stages;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What reading promises for any bytes: a grid whose facts each stand on a cell of their own, or a
 * refusal in one sentence.
 */
final class Promise {
  private static final Pattern SENTENCE = Pattern.compile("《fuzzed》[^。；]+；[^。]+。", Pattern.DOTALL);
  private static final Stages STAGES =
      new Stages(new TemplateFolder(Optional.empty()), Optional.empty());
  private static final Path FILE = file();

  private Promise() {}

  private static Path file() {
    try {
      Path folder = Files.createTempDirectory("fuzz");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("fuzzed");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file of these bytes and recognises what it holds. */
  static void ofFile(byte[] bytes) {
    try {
      ofGrid(new WorkbookReader().read(Files.write(FILE, bytes)));
    } catch (UnreadableWorkbookException e) {
      if (!SENTENCE.matcher(e.getMessage()).matches()) {
        throw new AssertionError("no sentence: " + e.getMessage(), e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is read of a file of these bytes; of one that is refused, that it is. */
  static String grid(byte[] bytes) {
    try {
      return GridText.of(new WorkbookReader().read(Files.write(FILE, bytes)));
    } catch (UnreadableWorkbookException e) {
      // of several faults, the one that is met first is told
      return "refused";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Recognises a workbook. */
  static void ofGrid(WorkbookGrid grid) {
    Disclosure disclosure = STAGES.reader().recognise(grid);
    Map<String, SheetGrid> sheets = new HashMap<>();
    grid.sheets().forEach(sheet -> sheets.putIfAbsent(sheet.name(), sheet));
    boolean named = sheets.size() == grid.sheets().size();
    Set<CellRef> seen = new HashSet<>();
    for (DisclosureTable table : disclosure.tables()) {
      for (Fact fact : table.facts()) {
        if (named) {
          stands(fact, sheets.get(fact.cell().sheet()), seen);
        }
      }
    }
  }

  private static void stands(Fact fact, SheetGrid sheet, Set<CellRef> seen) {
    GridCell cell = sheet == null ? null : sheet.cell(fact.cell().row(), fact.cell().column());
    if (cell == null) {
      throw new AssertionError("a fact on a blank cell: " + fact);
    }
    if (cell.value() instanceof CellValue.Number number
        && number.shown().compareTo(fact.value()) != 0) {
      throw new AssertionError("another number than the cell shows: " + fact + " on " + number);
    }
    if (!seen.add(fact.cell())) {
      throw new AssertionError("two facts on one cell: " + fact);
    }
  }
}
