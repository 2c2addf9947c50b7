package cn.sunledger.job;

import cn.sunledger.document.SheetLines;
import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.NarrativeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 工作簿里的情况说明: the sheet of a workbook whose cells hold sentences.
 *
 * @param sheet the sheet's name
 * @param text its text; a paragraph's line is its row, from 1
 */
public record NarrativeSheet(String sheet, NarrativeText text) {
  private static final Pattern NAME = Pattern.compile("说明|文字");
  private static final Pattern SENTENCE = Pattern.compile("\\d[^。]{0,12}(?:元|%|％).*。|.{30,}。");
  private static final int LEAST_SENTENCES = 3;

  /**
   * The sheet that explains: one that is called so first, else the one with most sentences; never
   * one that holds a table.
   */
  static Optional<NarrativeSheet> in(WorkbookGrid grid, Disclosure disclosure) {
    Set<String> tables = new HashSet<>();
    disclosure.tables().forEach(table -> tables.add(table.sheet()));
    SheetGrid best = null;
    int most = 0;
    for (SheetGrid sheet : grid.sheets()) {
      if (tables.contains(sheet.name())) {
        continue;
      }
      int found = sentences(sheet);
      int weight = found < LEAST_SENTENCES ? 0 : NAME.matcher(sheet.name()).find() ? 1_000 : 1;
      if (found * weight > most) {
        best = sheet;
        most = found * weight;
      }
    }
    return Optional.ofNullable(best).map(sheet -> of(grid.file(), sheet));
  }

  private static int sentences(SheetGrid sheet) {
    int count = 0;
    for (int row = 0; row < sheet.rowCount(); row++) {
      if (SENTENCE.matcher(text(sheet, row)).find()) {
        count++;
      }
    }
    return count;
  }

  private static NarrativeSheet of(String file, SheetGrid sheet) {
    SheetLines lines = new SheetLines();
    for (int row = 0; row < sheet.rowCount(); row++) {
      lines.add(row + 1, text(sheet, row));
    }
    return new NarrativeSheet(sheet.name(), lines.text(file));
  }

  private static String text(SheetGrid sheet, int row) {
    List<String> texts = new ArrayList<>();
    for (GridCell cell : sheet.row(row)) {
      texts.add(cell.value().text());
    }
    return String.join("\t", texts);
  }
}
