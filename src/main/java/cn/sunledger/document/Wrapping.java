package cn.sunledger.document;

import cn.sunledger.model.NarrativeText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Joins lines that were broken to fit a page. A text that holds each paragraph on one line is left
 * as it is: lines are joined only where most of them end at about the same width.
 */
final class Wrapping {
  private static final int WIDEST_PAGE = 64;
  private static final int SLACK = 3;
  private static final Pattern TITLE =
      Pattern.compile("^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]).*(?:说明|情况)$");
  private static final String CLOSING = "。！？!?；;：:";

  private final int width;

  private Wrapping(int width) {
    this.width = width;
  }

  /**
   * Finds the page's width.
   *
   * @param lines the text's lines, trimmed, without empty ones
   */
  static Wrapping of(List<String> lines) {
    List<Integer> lengths =
        lines.stream().map(String::length).filter(n -> n > 12).sorted().toList();
    if (lengths.size() < 4) {
      return new Wrapping(Integer.MAX_VALUE);
    }
    int wide = lengths.get(lengths.size() * 9 / 10);
    long full = lengths.stream().filter(n -> Math.abs(n - wide) <= SLACK).count();
    long over = lengths.stream().filter(n -> n > wide + SLACK).count();
    boolean page = wide <= WIDEST_PAGE && full * 3 >= lengths.size() && over * 20 <= lengths.size();
    return new Wrapping(page ? wide : Integer.MAX_VALUE);
  }

  /**
   * Joins the lines of one block.
   *
   * @param lines lines with their numbers; an empty text ends a paragraph
   */
  List<RawParagraph> join(List<Numbered> lines) {
    List<RawParagraph> paragraphs = new ArrayList<>();
    for (Numbered line : lines) {
      String text = line.text().strip();
      if (text.isEmpty()) {
        continue;
      }
      RawParagraph last = paragraphs.isEmpty() ? null : paragraphs.get(paragraphs.size() - 1);
      if (last != null
          && line.source() == lastSource(last) + 1
          && line.label().isEmpty()
          && continues(last, text)) {
        paragraphs.set(paragraphs.size() - 1, joined(last, text, line.source()));
      } else {
        paragraphs.add(
            new RawParagraph(
                text, line.style(), line.label(), List.of(new Line(line.source(), 0))));
      }
    }
    return paragraphs;
  }

  private boolean continues(RawParagraph last, String next) {
    Line lastLine = last.lines().get(last.lines().size() - 1);
    int length = last.text().length() - lastLine.start();
    char end = last.text().charAt(last.text().length() - 1);
    boolean title =
        last.lines().size() == 1 && length < width && TITLE.matcher(last.text()).matches();
    return last.style() == 0
        && !title
        && length >= width - SLACK * 2
        && (CLOSING.indexOf(end) < 0
            || length >= width && Enumerator.of(next).isEmpty() && end != '。')
        && Enumerator.of(next).isEmpty();
  }

  private static int lastSource(RawParagraph paragraph) {
    return paragraph.lines().get(paragraph.lines().size() - 1).source();
  }

  private static RawParagraph joined(RawParagraph last, String text, int source) {
    return new RawParagraph(
        last.text() + text,
        last.style(),
        last.label(),
        Stream.concat(last.lines().stream(), Stream.of(new Line(source, last.text().length())))
            .toList());
  }

  /**
   * A line of the source.
   *
   * @param source its number, from 1
   * @param text its text
   * @param style depth of its heading style, 0 where it has none
   * @param label the number that the document draws in front of it; empty where it draws none
   */
  record Numbered(int source, String text, int style, String label) {
    /** A line that carries its number in its text. */
    Numbered(int source, String text, int style) {
      this(source, text, style, "");
    }
  }
}
