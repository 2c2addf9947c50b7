package cn.sunledger.verify.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a stretch of text says of one subject: its figures for the year, the budget, last year … */
public final class Statement {
  private final Subject subject;
  private final Optional<Subject> other;
  private final Place place;
  private final List<Mention> mentions = new ArrayList<>();
  private Optional<Statement> whole = Optional.empty();

  /**
   * Where a statement stands.
   *
   * @param paragraph index of the paragraph
   * @param sentence number of the sentence inside it
   * @param section number of the section, counted through the text
   * @param topic what the section is about
   * @param annex whether it stands in a report that may count differently
   * @param level depth of the item's number that its paragraph opens with; 0 where it has none
   * @param opening whether it opens its paragraph
   */
  public record Place(
      int paragraph,
      int sentence,
      int section,
      Topic topic,
      boolean annex,
      int level,
      boolean opening) {}

  Statement(Subject subject, Optional<Subject> other, Place place) {
    this.subject = subject;
    this.other = other;
    this.place = place;
  }

  /** What it speaks of. */
  public Subject subject() {
    return subject;
  }

  /** The subject, then the other one that the words may also mean. */
  public List<Subject> readings() {
    return Stream.concat(Stream.of(subject), other.stream()).toList();
  }

  /** Where it stands. */
  public Place place() {
    return place;
  }

  /** Its figures, in order. */
  public List<Mention> mentions() {
    return mentions;
  }

  /** The statement whose parts this one and its neighbours are. */
  public Optional<Statement> whole() {
    return whole;
  }

  void partOf(Statement statement) {
    if (statement != this) {
      whole = Optional.of(statement);
    }
  }

  void add(Mention mention) {
    mentions.add(mention);
  }

  /**
   * Its figures of a role.
   *
   * @param role the role
   */
  public List<Mention> mentions(Role role) {
    return mentions.stream().filter(mention -> mention.role() == role).toList();
  }
}
