package cn.sunledger.verify.read;

import cn.sunledger.model.Stage;
import java.util.Optional;

/**
 * 比较基数: what a change is a change from.
 *
 * @param kind last year or this year's budget
 * @param stage the stage named (上年决算数, 年初预算); empty where none is
 * @param year the year named; 0 where none is
 */
public record Basis(Kind kind, Optional<Stage> stage, int year) {
  /** Last year, no stage named. */
  public static final Basis LAST_YEAR = new Basis(Kind.LAST_YEAR, Optional.empty(), 0);

  /** Kinds of bases. */
  public enum Kind {
    /** The year before. */
    LAST_YEAR,
    /** The budget of the same year. */
    BUDGET
  }
}
