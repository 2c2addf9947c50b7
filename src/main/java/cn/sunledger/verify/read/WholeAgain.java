package cn.sunledger.verify.read;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * 收入…，其中甲…、乙…、丙…，较上年增加…: a change behind a list whose parts have none of their own is one of the
 * whole; of the last part only where the tables say so.
 */
final class WholeAgain {
  private WholeAgain() {}

  /**
   * The statement that a change without a subject of its own belongs to.
   *
   * @param reading all that was read
   * @param carry what was said before
   * @param passage the paragraph
   * @param place where the statement stands
   * @return none where what was said last goes on
   */
  static Optional<Statement> of(
      Reading reading, Carry carry, Reading.Passage passage, Supplier<Statement.Place> place) {
    Statement whole = carry.whole;
    Statement last = carry.current;
    boolean part =
        whole != null
            && last != null
            && last.whole().filter(of -> of == whole).isPresent()
            && !whole.mentions(Role.LEVEL).isEmpty()
            && whole.subject().isKnown();
    if (!part || carry.aside()) {
      return Optional.empty();
    }
    List<Statement> parts =
        reading.statements().stream()
            .filter(s -> s.whole().filter(of -> of == whole).isPresent())
            .filter(s -> s.place().paragraph() == passage.index())
            .filter(s -> !s.mentions(Role.LEVEL).isEmpty())
            .toList();
    boolean here = whole.place().paragraph() == passage.index();
    if (!here || parts.size() < 2 || parts.stream().anyMatch(s -> changes(s, reading))) {
      return Optional.empty();
    }
    Statement again = new Statement(whole.subject(), Optional.of(last.subject()), place.get());
    whole.mentions(Role.LEVEL).forEach(again::add);
    reading.statements().add(again);
    return Optional.of(again);
  }

  private static boolean changes(Statement statement, Reading reading) {
    return !statement.mentions(Role.DELTA).isEmpty()
        || !statement.mentions(Role.RATE).isEmpty()
        || reading.assertions().stream()
            .anyMatch(a -> a instanceof Assertion.Unchanged same && same.statement() == statement);
  }
}
