package cn.sunledger.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts one section of a number format code into its pieces. */
final class FormatTokenizer {
  /**
   * What Excel and WPS write for the general format, the Chinese user interface's word included.
   */
  private static final List<String> GENERAL = List.of("General", "G/通用格式");

  private static final List<String> HALF_DAYS = List.of("AM/PM", "A/P", "上午/下午");

  private final String code;
  private final List<FormatToken> tokens = new ArrayList<>();
  private int at;
  private FormatCondition condition;

  private FormatTokenizer(String code) {
    this.code = code;
  }

  /** Reads one section, which holds no unquoted semicolon. */
  static FormatSection section(String code) {
    FormatTokenizer tokenizer = new FormatTokenizer(code);
    while (tokenizer.at < code.length()) {
      tokenizer.next();
    }
    return new FormatSection(tokenizer.tokens, tokenizer.condition);
  }

  /** Cuts a whole code at its semicolons. */
  static List<String> sections(String code) {
    List<String> sections = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < code.length()) {
      char c = code.charAt(i);
      if (c == ';') {
        sections.add(code.substring(start, i));
        start = i + 1;
      }
      i = after(code, i);
    }
    sections.add(code.substring(start));
    return sections;
  }

  /** The place behind the piece that starts at a place: a quoted text and a bracket are one. */
  private static int after(String code, int i) {
    return switch (code.charAt(i)) {
      case '"' -> closing(code, i, '"');
      case '[' -> closing(code, i, ']');
      case '\\', '!', '_', '*' -> Math.min(i + 2, code.length());
      default -> i + 1;
    };
  }

  private static int closing(String code, int open, char mark) {
    int close = code.indexOf(mark, open + 1);
    return close < 0 ? code.length() : close + 1;
  }

  private void next() {
    char c = code.charAt(at);
    int end = after(code, at);
    switch (c) {
      case '"' -> literal(quoted(end, '"'), end);
      case '[' -> bracket(quoted(end, ']'), end);
      case '\\', '!' -> literal(code.substring(Math.min(at + 1, end), end), end);
      case '_', '*' -> add(FormatToken.Kind.PAD, code.substring(at, end), end);
      case '0', '#', '?' -> add(FormatToken.Kind.DIGIT, String.valueOf(c), end);
      case '.' -> add(FormatToken.Kind.POINT, ".", end);
      case ',' -> add(FormatToken.Kind.COMMA, ",", end);
      case '%' -> add(FormatToken.Kind.PERCENT, "%", end);
      case '@' -> add(FormatToken.Kind.TEXT, "@", end);
      case '/' -> add(FormatToken.Kind.SLASH, "/", end);
      default -> word(c);
    }
  }

  private String quoted(int end, char mark) {
    boolean closed = end - 1 > at && code.charAt(end - 1) == mark;
    return code.substring(at + 1, closed ? end - 1 : end);
  }

  private void literal(String text, int end) {
    add(FormatToken.Kind.LITERAL, text, end);
  }

  private void add(FormatToken.Kind kind, String text, int end) {
    tokens.add(new FormatToken(kind, text));
    at = end;
  }

  private void word(char c) {
    for (String general : GENERAL) {
      if (startsWith(general)) {
        add(FormatToken.Kind.GENERAL, general, at + general.length());
        return;
      }
    }
    for (String half : HALF_DAYS) {
      if (startsWith(half)) {
        add(FormatToken.Kind.DATE, half, at + half.length());
        return;
      }
    }
    if ((c == 'E' || c == 'e')
        && at + 1 < code.length()
        && "+-".indexOf(code.charAt(at + 1)) >= 0) {
      add(FormatToken.Kind.EXPONENT, code.substring(at, at + 2).toUpperCase(Locale.ROOT), at + 2);
      return;
    }
    char lower = Character.toLowerCase(c);
    if ("ymdhsegba".indexOf(lower) >= 0) {
      int end = at + 1;
      while (end < code.length() && Character.toLowerCase(code.charAt(end)) == lower) {
        end++;
      }
      add(FormatToken.Kind.DATE, code.substring(at, end), end);
      return;
    }
    int end = code.offsetByCodePoints(at, 1);
    literal(code.substring(at, end), end);
  }

  private boolean startsWith(String word) {
    return code.regionMatches(true, at, word, 0, word.length());
  }

  /** Colours and languages print nothing; {@code [$¥-804]} prints its sign. */
  private void bracket(String inside, int end) {
    at = end;
    if (inside.startsWith("$")) {
      int dash = inside.indexOf('-', 1);
      String sign = inside.substring(1, dash < 0 ? inside.length() : dash);
      if (!sign.isEmpty()) {
        tokens.add(new FormatToken(FormatToken.Kind.LITERAL, sign));
      }
    } else if (inside.matches("(?i)h+|m+|s+")) {
      tokens.add(new FormatToken(FormatToken.Kind.DATE, "[" + inside.toLowerCase(Locale.ROOT)));
    } else {
      FormatCondition read = FormatCondition.parse(inside);
      condition = read == null ? condition : read;
    }
  }
}
