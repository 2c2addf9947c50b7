package cn.sunledger.verify.read;

import cn.sunledger.verify.text.Token;
import java.util.List;

/** 较上年减少20.50万元（71.68%）: a rate in brackets behind its change. */
final class Brackets {
  private Brackets() {}

  /**
   * Whether a percentage in brackets is the rate of the change in front of them.
   *
   * @param before the figure in front; may be none
   * @param token the percentage
   * @param passage its paragraph
   */
  static boolean holdRateOf(Mention before, Token token, Reading.Passage passage) {
    List<Token> tokens = passage.tokens();
    int at = tokens.indexOf(token);
    return before != null
        && before.role() == Role.DELTA
        && before.isMoney()
        && at > 1
        && tokens.get(at - 1).isMark("(")
        && tokens.get(at - 2) == before.token()
        && at + 1 < tokens.size()
        && tokens.get(at + 1).isMark(")");
  }
}
