package cn.sunledger.export;

import java.math.BigDecimal;
import java.util.List;

/**
 * What became of the numbers of a sheet, so that anybody can add up that none is missing: as many
 * numbers, and the same sum, as the facts that stand on numbers and what was left out have
 * together.
 *
 * @param cells cells that hold a number
 * @param sum their sum, as stored
 * @param facts facts that stand on them
 * @param factsSum the sum of the cells that those facts stand on, as stored
 * @param fromText facts that stand on a text that reads as a number
 * @param left numbers that are no facts, by reason
 */
public record SheetNumbers(
    long cells, BigDecimal sum, long facts, BigDecimal factsSum, long fromText, List<Left> left) {
  /** A sheet without numbers. */
  public static final SheetNumbers NONE =
      new SheetNumbers(0, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0, List.of());

  /** Copies the list. */
  public SheetNumbers {
    left = List.copyOf(left);
  }

  /**
   * Numbers that are no facts for one reason.
   *
   * @param reason in Chinese
   * @param cells how many
   * @param sum their sum, as stored
   * @param first where the first of them stands, such as {@code A4}
   */
  public record Left(String reason, long cells, BigDecimal sum, String first) {}
}
