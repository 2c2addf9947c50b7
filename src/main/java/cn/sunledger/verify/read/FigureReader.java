package cn.sunledger.verify.read;

import cn.sunledger.model.NarrativeWord.Sense;
import cn.sunledger.model.Stage;
import cn.sunledger.verify.read.Statement.Place;
import cn.sunledger.verify.text.Quantity;
import cn.sunledger.verify.text.Quantity.Kind;
import cn.sunledger.verify.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Decides what one figure says, from the words in front of it and from what was said before. */
final class FigureReader {
  private final Reading reading;
  private final int documentYear;
  private final SubjectReader subjects;
  private final Carry carry;

  FigureReader(Reading reading, int documentYear, SubjectReader subjects, Carry carry) {
    this.reading = reading;
    this.documentYear = documentYear;
    this.subjects = subjects;
    this.carry = carry;
  }

  /** Reads one figure. */
  void number(Reading.Passage passage, Supplier<Place> place, List<Token> words, Token token) {
    new One(passage, place, words, token).read();
  }

  private final class One {
    private final Reading.Passage passage;
    private final Supplier<Place> place;
    private final List<Token> words;
    private final Token token;
    private final Quantity quantity;
    private final Phrase phrase;

    One(Reading.Passage passage, Supplier<Place> place, List<Token> words, Token token) {
      this.passage = passage;
      this.place = place;
      this.words = words;
      this.token = token;
      this.quantity = token.quantity().orElseThrow();
      this.phrase = new Phrase(words);
    }

    void read() {
      if (continuesList()) {
        return;
      }
      phrase.basis(documentYear).ifPresent(carry::compareWith);
      Role role = role();
      SubjectReader.Found found =
          subjects.read(subjectWords(role), passage.folded(), passage.topic());
      Statement before = carry.current;
      List<Statement> each =
          phrase.isRespective() && !found.subject().isKnown()
              ? Respective.before(token, passage, reading, carry)
              : List.of();
      Statement statement = each.isEmpty() ? statement(found, role) : each.get(0);
      if ((role == Role.DELTA || role == Role.RATE) && !carry.basisSaid) {
        BudgetBasis.of(statement, passage, lastYear()).ifPresent(carry::compareWith);
      }
      Mention mention = mention(statement, role, found.subject());
      reading.add(mention);
      if (carry.aside()) {
        carry.current = before;
        return;
      }
      carry.last = mention;
      if (role == Role.LEVEL && !phrase.isCompared()) {
        carry.level = mention;
      }
      carry.pending = false;
      carry.paragraph = passage.index();
      await(role);
      if (!each.isEmpty()) {
        carry.respectiveTo = each.subList(1, each.size());
      } else if (phrase.isRespective()) {
        parallel();
      }
      int year = found.subject().year();
      if (role == Role.LEVEL && year != 0 && phrase.isOrigin()) {
        carry.compareWith(new Basis(Basis.Kind.LAST_YEAR, Optional.empty(), year));
      } else if (role == Role.LEVEL && year != 0 && !phrase.isCompared()) {
        carry.year = year;
      }
    }

    /** The second and further figures of 分别为…、…和…. */
    private boolean continuesList() {
      boolean bare = words.stream().allMatch(t -> t.is(Sense.FILLER) || t.isMark("、,"));
      boolean waiting = !carry.respective.isEmpty() || !carry.respectiveTo.isEmpty();
      if (!waiting || !bare || carry.last == null) {
        carry.respective = List.of();
        carry.respectiveTo = List.of();
        return false;
      }
      Statement statement = nextOfList();
      Mention first = carry.last;
      reading.add(
          new Mention(
              statement,
              token,
              first.role(),
              first.stage(),
              first.year(),
              first.sign(),
              first.signToken(),
              first.basis(),
              first.denominator(),
              passage.index(),
              token.start(),
              carry.aside()));
      return true;
    }

    private Statement nextOfList() {
      if (carry.respectiveTo.isEmpty()) {
        Subject next = carry.respective.get(0);
        carry.respective = carry.respective.subList(1, carry.respective.size());
        return add(next, Optional.empty());
      }
      Statement next = carry.respectiveTo.get(0);
      carry.respectiveTo = carry.respectiveTo.subList(1, carry.respectiveTo.size());
      return next;
    }

    private Role role() {
      boolean percent = quantity.kind() == Kind.PERCENT;
      if (percent && onlyFillers() && Brackets.holdRateOf(carry.last, token, passage)) {
        return Role.RATE;
      }
      if (quantity.kind() == Kind.POINTS || quantity.kind() == Kind.BARE) {
        return Role.OTHER;
      }
      if (quantity.kind() == Kind.COUNT) {
        return Role.COUNT;
      }
      if (percent && phrase.isOfBudget()) {
        return Role.COMPLETION;
      }
      if (percent && carry.awaited != null && onlyFillers()) {
        return carry.awaited;
      }
      if (phrase.isChangeTo()) {
        return percent ? Role.OTHER : Role.LEVEL;
      }
      if (phrase.direction().isPresent()) {
        boolean changes = phrase.sign() != 0 && phrase.isClose();
        return !changes ? Role.OTHER : percent ? Role.RATE : Role.DELTA;
      }
      if (phrase.marked(Sense.COMPLETED, Sense.COMPLETION_RATE)) {
        return percent ? Role.COMPLETION : Role.LEVEL;
      }
      if (phrase.marked(Sense.SHARE)) {
        return percent ? Role.SHARE : Role.LEVEL;
      }
      if (percent && phrase.marked(Sense.GAP)) {
        return Role.RATE;
      }
      if (phrase.marked(Sense.MORE, Sense.LESS, Sense.GAP)) {
        boolean stage =
            phrase.behind().stream().anyMatch(t -> t.is(Sense.STAGE)) || phrase.isCompared();
        return percent || !stage && !phrase.marked(Sense.GAP) ? Role.OTHER : Role.DELTA;
      }
      return percent ? Role.OTHER : Role.LEVEL;
    }

    private boolean onlyFillers() {
      return words.stream().allMatch(t -> t.is(Sense.FILLER));
    }

    /** The words that name the figure's subject, for its role. */
    private List<Token> subjectWords(Role role) {
      List<Token> own = new ArrayList<>(ownWords());
      if (role == Role.LEVEL && phrase.marked(Sense.COMPLETED, Sense.SHARE)) {
        own.addAll(phrase.behind());
      }
      return own;
    }

    /** 人员经费和公用经费分别为…: the first figure is of the first. */
    private List<Token> ownWords() {
      if (!phrase.isRespective()) {
        return phrase.subject();
      }
      List<List<Token>> groups = Respective.groups(phrase.subject());
      boolean each =
          groups.size() > 1
              && groups.stream()
                  .map(g -> subjects.read(g, passage.folded(), passage.topic()).subject())
                  .allMatch(s -> s.isKnown() && s.covered() && !s.generic());
      return each ? groups.get(0) : phrase.subject();
    }

    private Statement statement(SubjectReader.Found found, Role role) {
      Subject subject = found.subject();
      if (role == Role.COUNT) {
        return counted(subject);
      }
      boolean named = subject.isKnown() || !subject.covered();
      if (!named && carry.counting) {
        return add(subject.bare(), Optional.empty());
      }
      if (!named && !subject.generic() && phrase.isCompared() && role != Role.LEVEL) {
        Optional<Statement> resumed = WholeAgain.of(reading, carry, passage, place);
        if (resumed.isPresent()) {
          carry.current = resumed.get();
          return resumed.get();
        }
      }
      if (!named && !subject.generic()) {
        return carry.current != null ? carry.current : add(subject, Optional.empty());
      }
      if (subject.generic() && Inheritance.goesOn(subject, carry, passage)) {
        return carry.current;
      }
      if (subject.generic() && subject.measures().isEmpty()) {
        return unnamed(subject.bare());
      }
      Subject bare = subject.bare();
      if (carry.current != null
          && carry.current.subject().names(bare)
          && carry.paragraph == passage.index()) {
        return carry.current;
      }
      if (role == Role.LEVEL && phrase.marked(Sense.SHARE, Sense.COMPLETED) && subject.isKnown()) {
        Statement keep = carry.current;
        Statement denominator = add(bare, Optional.empty());
        carry.current = keep;
        return denominator;
      }
      return add(bare, found.other().map(Subject::bare));
    }

    /** 决算数比上年增加…: at the head of a paragraph, of what the section is about. */
    private Statement unnamed(Subject subject) {
      if (carry.current != null) {
        boolean same =
            carry.opening != null
                && carry.current.subject().names(carry.opening.subject())
                && carry.current.place().section() == passage.section();
        return same ? carry.current : add(subject.doubtful(), Optional.empty());
      }
      return add(
          switch (passage.topic()) {
            case THREE_PUBLIC -> subject.of(Set.of("tp_total"));
            case GPB_BASIC, FISCAL_BASIC -> subject.of(Set.of("basic_expense"));
            case ORG_COST -> subject.of(Set.of("org_running_cost"));
            case PROCUREMENT, ASSETS, PERFORMANCE, GENERAL -> subject.doubtful();
            default -> subject.wholeBudget();
          },
          Optional.empty());
    }

    /** A count leaves the subject as it is: 公务接待费2.13万元，接待13批次99人次，占…. */
    private Statement counted(Subject subject) {
      Statement before = carry.current;
      Statement whole = carry.whole;
      Statement count = add(subject.bare(), Optional.empty());
      if (before != null) {
        count.partOf(before);
        carry.current = before;
      }
      carry.whole = whole;
      carry.counting |= !subject.covered();
      return count;
    }

    private Statement add(Subject subject, Optional<Subject> other) {
      boolean concerned =
          phrase.isConcerned()
              && carry.last != null
              && carry.last.role() == Role.COUNT
              && subject.measures().isEmpty()
              && !subject.isItem();
      Subject own =
          concerned || Inheritance.ofFundOnly(subject, carry) ? subject.doubtful() : subject;
      if (Inheritance.fundGoesOn(subject, carry, passage, isJoined())) {
        own = subject.withFunds(carry.current.subject().funds());
      }
      Statement statement = new Statement(own, other, place.get());
      if (carry.whole != null) {
        statement.partOf(carry.whole);
      }
      reading.statements().add(statement);
      carry.current = statement;
      carry.counting = false;
      if (carry.opening == null && own.isKnown()) {
        carry.opening = statement;
      }
      return statement;
    }

    /** Whether 、 alone stands between it and what was said before. */
    private boolean isJoined() {
      int at = words.isEmpty() ? -1 : passage.tokens().indexOf(words.get(0));
      return at > 0 && passage.tokens().get(at - 1).isMark("、");
    }

    private Mention mention(Statement statement, Role role, Subject subject) {
      Basis basis = phrase.basis(documentYear).orElse(carry.basis);
      Optional<Stage> stage = subject.stage();
      boolean now = phrase.isChangeTo() && subject.year() == 0;
      int year = subject.year() != 0 ? subject.year() : now ? 0 : carry.year;
      if (role == Role.LEVEL) {
        if (phrase.isCompared()) {
          stage = basis.stage();
          boolean budget = basis.kind() == Basis.Kind.BUDGET;
          year = budget ? 0 : basis.year() != 0 ? basis.year() : lastYear();
        } else if (phrase.marked(Sense.COMPLETED)) {
          stage =
              phrase.behind().stream()
                  .filter(t -> t.is(Sense.STAGE))
                  .findFirst()
                  .flatMap(t -> t.word().orElseThrow().stage())
                  .or(() -> Optional.of(Stage.BUDGET_FULL_YEAR));
        } else if (stage.isEmpty()
            && statement.whole().isPresent()
            && statement.whole().get() == carry.whole) {
          stage = carry.partStage;
          year = year == 0 ? carry.partYear : year;
        }
      }
      return new Mention(
          statement,
          token,
          role,
          stage,
          year,
          phrase.sign(),
          phrase.direction().or(phrase::marker),
          basis,
          denominator(role),
          passage.index(),
          words.isEmpty() ? token.start() : words.get(0).start(),
          carry.aside());
    }

    private int lastYear() {
      return documentYear == 0 ? -1 : documentYear - 1;
    }

    private Optional<Subject> denominator(Role role) {
      if (role != Role.SHARE && role != Role.COMPLETION) {
        return Optional.empty();
      }
      if (carry.awaited == role && onlyFillers()) {
        return carry.awaitedOf;
      }
      Subject of = subjects.read(phrase.behind(), passage.folded(), passage.topic()).subject();
      return phrase.behind().stream().allMatch(t -> t.is(Sense.FILLER))
          ? Optional.empty()
          : Optional.of(of);
    }

    private void await(Role role) {
      boolean ofBudget = role == Role.LEVEL && phrase.namesBudget() && leadsToRate();
      boolean level = role == Role.LEVEL && phrase.marked(Sense.COMPLETED, Sense.SHARE) || ofBudget;
      carry.awaited = !level ? null : phrase.marked(Sense.SHARE) ? Role.SHARE : Role.COMPLETION;
      carry.awaitedOf =
          level
              ? Optional.of(
                  subjects.read(phrase.behind(), passage.folded(), passage.topic()).subject())
              : Optional.empty();
    }

    /** 为年初预算3100.00万元的98.37%: whether a rate follows at once. */
    private boolean leadsToRate() {
      List<Token> tokens = passage.tokens();
      int at = tokens.indexOf(token);
      return at + 2 < tokens.size()
          && tokens.get(at + 1).text().equals("的")
          && tokens.get(at + 2).quantity().filter(q -> q.kind() == Kind.PERCENT).isPresent();
    }

    /** Subjects of A、B和C分别为: the first has its figure, the others wait for theirs. */
    private void parallel() {
      List<Subject> all =
          Respective.groups(phrase.subject()).stream()
              .map(group -> subjects.read(group, passage.folded(), passage.topic()).subject())
              .toList();
      carry.respective = all.size() > 1 ? all.subList(1, all.size()) : List.of();
    }
  }
}
