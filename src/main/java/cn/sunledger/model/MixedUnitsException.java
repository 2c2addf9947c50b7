package cn.sunledger.model;

/** Two amounts of different units met in one sum. */
public final class MixedUnitsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Names both operands.
   *
   * @param left the first amount
   * @param right the second amount
   */
  public MixedUnitsException(Amount left, Amount right) {
    super("单位不同的两个数不能直接运算：" + left + " 与 " + right);
  }
}
