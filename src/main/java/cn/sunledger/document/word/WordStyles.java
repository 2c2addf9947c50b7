package cn.sunledger.document.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the styles of a document say of its paragraphs: headings, numbers, table of contents. */
final class WordStyles {
  private static final int BODY_TEXT = 9;
  private static final int LONGEST_CHAIN = 20;
  private static final Pattern HEADING = Pattern.compile("(?:heading|标题) ?([1-9])");

  private final Map<String, XmlNode> styles = new HashMap<>();

  /**
   * Over styles.xml.
   *
   * @param root its outermost element; empty where the document has none
   */
  WordStyles(Optional<XmlNode> root) {
    root.ifPresent(
        node ->
            node.children.stream()
                .filter(style -> style.is("style"))
                .forEach(
                    style -> style.attribute("styleId").ifPresent(id -> styles.put(id, style))));
  }

  /** Depth of the heading that a paragraph is; 0 where it is none. */
  int depth(XmlNode paragraph) {
    return property(paragraph, properties -> properties.number("outlineLvl"))
        .map(level -> level >= BODY_TEXT ? 0 : level + 1)
        .orElseGet(() -> named(paragraph));
  }

  private int named(XmlNode paragraph) {
    Matcher heading = HEADING.matcher(name(paragraph));
    return heading.matches() ? Integer.parseInt(heading.group(1)) : 0;
  }

  /** Whether a paragraph is an entry of the table of contents. */
  boolean isContents(XmlNode paragraph) {
    return name(paragraph).matches("toc.*|目录.*");
  }

  private String name(XmlNode paragraph) {
    String id = styleId(paragraph).orElse("");
    String name =
        Optional.ofNullable(styles.get(id)).flatMap(style -> style.value("name")).orElse(id);
    return name.toLowerCase(Locale.ROOT);
  }

  private static Optional<String> styleId(XmlNode paragraph) {
    return paragraph.child("pPr").flatMap(properties -> properties.value("pStyle"));
  }

  /** The list that a paragraph is a part of. */
  Optional<XmlNode> list(XmlNode paragraph) {
    return property(paragraph, properties -> properties.child("numPr"));
  }

  /** A property of the paragraph itself, else of its style or of one that the style is based on. */
  private <T> Optional<T> property(XmlNode paragraph, Function<XmlNode, Optional<T>> what) {
    Optional<T> own = paragraph.child("pPr").flatMap(what);
    Optional<String> id = styleId(paragraph);
    for (int i = 0; own.isEmpty() && id.isPresent() && i < LONGEST_CHAIN; i++) {
      Optional<XmlNode> style = id.map(styles::get);
      own = style.flatMap(node -> node.child("pPr")).flatMap(what);
      id = style.flatMap(node -> node.value("basedOn"));
    }
    return own;
  }
}
