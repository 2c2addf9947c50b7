package cn.sunledger.verify.read;

import cn.sunledger.model.NarrativeWord.Sense;
import cn.sunledger.verify.text.FoldedText;
import cn.sunledger.verify.text.Token;
import java.util.ArrayList;
import java.util.List;

/** Tells whether a clause inside a reason or a purpose goes back to the figures. */
final class Resumption {
  private final List<Token> tokens;
  private final int start;
  private final boolean semicolon;
  private final boolean reason;
  private final SubjectReader subjects;
  private final FoldedText folded;
  private final Topic topic;

  Resumption(
      List<Token> tokens,
      int start,
      boolean semicolon,
      boolean reason,
      SubjectReader subjects,
      FoldedText folded,
      Topic topic) {
    this.tokens = tokens;
    this.start = start;
    this.semicolon = semicolon;
    this.reason = reason;
    this.subjects = subjects;
    this.folded = folded;
    this.topic = topic;
  }

  boolean resumes() {
    List<Token> head = new ArrayList<>();
    int i = start;
    while (i < tokens.size()
        && tokens.get(i).kind() != Token.Kind.NUMBER
        && !tokens.get(i).isMark(",;。!?:")) {
      head.add(tokens.get(i));
      i++;
    }
    boolean figure = i < tokens.size() && tokens.get(i).kind() == Token.Kind.NUMBER;
    if (head.isEmpty()) {
      return false;
    }
    Token first = head.get(0);
    boolean compares =
        first.is(Sense.COMPARE)
            || first.text().equals("与")
                && head.stream().anyMatch(t -> t.is(Sense.COMPARED) || t.text().equals("相比"));
    boolean againstYear =
        head.stream()
            .anyMatch(t -> t.is(Sense.LAST_YEAR, Sense.STAGE) || t.kind() == Token.Kind.YEAR);
    if (compares && againstYear && (figure || endsComparison(head) || isEqual(head))) {
      return true;
    }
    if (first.is(Sense.COMPLETED) && figure) {
      return true;
    }
    if (first.is(Sense.STAGE) && head.stream().anyMatch(t -> t.is(Sense.MORE, Sense.LESS))) {
      return true;
    }
    boolean vehicles =
        figure
            && head.stream().anyMatch(t -> t.text().contains("车保有量") || t.text().contains("共有车辆"));
    return vehicles || figure && (semicolon || !reason) && namesSubject(head);
  }

  private static boolean endsComparison(List<Token> head) {
    Token last = head.get(head.size() - 1);
    return last.is(Sense.COMPARED) || last.text().equals("相比");
  }

  private static boolean isEqual(List<Token> head) {
    return head.stream().anyMatch(t -> t.is(Sense.EQUAL, Sense.NEARLY_EQUAL));
  }

  private boolean namesSubject(List<Token> head) {
    Phrase phrase = new Phrase(head);
    Subject subject = subjects.read(phrase.subject(), folded, topic).subject();
    boolean own =
        subject.isConcept("personnel_total")
            || !subject.measures().isEmpty()
            || subject.isItem()
            || !subject.funds().isEmpty();
    return subject.covered() && own && phrase.isClose();
  }
}
