package cn.sunledger.grid;

/**
 * What a package has given in all, unpacked: many parts that each keep within their bounds, or one
 * that a thousand sheets name, are a bomb together.
 */
final class Unpacked {
  private final long packed;
  private long count;

  /**
   * @param packed bytes of the whole file
   */
  Unpacked(long packed) {
    this.packed = Math.max(1, packed);
  }

  void add(long bytes) throws WorkbookFault {
    count += bytes;
    if (count > Bounds.FREE_PACKAGE_BYTES && count / packed > Bounds.RATIO) {
      throw WorkbookFault.excessive("全部内容解压后超过原文件的 " + Bounds.RATIO + " 倍，疑似压缩炸弹");
    }
    if (count > Bounds.PACKAGE_BYTES) {
      throw WorkbookFault.excessive("全部内容解压后超过 " + (Bounds.PACKAGE_BYTES >> 30) + " GB");
    }
  }
}
