package cn.sunledger.grid;

import java.io.IOException;

/**
 * Why a file cannot be read, before its name is put to it: what is wrong and what to do, each a
 * Chinese clause that follows the file's name.
 */
final class WorkbookFault extends IOException {
  private static final long serialVersionUID = 1L;

  private static final String SAVE_AGAIN = "在 Excel 或 WPS 中打开并另存为 .xlsx 后重试";

  private final String remedy;

  WorkbookFault(String reason, String remedy, Throwable cause) {
    super(reason, cause);
    this.remedy = remedy;
  }

  WorkbookFault(String reason, String remedy) {
    this(reason, remedy, null);
  }

  /** Some part of the file is not what it must be. */
  static WorkbookFault damaged(String detail, Throwable cause) {
    return new WorkbookFault("已损坏（" + detail + "）", "请重新获取这份文件，或" + SAVE_AGAIN, cause);
  }

  /** The file would take more room than any real workbook. */
  static WorkbookFault excessive(String detail) {
    return new WorkbookFault("的内容超出合理范围（" + detail + "），为安全起见未读取", "请" + SAVE_AGAIN);
  }

  /** A cell, or a tag, goes on for longer than any cell may. */
  static WorkbookFault longText() {
    return excessive("一个单元格的文字超过 " + Bounds.CELL_CHARACTERS + " 个字符");
  }

  /** What to do, a clause. */
  String remedy() {
    return remedy;
  }
}
