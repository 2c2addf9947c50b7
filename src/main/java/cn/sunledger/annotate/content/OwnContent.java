package cn.sunledger.annotate.content;

import cn.sunledger.model.CellRef;
import java.util.List;

/**
 * All that sunledger writes into a workbook.
 *
 * @param sheets its own sheets, in order
 * @param marks marks on cells of the original, one per cell
 * @param backLinks title cells of the original that lead back to 核对结果
 */
public record OwnContent(List<OwnSheet> sheets, List<CellMark> marks, List<CellRef> backLinks) {
  /** What appears under the pointer over a title cell, by which the link is known again. */
  public static final String BACK_TIP = "晒账本：回到核对结果";

  /** Copies the lists. */
  public OwnContent {
    sheets = List.copyOf(sheets);
    marks = List.copyOf(marks);
    backLinks = List.copyOf(backLinks);
  }
}
