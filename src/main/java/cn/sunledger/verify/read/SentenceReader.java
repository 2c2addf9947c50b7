package cn.sunledger.verify.read;

import cn.sunledger.model.NarrativeWord.Sense;
import cn.sunledger.verify.read.Statement.Place;
import cn.sunledger.verify.text.FoldedText;
import cn.sunledger.verify.text.Token;
import cn.sunledger.verify.text.Token.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Walks through one paragraph, clause by clause, and hands each figure to the figure reader. */
final class SentenceReader {
  private final Reading reading;
  private final int documentYear;
  private final SubjectReader subjects;
  private final FigureReader figures;
  private final Carry carry;

  SentenceReader(Reading reading, int documentYear, Carry carry) {
    this.reading = reading;
    this.documentYear = documentYear;
    this.subjects = new SubjectReader(documentYear);
    this.carry = carry;
    this.figures = new FigureReader(reading, documentYear, subjects, carry);
  }

  /** Reads one paragraph. */
  void read(Reading.Passage passage) {
    new Walk(passage).run();
  }

  /** What was spoken of before a bracket, which goes on behind it. */
  private record Bracket(Statement current, Mention level, int year) {}

  private final class Walk {
    private final Reading.Passage passage;
    private final List<Token> tokens;
    private final FoldedText folded;
    private final List<Token> phrase = new ArrayList<>();
    private int sentence;
    private int statements;
    private boolean firstClause = true;
    private final Deque<Bracket> brackets = new ArrayDeque<>();

    Walk(Reading.Passage passage) {
      this.passage = passage;
      this.tokens = passage.tokens();
      this.folded = passage.folded();
    }

    void run() {
      carry.paragraph();
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        if (token.kind() == Token.Kind.MARK) {
          i = mark(token, i);
        } else if (token.kind() == Token.Kind.NUMBER) {
          number(token);
        } else if (token.is(Sense.INCLUDES)) {
          includes();
        } else if (token.is(Sense.LISTS) && !carry.reason) {
          i = lists(i);
        } else if (token.is(Sense.USED_FOR) && leadsToItems(i)) {
          includes();
        } else if (token.is(Sense.USED_FOR) && !leadsToSubject(i)) {
          flush();
          carry.purpose = true;
        } else if (token.is(Sense.REASON)) {
          flush();
          carry.reason = true;
        } else {
          phrase.add(token);
        }
      }
      flush();
    }

    /** 用于…的三公经费: a use that names the subject itself, not a purpose of it. */
    private boolean leadsToSubject(int at) {
      return phrase.isEmpty() && at == 0 || carry.current == null;
    }

    /** 农林水（类）支出…，主要用于行政运行500万元，防汛14万元: the items of a 类 or 款 follow. */
    private boolean leadsToItems(int at) {
      Optional<Level> upper =
          Optional.ofNullable(carry.current)
              .map(current -> current.subject().path())
              .filter(path -> !path.isEmpty())
              .map(path -> path.get(path.size() - 1));
      return upper.filter(level -> level.level() < 3).isPresent()
          && at + 2 < tokens.size()
          && tokens.get(at + 1).kind() == Token.Kind.LABEL
          && tokens.get(at + 2).kind() == Token.Kind.NUMBER;
    }

    private Place place() {
      boolean opening = statements == 0;
      statements++;
      return new Place(
          passage.index(),
          sentence,
          passage.section(),
          passage.topic(),
          passage.annex(),
          passage.paragraph().level(),
          opening);
    }

    private int mark(Token token, int at) {
      if (token.isMark("(")) {
        int close = closing(at);
        if (close < 0) {
          return at;
        }
        boolean figure =
            tokens.subList(at, close).stream().anyMatch(t -> t.kind() == Token.Kind.NUMBER);
        if (!figure) {
          tokens.subList(at, close).stream()
              .filter(t -> t.kind() == Token.Kind.CODE)
              .forEach(phrase::add);
          return close;
        }
        flush();
        brackets.push(new Bracket(carry.current, carry.level, carry.year));
        return at;
      }
      if (token.isMark(")") && !brackets.isEmpty()) {
        flush();
        Bracket outer = brackets.pop();
        carry.current = outer.current();
        carry.level = outer.level();
        carry.year = outer.year();
        return at;
      }
      if (token.isMark("、") && !phrase.isEmpty() || token.isMark("《》<>/")) {
        phrase.add(token);
        return at;
      }
      boolean end = token.isMark("。!?");
      if (!(token.isMark(",、")
          && (carry.respective.size() > 0 || carry.respectiveTo.size() > 0)
          && phrase.isEmpty())) {
        flush();
      }
      firstClause = end || token.isMark(";") && carry.reason;
      if (end) {
        sentence++;
        carry.sentence();
      }
      leaveAside(at + 1, token);
      return at;
    }

    private int closing(int open) {
      int depth = 0;
      for (int i = open; i < tokens.size(); i++) {
        depth += tokens.get(i).isMark("(") ? 1 : tokens.get(i).isMark(")") ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
      return -1;
    }

    private void leaveAside(int next, Token mark) {
      if (!carry.aside() || next >= tokens.size()) {
        return;
      }
      if (new Resumption(
              tokens, next, mark.isMark(";"), carry.reason, subjects, folded, passage.topic())
          .resumes()) {
        carry.reason = false;
        carry.purpose = false;
      }
    }

    private void number(Token token) {
      figures.number(passage, this::place, List.copyOf(phrase), token);
      phrase.clear();
      firstClause = false;
    }

    private void includes() {
      flush();
      carry.reason = false;
      carry.purpose = false;
      Statement whole = lastWithFigures();
      if (whole == null) {
        return;
      }
      carry.whole = whole;
      if (carry.level != null && carry.level.statement() == whole) {
        carry.partStage = carry.level.stage();
        carry.partYear = carry.level.year();
      }
      carry.wholeGoesOn = isTail();
    }

    private boolean isTail() {
      Token tail = tokens.get(tokens.size() - 1);
      return tail.isMark(":。")
          && tokens.stream()
              .skip(Math.max(0, tokens.size() - 3L))
              .anyMatch(t -> t.is(Sense.INCLUDES));
    }

    private Statement lastWithFigures() {
      if (carry.current != null && !carry.current.mentions().isEmpty()) {
        return carry.current;
      }
      List<Statement> all = reading.statements();
      for (int i = all.size() - 1; i >= 0; i--) {
        if (all.get(i).place().section() != passage.section()) {
          return null;
        }
        if (!all.get(i).mentions().isEmpty()) {
          return all.get(i);
        }
      }
      return null;
    }

    /** 包括 before figures opens parts, before bare names it lists items. */
    private int lists(int at) {
      Listings listings = new Listings(tokens, at, folded);
      if (listings.leadsToFigures()) {
        includes();
        return at;
      }
      flush();
      Statement of = carry.current;
      if (of != null && listings.names().size() > 1) {
        reading
            .assertions()
            .add(
                new Assertion.Listing(
                    of,
                    listings.names(),
                    listings.isOpen(),
                    passage.index(),
                    tokens.get(at).start(),
                    listings.end()));
      }
      phrase.clear();
      return listings.last();
    }

    private void flush() {
      List<Token> words = List.copyOf(phrase);
      phrase.clear();
      if (words.isEmpty()) {
        return;
      }
      boolean first = firstClause;
      firstClause = false;
      if (carry.aside()) {
        return;
      }
      new ClauseReader(reading, documentYear, subjects, carry, passage, this::place)
          .clause(words, first);
    }
  }
}
