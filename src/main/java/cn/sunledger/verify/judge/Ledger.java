package cn.sunledger.verify.judge;

import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.Severity;
import cn.sunledger.model.SourceCell;
import cn.sunledger.verify.read.Assertion;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.table.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been found so far, figure by figure. */
public final class Ledger {
  private final Map<Mention, Judgement> figures = new IdentityHashMap<>();
  private final Map<Mention, Judgement> directions = new IdentityHashMap<>();
  private final Map<Mention, Boolean> supported = new IdentityHashMap<>();
  private final Map<Mention, Figure> agreed = new IdentityHashMap<>();
  private final List<Relation> relations = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  /**
   * A verdict on something said without a figure.
   *
   * @param assertion what was said
   * @param name the listed name that is concerned; empty where the whole assertion is
   * @param stated what is printed
   * @param expected what it should be; may be empty
   * @param verdict the verdict
   * @param severity how bad it is
   * @param sources the cells that decided
   * @param rule id of the rule
   * @param reason why, in Chinese
   */
  record Said(
      Assertion assertion,
      Optional<Assertion.Listing.Name> name,
      String stated,
      String expected,
      ClaimVerdict verdict,
      Severity severity,
      List<SourceCell> sources,
      String rule,
      String reason) {}

  /**
   * A flaw of the text.
   *
   * @param rule id of the rule
   * @param severity how bad it is
   * @param paragraph the paragraph's index
   * @param start first folded character; −1 for the paragraph as a whole
   * @param end one behind the last
   * @param message what is wrong, in Chinese
   * @param stated what is printed
   * @param expected what it should be; may be empty
   */
  public record Remark(
      String rule,
      Severity severity,
      int paragraph,
      int start,
      int end,
      String message,
      String stated,
      String expected) {}

  void put(Mention mention, Judgement judgement) {
    figures.put(mention, judgement);
  }

  Optional<Judgement> of(Mention mention) {
    return Optional.ofNullable(figures.get(mention));
  }

  /** Whether nothing has decided on the figure yet. */
  boolean isUndecided(Mention mention) {
    Judgement judgement = figures.get(mention);
    return judgement == null || judgement.isOpen();
  }

  /** Notes the figure of a table with which a figure of the text agrees. */
  void agree(Mention mention, Figure figure) {
    agreed.put(mention, figure);
  }

  /** The figure of a table with which a figure of the text agrees. */
  Optional<Figure> agreed(Mention mention) {
    return Optional.ofNullable(agreed.get(mention));
  }

  void direction(Mention mention, Judgement judgement) {
    directions.put(mention, judgement);
  }

  Optional<Judgement> direction(Mention mention) {
    return Optional.ofNullable(directions.get(mention));
  }

  void say(Said verdict) {
    said.add(verdict);
  }

  List<Said> said() {
    return said;
  }

  /** Notes what figures of the text must satisfy together. */
  void relate(Relation relation) {
    relations.add(relation);
  }

  List<Relation> relations() {
    return relations;
  }

  /** Notes that a relation in which the figure takes part holds. */
  void support(Mention mention) {
    supported.put(mention, true);
  }

  boolean isSupported(Mention mention) {
    return supported.getOrDefault(mention, false);
  }

  /**
   * Notes a flaw of the text.
   *
   * @param remark the flaw
   */
  public void remark(Remark remark) {
    remarks.add(remark);
  }

  /**
   * Notes a flaw at a figure.
   *
   * @param rule id of the rule
   * @param severity how bad it is
   * @param mention the figure
   * @param message what is wrong, in Chinese
   */
  public void remark(String rule, Severity severity, Mention mention, String message) {
    remark(
        new Remark(
            rule,
            severity,
            mention.paragraph(),
            mention.from(),
            mention.token().end(),
            message,
            mention.printed(),
            ""));
  }

  /** Flaws of the text. */
  public List<Remark> remarks() {
    return remarks;
  }

  /** The right number of a figure: the expected one where it is wrong, else the printed one. */
  BigDecimal truth(Mention mention) {
    Judgement judgement = figures.get(mention);
    return judgement != null && judgement.isWrong() && judgement.expected().isPresent()
        ? judgement.expected().get()
        : mention.quantity().value();
  }
}
