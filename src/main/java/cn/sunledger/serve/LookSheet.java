package cn.sunledger.serve;

import cn.sunledger.preview.CellLook;
import java.util.List;
import java.util.regex.Pattern;

/** The looks of a workbook's cells as a style sheet: what a workbook says never ends a rule. */
final class LookSheet {
  private static final Pattern COLOR = Pattern.compile("[0-9A-F]{6}");

  private LookSheet() {}

  static String of(List<CellLook> looks) {
    StringBuilder css = new StringBuilder();
    for (int i = 1; i < looks.size(); i++) {
      css.append(".paper td.s").append(i).append('{');
      rule(css, looks.get(i));
      css.append("}\n");
    }
    return css.toString();
  }

  private static void rule(StringBuilder css, CellLook look) {
    String font = font(look.font());
    if (!font.isEmpty()) {
      css.append("font-family:").append(font).append(';');
    }
    if (look.points() > 0) {
      css.append("font-size:").append(Math.min(look.points(), 72)).append("pt;");
    }
    css.append(look.bold() ? "font-weight:700;" : "");
    css.append(look.italic() ? "font-style:italic;" : "");
    css.append(look.underlined() ? "text-decoration:underline;" : "");
    color(css, "color", look.color());
    color(css, "background-color", look.ground());
    css.append(
        switch (look.across()) {
          case GENERAL -> "";
          case LEFT -> "text-align:left;";
          case CENTER -> "text-align:center;";
          case RIGHT -> "text-align:right;";
          case JUSTIFY -> "text-align:justify;text-align-last:justify;";
        });
    css.append(
        switch (look.down()) {
          case TOP -> "vertical-align:top;";
          case CENTER -> "vertical-align:middle;";
          case BOTTOM -> "vertical-align:bottom;";
        });
    css.append(look.wrapped() ? "white-space:pre-wrap;word-break:break-all;" : "");
    css.append(look.stacked() ? "writing-mode:vertical-rl;text-orientation:upright;" : "");
    if (look.indent() > 0) {
      String side = look.across() == CellLook.Across.RIGHT ? "right" : "left";
      css.append("padding-").append(side).append(':');
      css.append(Math.min(look.indent(), 30)).append("em;");
    }
    line(css, "top", look.top());
    line(css, "right", look.right());
    line(css, "bottom", look.bottom());
    line(css, "left", look.left());
  }

  private static void color(StringBuilder css, String property, String rgb) {
    if (COLOR.matcher(rgb).matches()) {
      css.append(property).append(":#").append(rgb).append(';');
    }
  }

  private static void line(StringBuilder css, String side, CellLook.Line line) {
    String look =
        switch (line) {
          case NONE -> "";
          case THIN -> "1px solid #333";
          case MEDIUM -> "2px solid #222";
          case THICK -> "3px solid #111";
          case BROKEN -> "1px dashed #444";
          case DOUBLE -> "3px double #222";
        };
    if (!look.isEmpty()) {
      css.append("border-").append(side).append(':').append(look).append(';');
    }
  }

  /** A quoted name of letters, digits and blanks, with a family of the same kind behind it. */
  private static String font(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '_' || c == '-')
        .limit(60)
        .forEach(plain::appendCodePoint);
    if (plain.isEmpty()) {
      return "";
    }
    boolean serif = name.contains("宋") || name.contains("Song") || name.contains("Sun");
    boolean fangsong = name.contains("仿宋") || name.contains("楷") || name.contains("Fang");
    return "\"" + plain + "\"," + (serif || fangsong ? "serif" : "sans-serif");
  }
}
