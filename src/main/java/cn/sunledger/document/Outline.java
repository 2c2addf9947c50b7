package cn.sunledger.document;

import cn.sunledger.model.NarrativeText.Paragraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells headings from paragraphs and says under which headings each paragraph stands. */
final class Outline {
  private static final int LONGEST_HEADING = 48;
  private static final Pattern SENTENCE = Pattern.compile("[。；;！？!?]");
  private static final Pattern FIGURE =
      Pattern.compile("[0-9０-９]\\s*(?:万元|亿元|千元|元|%|％|人次|人|辆|个|批次|批)|XX|××");
  private static final Pattern TITLE =
      Pattern.compile(
          ".*(?:情况说明|编制说明|公开说明|文字说明|相关说明|情况|概况|报告|附件|名词解释|专业名词|目录|附表|部分|说明|部门决算|部门预算|单位决算|单位预算)$");
  private static final Pattern SUBJECT_PATH = Pattern.compile(".*[（(](?:类|款|项)[）)].*");
  private static final Pattern DOTTED_PAGE = Pattern.compile("[.…·\\s]{3,}[0-9]+$");

  private record Open(int level, String text) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Paragraph> paragraphs = new ArrayList<>();

  /** The paragraphs with their place in the outline. */
  List<Paragraph> of(List<RawParagraph> raw) {
    for (RawParagraph paragraph : raw) {
      add(paragraph);
    }
    return paragraphs;
  }

  private void add(RawParagraph raw) {
    String shown = raw.shown();
    Optional<Enumerator> enumerator = Enumerator.of(shown);
    int level = enumerator.map(Enumerator::level).orElse(0);
    boolean heading = isHeading(raw, shown, enumerator);
    if (!heading) {
      paragraphs.add(paragraph(raw, false, level));
      return;
    }
    int depth = level > 0 ? level : raw.style() > 0 ? raw.style() : 1;
    String title = DOTTED_PAGE.matcher(shown).replaceFirst("");
    boolean continuesPart =
        level == 0 && !open.isEmpty() && isBarePart(open.peek().text()) && open.peek().level() == 1;
    if (continuesPart) {
      Open part = open.pop();
      paragraphs.add(paragraph(raw, true, depth));
      open.push(new Open(1, part.text() + " " + title));
      return;
    }
    while (!open.isEmpty() && open.peek().level() >= depth) {
      open.pop();
    }
    paragraphs.add(paragraph(raw, true, depth));
    open.push(new Open(depth, title));
  }

  private static boolean isBarePart(String heading) {
    return Enumerator.of(heading)
        .map(number -> number.level() == 1 && number.text().length() == heading.length())
        .orElse(false);
  }

  private Paragraph paragraph(RawParagraph raw, boolean heading, int level) {
    List<String> section = new ArrayList<>();
    for (Iterator<Open> outer = open.descendingIterator(); outer.hasNext(); ) {
      section.add(outer.next().text());
    }
    return new Paragraph(raw.source(), heading, level, section, raw.text(), raw.lines());
  }

  private static boolean isHeading(
      RawParagraph raw, String shown, Optional<Enumerator> enumerator) {
    if (shown.length() > LONGEST_HEADING && !SUBJECT_PATH.matcher(shown).matches()
        || FIGURE.matcher(shown).find()) {
      return false;
    }
    String body = shown.substring(enumerator.map(number -> number.text().length()).orElse(0));
    boolean closed = body.endsWith("。") || body.endsWith("：") || body.endsWith(":");
    String inner = closed ? body.substring(0, body.length() - 1) : body;
    if (SENTENCE.matcher(inner).find()) {
      return false;
    }
    if (raw.style() > 0) {
      return true;
    }
    if (enumerator.isPresent()) {
      return !body.contains("，")
          && !body.contains(",")
          && (!closed || SUBJECT_PATH.matcher(body).matches() || body.length() <= 24);
    }
    return !closed
        && !inner.contains("，")
        && !inner.contains("：")
        && TITLE.matcher(inner).matches();
  }
}
