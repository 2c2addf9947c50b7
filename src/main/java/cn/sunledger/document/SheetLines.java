package cn.sunledger.document;

import cn.sunledger.model.NarrativeText;
import java.util.ArrayList;
import java.util.List;

/** A 情况说明 that stands in a sheet of a workbook, one paragraph to a row. */
public final class SheetLines {
  private final List<Wrapping.Numbered> lines = new ArrayList<>();

  /**
   * Adds a row.
   *
   * @param row the row's number, from 1
   * @param text its text; a cell of several lines holds several paragraphs
   */
  public void add(int row, String text) {
    for (String line : text.split("\\R", -1)) {
      lines.add(new Wrapping.Numbered(row, line, 0));
    }
  }

  /**
   * The text.
   *
   * @param file the workbook's file name
   */
  public NarrativeText text(String file) {
    List<String> texts =
        lines.stream().map(line -> line.text().strip()).filter(t -> !t.isEmpty()).toList();
    return new NarrativeText(file, new Outline().of(Wrapping.of(texts).join(lines)));
  }
}
