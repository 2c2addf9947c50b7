package cn.sunledger.verify.read;

import cn.sunledger.model.Stage;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.text.Quantity;
import cn.sunledger.verify.text.Token;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One figure of the text with what it says.
 *
 * @param statement the statement it belongs to
 * @param token the number
 * @param role what it says
 * @param stage the stage it is of, for a level: empty where the document's own is meant
 * @param year the year it is of; 0 for the document's own
 * @param sign 1 for an increase, −1 for a decrease, 0 where no word tells
 * @param signToken the word that tells, if one does
 * @param basis what a change is a change from
 * @param denominator what a share or a rate of completion is of, where it is named
 * @param paragraph index of the paragraph it stands in
 * @param from where its phrase begins in the folded paragraph
 * @param aside whether it stands in a reason or a purpose
 */
public record Mention(
    Statement statement,
    Token token,
    Role role,
    Optional<Stage> stage,
    int year,
    int sign,
    Optional<Token> signToken,
    Basis basis,
    Optional<Subject> denominator,
    int paragraph,
    int from,
    boolean aside) {
  /** The number. */
  public Quantity quantity() {
    return token.quantity().orElseThrow();
  }

  /** The number as it is printed. */
  public String printed() {
    return quantity().printed().strip();
  }

  /** The amount in 元. */
  public BigDecimal yuan() {
    return quantity().amount().in(Unit.YUAN).value();
  }

  /**
   * Whether its amount is greater than another's.
   *
   * @param other the other
   */
  public boolean exceeds(Mention other) {
    return yuan().compareTo(other.yuan()) > 0;
  }

  /** Whether it is an amount of money. */
  public boolean isMoney() {
    return quantity().kind() == Quantity.Kind.AMOUNT;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return role + " " + quantity().printed();
  }
}
