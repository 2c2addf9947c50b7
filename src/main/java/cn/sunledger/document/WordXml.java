package cn.sunledger.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of WordprocessingML: paragraphs, runs and fields as text. */
final class WordXml {
  /** The namespace that the prefix w stands for. */
  static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  /** What is still to be filled in, and what the figures propose. */
  private static final Pattern MARKED = Pattern.compile("【(待填|待核)：[^】]*】");

  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{FFFE}\\x{FFFF}]|\\p{Cs}");

  private WordXml() {}

  /** A text as XML carries it; what no XML may carry is left out. */
  static String escaped(String text) {
    return FORBIDDEN
        .matcher(text)
        .replaceAll("")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A paragraph. */
  static String paragraph(String style, String properties, String runs) {
    return "<w:p><w:pPr><w:pStyle w:val=\""
        + escaped(style)
        + "\"/>"
        + properties
        + "</w:pPr>"
        + runs
        + "</w:p>";
  }

  /** A run of text, line breaks included. */
  static String run(String text, String properties) {
    StringBuilder xml = new StringBuilder("<w:r>");
    if (!properties.isEmpty()) {
      xml.append("<w:rPr>").append(properties).append("</w:rPr>");
    }
    String[] lines = text.split("\\r?\\n", -1);
    for (int i = 0; i < lines.length; i++) {
      xml.append(i == 0 ? "" : "<w:br/>");
      xml.append("<w:t xml:space=\"preserve\">").append(escaped(lines[i])).append("</w:t>");
    }
    return xml.append("</w:r>").toString();
  }

  /** Runs of text in which what a person has still to look at is highlighted. */
  static String marked(String text) {
    StringBuilder runs = new StringBuilder();
    Matcher mark = MARKED.matcher(text);
    int from = 0;
    while (mark.find()) {
      runs.append(plain(text.substring(from, mark.start())));
      String colour = mark.group(1).equals("待填") ? "yellow" : "cyan";
      runs.append(run(mark.group(), "<w:highlight w:val=\"" + colour + "\"/>"));
      from = mark.end();
    }
    return runs.append(plain(text.substring(from))).toString();
  }

  private static String plain(String text) {
    return text.isEmpty() ? "" : run(text, "");
  }

  /** A part of a field: begin, separate or end. */
  static String fieldMark(String part) {
    return "<w:r><w:fldChar w:fldCharType=\"" + part + "\"/></w:r>";
  }

  /** A field's instruction. */
  static String instruction(String instruction) {
    return "<w:r><w:instrText xml:space=\"preserve\"> "
        + escaped(instruction)
        + " </w:instrText></w:r>";
  }

  /** A field with the result that it shows until it is updated. */
  static String field(String instruction, String shown) {
    return fieldMark("begin")
        + instruction(instruction)
        + fieldMark("separate")
        + run(shown, "")
        + fieldMark("end");
  }
}
