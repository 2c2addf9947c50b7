package cn.sunledger.verify.judge;

import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.Severity;
import cn.sunledger.model.SourceCell;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What was found of one figure of the text.
 *
 * @param verdict the verdict
 * @param severity how bad it is
 * @param expected the right figure, in the unit and with the digits of the text; empty where none
 *     is known
 * @param sources the cells that decided
 * @param rule id of the rule
 * @param reason why, in Chinese
 * @param cause the likely cause of a mistake, in Chinese; may be empty
 * @param firm whether tables decided, so that no arithmetic inside the text can overrule it
 */
record Judgement(
    ClaimVerdict verdict,
    Severity severity,
    Optional<BigDecimal> expected,
    List<SourceCell> sources,
    String rule,
    String reason,
    String cause,
    boolean firm) {
  /** Copies the list. */
  Judgement {
    sources = List.copyOf(sources);
  }

  static Judgement ok(BigDecimal expected, List<SourceCell> sources, String rule, String reason) {
    return new Judgement(
        ClaimVerdict.OK,
        Severity.INFO,
        Optional.of(expected),
        sources,
        rule,
        reason,
        "",
        !sources.isEmpty());
  }

  static Judgement rounding(
      BigDecimal expected, List<SourceCell> sources, String rule, String reason) {
    return new Judgement(
        ClaimVerdict.ROUNDING,
        Severity.WARNING,
        Optional.of(expected),
        sources,
        rule,
        reason,
        "",
        !sources.isEmpty());
  }

  static Judgement wrong(
      BigDecimal expected, List<SourceCell> sources, String rule, String reason, String cause) {
    return new Judgement(
        ClaimVerdict.WRONG,
        Severity.ERROR,
        Optional.of(expected),
        sources,
        rule,
        reason,
        cause,
        !sources.isEmpty());
  }

  static Judgement open(String reason) {
    return new Judgement(
        ClaimVerdict.UNVERIFIABLE,
        Severity.INFO,
        Optional.empty(),
        List.of(),
        "",
        reason,
        "",
        false);
  }

  /** The same, only a warning. */
  Judgement warning() {
    return new Judgement(verdict, Severity.WARNING, expected, sources, rule, reason, cause, firm);
  }

  /**
   * The same with another cause.
   *
   * @param other the cause, in Chinese
   */
  Judgement because(String other) {
    return new Judgement(verdict, severity, expected, sources, rule, reason, other, firm);
  }

  boolean isWrong() {
    return verdict == ClaimVerdict.WRONG;
  }

  boolean isOpen() {
    return verdict == ClaimVerdict.UNVERIFIABLE;
  }

  boolean isOk() {
    return verdict == ClaimVerdict.OK;
  }
}
