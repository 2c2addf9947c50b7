package cn.sunledger.check.formula;

/** An operand that a workbook does not have; it ends the binding of one formula, not the check. */
final class MissingOperandException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What the lack of an operand says of its formula. */
  enum Kind {
    /** A workbook or a table that should be there is not: always worth saying. */
    TABLE,
    /** A line or column: worth saying where the table prints the formula's other amounts. */
    PLACE,
    /** Nothing is lacking: the formula is not about such a workbook. */
    INAPPLICABLE
  }

  private final Kind kind;

  MissingOperandException(String reason) {
    this(Kind.PLACE, reason);
  }

  MissingOperandException(Kind kind, String reason) {
    super(reason, null, false, false);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
