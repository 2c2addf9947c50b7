package cn.sunledger.annotate.content;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A workbook of sunledger's own that stands for one that must not be touched: nothing is marked,
 * nothing is fetched by formula, and links lead to the other file.
 */
public final class DetachedWorkbook implements AnnotatableWorkbook {
  private final AnnotatableWorkbook own;
  private final List<String> sheets;
  private final String original;

  /**
   * Over a workbook of our own.
   *
   * @param own what is written into
   * @param disclosure what was read of the other workbook
   * @param original the other workbook, seen from the folder of the new one, with {@code /}
   */
  public DetachedWorkbook(AnnotatableWorkbook own, Disclosure disclosure, String original) {
    this.own = own;
    this.sheets =
        Stream.concat(
                disclosure.tables().stream().map(DisclosureTable::sheet),
                disclosure.leftSheets().stream().map(Disclosure.LeftSheet::sheet))
            .distinct()
            .toList();
    this.original = original;
  }

  @Override
  public FormerAnnotation former() {
    return new FormerAnnotation(Map.of(), Map.of());
  }

  @Override
  public List<String> foreignSheets() {
    return sheets;
  }

  @Override
  public Map<CellRef, StoredCell> stored(Set<CellRef> cells) {
    return Map.of();
  }

  @Override
  public boolean drawsCharts() {
    return own.drawsCharts();
  }

  @Override
  public void write(OwnContent content, Path target) throws IOException {
    List<OwnSheet> led = content.sheets().stream().map(this::led).toList();
    own.write(new OwnContent(led, List.of(), List.of()), target);
  }

  private OwnSheet led(OwnSheet sheet) {
    return sheet.with(sheet.rows().stream().map(this::led).toList());
  }

  private OwnRow led(OwnRow row) {
    return new OwnRow(
        row.index(), row.height(), row.grows(), row.cells().stream().map(this::led).toList());
  }

  private OwnCell led(OwnCell cell) {
    return new OwnCell(
        cell.column(),
        cell.look(),
        cell.content(),
        cell.link().map(link -> sheets.contains(link.sheet()) ? link.in(original) : link));
  }

  @Override
  public void close() throws IOException {
    own.close();
  }
}
