package cn.sunledger.layout;

import java.util.function.Predicate;

/** What a text may be besides a word of a header, asked of each {@link Word} once. */
enum Trait {
  /** A year and nothing else. */
  YEAR(word -> Pieces.isYear(word.plain())),
  /** What it says besides the lines around a table has the form of a title. */
  TITLE(word -> Pieces.mayBeTitle(word.plain()) && Pieces.isTitle(word.piece().rest())),
  /** All of it has the form of a title. */
  WHOLE_TITLE(word -> Pieces.isTitle(word.plain())),
  /** The title of a whole set of tables. */
  COLLECTIVE(word -> Pieces.isCollective(word.plain())),
  /** A note under a table, or a line of signatures. */
  NOTE(word -> Pieces.isNote(word.plain())),
  /** Asks who signed. */
  SIGNATURE(word -> Pieces.isSignature(word.plain())),
  /** A mere 部门名称 whose value stands in the next cell. */
  NAME_WORD(word -> Piece.isNameWord(word.plain())),
  /** A mere 金额单位 whose value stands in the next cell. */
  UNIT_WORD(word -> Piece.isUnitWord(word.plain())),
  /** 一级指标 and its like. */
  INDICATOR_LEVEL(word -> isOfIndicators(word) && IndicatorColumns.isLevel(word.normal())),
  /** 指标值 and its like. */
  INDICATOR_VALUE(word -> isOfIndicators(word) && IndicatorColumns.isValueHeader(word.normal())),
  /** 项目名称 and its like, with a colon or without. */
  FORM_LABEL(word -> FormWords.isFirstLabel(word.normal())),
  /** Ends like the name of an organisation. */
  ORGANISATION(word -> Organisations.isName(word.normal())),
  /** 栏次, 甲 and what else stands in a row of column numbers. */
  COLUMN_WORD(word -> NumberRow.isWord(word.normal()));

  private final Predicate<Word> test;

  Trait(Predicate<Word> test) {
    this.test = test;
  }

  boolean of(Word word) {
    return test.test(word);
  }

  private static boolean isOfIndicators(Word word) {
    return (word.hints() & Hint.INDICATORS.bit()) != 0;
  }
}
