package cn.sunledger.verify.text;

import cn.sunledger.model.Labels;
import cn.sunledger.model.NarrativeWord;
import cn.sunledger.model.NarrativeWord.Sense;
import cn.sunledger.model.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts a paragraph into pieces that mean something: the longest known word at each place. */
public final class Lexer {
  private static final String MARKS = "。,;:!?、()《》<>|/";
  private static final Set<String> TOO_COMMON =
      Set.of("合计", "总计", "小计", "金额", "其他", "教育", "外交", "国防", "备注", "项目", "支出", "收入", "科目");

  private final WordTrie words = new WordTrie();
  private final NumberScanner numbers;
  private final LevelMarks marks;

  /**
   * Over the words of a profile and the labels of the tables at hand.
   *
   * @param narrativeWords words of the running text, those to prefer first
   * @param vocabulary words of headers and labels
   * @param labels the tables' line labels, in normal form
   * @param names the department's names
   */
  public Lexer(
      List<NarrativeWord> narrativeWords,
      List<Term> vocabulary,
      Collection<String> labels,
      Collection<String> names) {
    List<String> counted = new ArrayList<>();
    for (NarrativeWord word : narrativeWords) {
      if (word.sense() == Sense.COUNTED) {
        counted.addAll(word.words());
        continue;
      }
      for (String text : word.words()) {
        add(text, word);
      }
    }
    for (Term term : vocabulary) {
      for (String text : term.labels()) {
        concept(text, term);
      }
    }
    for (String label : labels) {
      if (label.length() > 1 && !TOO_COMMON.contains(label)) {
        words.at(label).label = label;
      }
    }
    NarrativeWord self =
        new NarrativeWord(
            List.of(), Sense.SELF, Optional.empty(), Optional.empty(), Optional.empty());
    for (String name : names) {
      add(Labels.normal(name), self);
    }
    this.numbers = new NumberScanner(counted);
    this.marks = new LevelMarks(words);
  }

  private void add(String text, NarrativeWord word) {
    WordTrie.Entry entry = words.at(text);
    if (entry.word.isEmpty()) {
      entry.word = Optional.of(word);
    }
  }

  private void concept(String text, Term term) {
    if (text.length() < 3 || TOO_COMMON.contains(text) || term.measure().isEmpty()) {
      return;
    }
    String measure = term.measure().get();
    if (measure.startsWith("perf_") || measure.startsWith("indicator_")) {
      return;
    }
    if (measure.equals("expense_by_function")) {
      if (text.endsWith("支出")) {
        words.at(text).label = text;
      }
      return;
    }
    add(
        text,
        new NarrativeWord(
            List.of(text), Sense.CONCEPT, term.fund(), Optional.empty(), term.measure()));
  }

  /**
   * The pieces of a paragraph.
   *
   * @param folded the paragraph
   */
  public List<Token> tokens(FoldedText folded) {
    String text = folded.text();
    List<Token> paths = marks.in(text);
    List<Token> tokens = new ArrayList<>();
    int nextPath = 0;
    int book = 0;
    for (int i = 0; i < text.length(); ) {
      while (nextPath < paths.size() && paths.get(nextPath).start() < i) {
        nextPath++;
      }
      boolean atPath = nextPath < paths.size() && paths.get(nextPath).start() == i;
      Token token = atPath ? paths.get(nextPath) : at(folded, text, i, book > 0);
      if (token.kind() == Token.Kind.MARK) {
        book += token.text().equals("《") ? 1 : token.text().equals("》") ? -1 : 0;
        book = Math.max(0, book);
      }
      if (!atPath && nextPath < paths.size() && token.end() > paths.get(nextPath).start()) {
        token = Token.plain(Token.Kind.OTHER, text.substring(i, i + 1), i);
      }
      tokens.add(token);
      i = token.end();
    }
    return tokens;
  }

  private Token at(FoldedText folded, String text, int start, boolean inBook) {
    Optional<Token> number = numbers.at(folded, text, start);
    if (number.isPresent()) {
      return inBook ? Token.plain(Token.Kind.EXEMPT, number.get().text(), start) : number.get();
    }
    int length = words.longest(text, start);
    if (length > 0) {
      WordTrie.Entry entry = words.at(text.substring(start, start + length));
      return new Token(
          entry.word.isPresent() ? Token.Kind.WORD : Token.Kind.LABEL,
          text.substring(start, start + length),
          start,
          start + length,
          entry.word,
          entry.label,
          Optional.empty(),
          0,
          List.of());
    }
    char c = text.charAt(start);
    return Token.plain(
        MARKS.indexOf(c) >= 0 || c == '\t' ? Token.Kind.MARK : Token.Kind.OTHER,
        String.valueOf(c),
        start);
  }
}
