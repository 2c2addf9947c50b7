package cn.sunledger.check.diagnosis;

import java.util.List;

/** One kind of mistake that people make with these tables. */
interface Suspicion {
  /**
   * The mistakes of this kind that could explain some of what fails.
   *
   * @param situation what holds and what fails
   */
  List<Hypothesis> suggest(Situation situation);
}
