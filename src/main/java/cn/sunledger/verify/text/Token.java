package cn.sunledger.verify.text;

import cn.sunledger.model.NarrativeWord;
import cn.sunledger.model.NarrativeWord.Sense;
import java.util.List;
import java.util.Optional;

/**
 * A piece of a sentence that means something by itself.
 *
 * @param kind what it is
 * @param text its folded text
 * @param start first folded character
 * @param end one behind the last
 * @param word what the word does, where it is one of the known words
 * @param label the table's label that it names, in normal form; empty where it names none
 * @param quantity the number
 * @param year the year that a {@link Kind#YEAR} names
 * @param path names of 类, 款, 项 with their level, for {@link Kind#PATH}
 */
public record Token(
    Kind kind,
    String text,
    int start,
    int end,
    Optional<NarrativeWord> word,
    String label,
    Optional<Quantity> quantity,
    int year,
    List<Level> path) {
  /** Kinds of pieces. */
  public enum Kind {
    /** A known word. */
    WORD,
    /** A label of one of the tables. */
    LABEL,
    /** Names marked （类）, （款）, （项）. */
    PATH,
    /** A subject's code in brackets. */
    CODE,
    /** A number that is a figure. */
    NUMBER,
    /** A year. */
    YEAR,
    /** A number that is none: a date, a document's number, a list's number. */
    EXEMPT,
    /** A mark of punctuation or a bracket. */
    MARK,
    /** A character that none of the known words covers. */
    OTHER
  }

  /**
   * A name with its level.
   *
   * @param name in folded form
   * @param level 1 for 类, 2 for 款, 3 for 项
   */
  public record Level(String name, int level) {}

  /** Copies the path. */
  public Token {
    path = List.copyOf(path);
  }

  static Token plain(Kind kind, String text, int start) {
    return new Token(
        kind,
        text,
        start,
        start + text.length(),
        Optional.empty(),
        "",
        Optional.empty(),
        0,
        List.of());
  }

  static Token year(String text, int start, int year) {
    return new Token(
        Kind.YEAR,
        text,
        start,
        start + text.length(),
        Optional.empty(),
        "",
        Optional.empty(),
        year,
        List.of());
  }

  static Token number(String text, int start, Quantity quantity) {
    return new Token(
        Kind.NUMBER,
        text,
        start,
        start + text.length(),
        Optional.empty(),
        "",
        Optional.of(quantity),
        0,
        List.of());
  }

  static Token path(String text, int start, List<Level> names) {
    return new Token(
        Kind.PATH,
        text,
        start,
        start + text.length(),
        Optional.empty(),
        "",
        Optional.empty(),
        0,
        names);
  }

  /**
   * Whether it is a word of a sense.
   *
   * @param senses any of these
   */
  public boolean is(Sense... senses) {
    if (word.isEmpty()) {
      return false;
    }
    for (Sense sense : senses) {
      if (word.get().sense() == sense) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it is this mark of punctuation.
   *
   * @param marks any of these characters
   */
  public boolean isMark(String marks) {
    return kind == Kind.MARK && marks.contains(text);
  }
}
