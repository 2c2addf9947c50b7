package cn.sunledger.grid;

/** How much a file may ask for. Real workbooks stay far below; hostile ones are stopped here. */
final class Bounds {
  /** Rows of a sheet in Excel 2007 and later. */
  static final int ROWS = 1_048_576;

  /** Columns of a sheet in Excel 2007 and later. */
  static final int COLUMNS = 16_384;

  /**
   * Parts of a package: a workbook of a thousand sheets with drawings and notes has some 10,000.
   */
  static final int ENTRIES = 50_000;

  /** Bytes of the directory of a package of so many parts, with names of some 200 characters. */
  static final long DIRECTORY_BYTES = 16L << 20;

  /**
   * Bytes of one part, unpacked: a full sheet of 1,048,576 rows and 60 columns has about 2 GiB, and
   * reading this much takes the seconds that a person would still wait.
   */
  static final long PART_BYTES = 4L << 30;

  /**
   * Bytes of one part that is held in memory as a whole or as texts (shared strings, styles): the
   * shared strings of a million distinct long texts have about 200 MiB.
   */
  static final long HELD_PART_BYTES = 512L << 20;

  /** A part may always have this size, however well it was packed: long repeats are common. */
  static final long FREE_BYTES = 64L << 20;

  /** A package may always give this much, however well it was packed. */
  static final long FREE_PACKAGE_BYTES = 256L << 20;

  /** Bytes of all parts that are read of a package: three full sheets of the largest size. */
  static final long PACKAGE_BYTES = 12L << 30;

  /** Beyond {@link #FREE_BYTES}, sheets pack 10:1 to 100:1; only a bomb packs better than this. */
  static final int RATIO = 250;

  /** Characters of one cell: Excel allows 32,767; other writers are given room. */
  static final int CELL_CHARACTERS = 4 << 20;

  /** Styles of a workbook: Excel allows 65,490. */
  static final int STYLES = 100_000;

  /** Sheets of a workbook: Excel is bounded by memory; thousands are unheard of. */
  static final int SHEETS = 10_000;

  /** Merged regions of a sheet that are kept. */
  static final int MERGES = 1_000_000;

  private Bounds() {}
}
