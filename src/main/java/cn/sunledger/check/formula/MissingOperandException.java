package cn.sunledger.check.formula;

/** An operand that a workbook does not have; it ends the binding of one formula, not the check. */
final class MissingOperandException extends Exception {
  private static final long serialVersionUID = 1L;

  MissingOperandException(String reason) {
    super(reason, null, false, false);
  }
}
