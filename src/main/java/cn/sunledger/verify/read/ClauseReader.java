package cn.sunledger.verify.read;

import cn.sunledger.model.NarrativeWord.Sense;
import cn.sunledger.model.Stage;
import cn.sunledger.verify.read.Statement.Place;
import cn.sunledger.verify.text.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a clause that ends without a figure: a basis, 持平, 大于, 无, or a subject for what follows. */
final class ClauseReader {
  private final Reading reading;
  private final int documentYear;
  private final SubjectReader subjects;
  private final Carry carry;
  private final Reading.Passage passage;
  private final Supplier<Place> place;

  ClauseReader(
      Reading reading,
      int documentYear,
      SubjectReader subjects,
      Carry carry,
      Reading.Passage passage,
      Supplier<Place> place) {
    this.reading = reading;
    this.documentYear = documentYear;
    this.subjects = subjects;
    this.carry = carry;
    this.passage = passage;
    this.place = place;
  }

  /** Reads the words of one clause. */
  void clause(List<Token> words, boolean first) {
    Optional<Token> absent = words.stream().filter(t -> t.is(Sense.ABSENT)).findFirst();
    if (absent.isPresent() && absence(words, absent.get())) {
      carry.pending = false;
      return;
    }
    if (absent.isPresent() && words.stream().anyMatch(t -> t.is(Sense.LAST_YEAR))) {
      return;
    }
    Phrase phrase = new Phrase(words);
    Subject named = subjects.read(phrase.subject(), passage.folded(), passage.topic()).subject();
    boolean equal =
        phrase.direction().filter(t -> t.is(Sense.EQUAL, Sense.NEARLY_EQUAL)).isPresent();
    phrase.basis(documentYear).ifPresent(carry::compareWith);
    if (equal) {
      unchanged(words, phrase, named);
    } else if (phrase.marked(Sense.MORE, Sense.LESS, Sense.SAME)) {
      order(words, phrase, named);
    } else {
      carryOn(phrase, named, first);
    }
  }

  private void unchanged(List<Token> words, Phrase phrase, Subject named) {
    Statement of = named.isKnown() && !named.generic() ? open(named) : carry.current;
    if (of == null) {
      return;
    }
    Token word = phrase.direction().orElseThrow();
    reading
        .assertions()
        .add(
            new Assertion.Unchanged(
                of,
                word,
                phrase.basis(documentYear).orElse(carry.basis),
                word.is(Sense.NEARLY_EQUAL),
                passage.index(),
                words.get(0).start(),
                word.end()));
  }

  private void order(List<Token> words, Phrase phrase, Subject named) {
    Statement of = named.isKnown() && !named.generic() ? open(named) : carry.current;
    Optional<Token> right = phrase.behind().stream().filter(t -> t.is(Sense.STAGE)).findFirst();
    if (of == null || right.isEmpty()) {
      return;
    }
    Optional<Stage> stage = right.get().word().flatMap(w -> w.stage());
    Token word = phrase.marker().orElseThrow();
    int sign = word.is(Sense.MORE) ? 1 : word.is(Sense.LESS) ? -1 : 0;
    reading
        .assertions()
        .add(
            new Assertion.Order(
                of,
                word,
                sign,
                stage,
                passage.index(),
                words.get(0).start(),
                words.get(words.size() - 1).end()));
  }

  private boolean absence(List<Token> words, Token absent) {
    int at = words.indexOf(absent);
    Subject behind = subject(words.subList(at + 1, words.size()));
    Subject before = subject(words.subList(0, at));
    Subject subject = isMoney(behind) ? behind : before;
    if (!isMoney(subject)) {
      return false;
    }
    reading
        .assertions()
        .add(
            new Assertion.Absence(
                subject,
                absent,
                place.get(),
                passage.index(),
                words.get(0).start(),
                words.get(words.size() - 1).end()));
    return true;
  }

  private Subject subject(List<Token> words) {
    return subjects.read(words, passage.folded(), passage.topic()).subject();
  }

  /** Something whose absence the tables can prove: a fund, or a concept of its own. */
  private static boolean isMoney(Subject subject) {
    boolean concept =
        subject.measures().size() == 1
            && subject.measures().stream()
                .anyMatch(
                    m -> m.startsWith("tp_") || m.startsWith("income_") && !m.contains("total"));
    return subject.covered() && !subject.isItem() && (subject.funds().size() == 1 || concept);
  }

  private Statement open(Subject subject) {
    if (carry.current != null && carry.current.subject().names(subject.bare())) {
      return carry.current;
    }
    Statement statement = new Statement(subject, Optional.empty(), place.get());
    if (carry.whole != null) {
      statement.partOf(carry.whole);
    }
    reading.statements().add(statement);
    carry.current = statement;
    return statement;
  }

  /** A subject named in a clause of its own is what the next clauses speak of. */
  private void carryOn(Phrase phrase, Subject named, boolean first) {
    boolean side = first && named.generic() && !named.measures().isEmpty();
    if (named.isKnown()
        && (!named.generic() || side)
        && (first || named.covered() || carry.current == null)) {
      SubjectReader.Found found =
          subjects.read(phrase.subject(), passage.folded(), passage.topic());
      Statement statement = new Statement(found.subject(), found.other(), place.get());
      if (carry.whole != null) {
        statement.partOf(carry.whole);
      }
      reading.statements().add(statement);
      carry.current = statement;
      carry.pending = true;
      carry.doubtful = false;
      if (named.year() != 0) {
        carry.year = named.year();
      }
    } else if (!named.covered()) {
      if (first) {
        carry.current = null;
        carry.pending = false;
      } else {
        carry.doubtful = true;
      }
    } else if (named.year() != 0 && !phrase.isCompared()) {
      carry.year = named.year();
    }
  }
}
