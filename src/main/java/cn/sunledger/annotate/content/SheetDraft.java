package cn.sunledger.annotate.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sheet in the making: rows from the top, as high as their texts need. */
final class SheetDraft {
  private static final int LEAST_HEIGHT = 20;
  private static final int GREATEST_HEIGHT = 405;

  /** Line heights of typefaces as a multiple of their size: 微软雅黑 stands wide apart. */
  private static final double TALL = 1.6;

  private static final double USUAL = 1.3;

  private final double[] widths;
  private final List<OwnRow> rows = new ArrayList<>();
  private final List<String> merges = new ArrayList<>();
  private final List<OwnCell> cells = new ArrayList<>();
  private double needed;
  private boolean merged;
  private int row;

  SheetDraft(double... widths) {
    this.widths = widths;
  }

  /** The row that is being written, zero-based. */
  int row() {
    return row;
  }

  /** The widths as columns, of which some are hidden. */
  List<OwnSheet.Column> columns(Integer... hidden) {
    List<Integer> hiddenOnes = List.of(hidden);
    List<OwnSheet.Column> columns = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      columns.add(new OwnSheet.Column(widths[i], hiddenOnes.contains(i)));
    }
    return columns;
  }

  List<OwnRow> rows() {
    return rows;
  }

  List<String> merges() {
    return merges;
  }

  SheetDraft text(int column, Look look, String text) {
    return put(column, column, look, CellContent.Words.of(text), null);
  }

  SheetDraft text(int from, int to, Look look, String text) {
    return put(from, to, look, CellContent.Words.of(text), null);
  }

  SheetDraft link(int from, int to, Look look, String text, OwnCell.Link link) {
    return put(from, to, look, CellContent.Words.of(text), link);
  }

  /** A number where the text is one, with its printed digits; else the text. */
  SheetDraft figure(int column, Look look, String text) {
    Optional<BigDecimal> number = plainNumber(text);
    return number.isEmpty()
        ? text(column, look, text)
        : put(
            column,
            column,
            look.unwrapped().formatted(Palette.amount(number.get().scale())),
            new CellContent.Figure(number.get()),
            null);
  }

  private static Optional<BigDecimal> plainNumber(String text) {
    String bare = text.replace(",", "");
    return bare.matches("-?[0-9]{1,15}(\\.[0-9]{1,8})?")
        ? Optional.of(new BigDecimal(bare))
        : Optional.empty();
  }

  /** A content in one cell, or in several that are merged. */
  SheetDraft put(int from, int to, Look look, CellContent content, OwnCell.Link link) {
    cells.add(new OwnCell(from, look, content, Optional.ofNullable(link)));
    for (int column = from + 1; column <= to; column++) {
      cells.add(new OwnCell(column, look, new CellContent.Empty(), Optional.empty()));
    }
    if (to > from) {
      merges.add(References.a1(row, from) + ":" + References.a1(row, to));
      merged = true;
    }
    double width = 0;
    for (int column = from; column <= to; column++) {
      width += widths[column];
    }
    double perLine = (width - 1.5 - 2.0 * look.indent()) * 10.6 / look.size();
    int lines = look.wrap() ? TextMeasure.lines(content.text(), perLine) : 1;
    double line = look.size() * (look.font().equals(Palette.SANS) ? TALL : USUAL);
    needed = Math.max(needed, lines * line + 5);
    return this;
  }

  /** Ends the row, as high as its texts need. */
  void end() {
    end(LEAST_HEIGHT);
  }

  /** Ends the row, at least so high. */
  void end(int least) {
    int height = (int) Math.min(GREATEST_HEIGHT, Math.max(least, Math.ceil(needed)));
    rows.add(new OwnRow(row++, height, !merged, new ArrayList<>(cells)));
    cells.clear();
    needed = 0;
    merged = false;
  }

  /** Leaves rows free. */
  void space(int count) {
    row += count;
  }
}
