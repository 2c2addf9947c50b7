package cn.sunledger.grid;

import cn.sunledger.model.CellRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader should know of a sheet: one sentence per kind, with the first place and the count.
 */
final class SheetRemarks {
  /** What may be odd about a cell. */
  enum Kind {
    BAD_NUMBER("的数无法识别，按文字读取"),
    BAD_ADDRESS("的地址超出工作表范围，未读取"),
    MISSING_TEXT("指向不存在的共享文字，按空文字读取"),
    MISSING_STYLE("的样式不存在，按常规格式读取"),
    NO_RESULT("的公式没有保存计算结果，请在 Excel 或 WPS 中打开并保存后重试");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final Map<Kind, String> firsts = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  void note(Kind kind, RawCell cell) {
    note(kind, CellRef.columnName(cell.column) + (cell.row + 1));
  }

  void note(Kind kind, String address) {
    firsts.putIfAbsent(kind, address);
    counts.merge(kind, 1, Integer::sum);
  }

  /** Says it all to the sheet. */
  void tell(SheetGrid sheet) {
    sentences().forEach(sheet::remark);
  }

  /** One sentence per kind. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    firsts.forEach(
        (kind, first) -> {
          int count = counts.get(kind);
          String others = count == 1 ? " " : " 等 " + count + " 个单元格";
          sentences.add(Messages.clean(first) + others + kind.words + "。");
        });
    return sentences;
  }
}
