package cn.sunledger.grid;

/**
 * One cell as a sheet part has it, before styles and shared texts are applied. The scanner fills
 * the same object again for the next cell: a sink copies what it keeps.
 */
final class RawCell {
  /** What the text of a cell means. */
  enum Type {
    NUMBER,
    SHARED_TEXT,
    TEXT,
    BOOLEAN,
    ERROR,
    ISO_DATE
  }

  int row;
  int column;
  int style;
  Type type = Type.NUMBER;

  /** The text of the value; null where the cell has none. */
  String text;

  /** The formula; empty where the cell has none. */
  String formula = "";
}
