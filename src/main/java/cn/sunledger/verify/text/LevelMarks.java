package cn.sunledger.verify.text;

import cn.sunledger.verify.text.Token.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names marked with their level: 一般公共服务支出(类)财政事务(款)行政运行(项). A name may hold brackets of its
 * own; it begins behind the mark, the punctuation or the number before it.
 */
final class LevelMarks {
  private static final Pattern MARK = Pattern.compile("\\((类|款|项)级?(?:科目)?\\)");
  private static final String BOUNDARY = "。;:,!?《》";
  private static final int LONGEST_NAME = 40;

  private final WordTrie words;

  LevelMarks(WordTrie words) {
    this.words = words;
  }

  /** All marked names of a folded text, in order. */
  List<Token> in(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher mark = MARK.matcher(text);
    List<Level> names = new ArrayList<>();
    int start = -1;
    int end = 0;
    while (mark.find()) {
      boolean continues = !names.isEmpty() && inOneName(text.substring(end, mark.start()));
      if (!continues && !names.isEmpty()) {
        tokens.add(Token.path(text.substring(start, end), start, names));
        names.clear();
      }
      int from = names.isEmpty() ? begin(text, mark.start(), end) : end;
      if (mark.start() > from) {
        if (names.isEmpty()) {
          start = from;
        }
        names.add(
            new Level(
                text.substring(from, mark.start()).replaceFirst("^[、-]+", ""),
                "类款项".indexOf(mark.group(1)) + 1));
      }
      end = mark.end();
    }
    if (!names.isEmpty()) {
      tokens.add(Token.path(text.substring(start, end), start, names));
    }
    return tokens;
  }

  private static boolean inOneName(String between) {
    return !between.isEmpty()
        && between.length() <= LONGEST_NAME
        && between.chars().noneMatch(c -> BOUNDARY.indexOf(c) >= 0 || c >= '0' && c <= '9');
  }

  /** Where the first name begins: a known label that ends at the mark, else what stands there. */
  private int begin(String text, int mark, int from) {
    int start = mark;
    while (start > from
        && mark - start < LONGEST_NAME
        && BOUNDARY.indexOf(text.charAt(start - 1)) < 0
        && !(text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9')) {
      start--;
    }
    for (int i = start; i < mark - 1; i++) {
      int length = words.longest(text, i);
      if (length == mark - i && !words.at(text.substring(i, mark)).label.isEmpty()) {
        return i;
      }
    }
    String name = text.substring(start, mark);
    String bare = name.replaceFirst("^(?:[.、年度)]|[(][^)]{1,3}[)])+", "");
    return Math.min(mark, start + name.length() - bare.length());
  }
}
