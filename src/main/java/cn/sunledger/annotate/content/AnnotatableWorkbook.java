package cn.sunledger.annotate.content;

import cn.sunledger.model.CellRef;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A workbook that sunledger writes into, whatever its format. */
public interface AnnotatableWorkbook extends Closeable {
  /**
   * What a cell of the original stores.
   *
   * @param number whether it is a number, or a formula whose result is one
   * @param text the text, or the number as written
   */
  record StoredCell(boolean number, String text) {}

  /** What sunledger wrote into the workbook earlier. */
  FormerAnnotation former() throws IOException;

  /** The names of the sheets that are not sunledger's, in order. */
  List<String> foreignSheets() throws IOException;

  /**
   * What cells of the original store; cells that it does not write are missing in the answer.
   *
   * @param cells the cells asked for
   */
  Map<CellRef, StoredCell> stored(Set<CellRef> cells) throws IOException;

  /** Whether the format holds charts and bars inside cells. */
  boolean drawsCharts();

  /**
   * Writes the workbook with new content in the place of what sunledger wrote earlier.
   *
   * @param content what sunledger writes
   * @param target the file to write
   */
  void write(OwnContent content, Path target) throws IOException;
}
