package cn.sunledger.document.word;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The comments part: comments of others stay, ours are replaced. */
final class Comments {
  private static final String AUTHOR = "晒账本";
  private static final String WORDS =
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String STRICT_WORDS = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
  private static final String STRICT_RELATION =
      "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

  private final WordPackage parts;
  private final String main;
  private final boolean isNew;
  private final String part;
  private final String xml;
  private final XmlNode root;
  private final Set<String> ours = new LinkedHashSet<>();
  private final StringBuilder added = new StringBuilder();
  private int next;

  /**
   * Over a package.
   *
   * @param parts the package
   * @param main the document's part
   */
  Comments(WordPackage parts, String main) {
    this.parts = parts;
    this.main = main;
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    this.isNew = parts.related("comments").isEmpty();
    this.part = parts.related("comments").orElseGet(() -> free(folder));
    this.xml = isNew ? empty(isStrict() ? STRICT_WORDS : WORDS) : parts.text(part);
    this.root = parts.parsed(xml);
    for (XmlNode comment : root.children) {
      comment
          .attribute("id")
          .flatMap(XmlNode::integer)
          .ifPresent(id -> next = Math.max(next, id + 1));
      if (isOurs(comment)) {
        comment.attribute("id").ifPresent(ours::add);
      }
    }
  }

  private static String empty(String words) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\""
        + words
        + "\"></w:comments>";
  }

  private String free(String folder) {
    String name = folder + "comments.xml";
    for (int i = 2; parts.contains(name); i++) {
      name = folder + "comments" + i + ".xml";
    }
    return name;
  }

  private boolean isStrict() {
    return parts.tree(main).attributes.containsValue(STRICT_WORDS);
  }

  private static boolean isOurs(XmlNode comment) {
    return comment.is("comment") && comment.attribute("author").orElse("").equals(AUTHOR);
  }

  /** Whether a comments part holds comments of ours. */
  static boolean hasOurs(XmlNode root) {
    return root.children.stream().anyMatch(Comments::isOurs);
  }

  /** Ids of the comments that were put in earlier. */
  Set<String> ours() {
    return ours;
  }

  boolean hasFormer() {
    return !ours.isEmpty();
  }

  /** Adds a comment and tells its id. */
  int next(List<String> paragraphs) {
    String p = root.name.substring(0, root.name.indexOf(':') + 1);
    int id = next++;
    added
        .append("<" + p + "comment " + p + "id=\"" + id + "\" ")
        .append(p + "author=\"" + AUTHOR + "\" " + p + "initials=\"" + AUTHOR + "\">");
    for (String paragraph : paragraphs) {
      added
          .append("<" + p + "p><" + p + "r><" + p + "t xml:space=\"preserve\">")
          .append(XmlTree.escaped(paragraph))
          .append("</" + p + "t></" + p + "r></" + p + "p>");
    }
    added.append("</" + p + "comment>");
    return id;
  }

  /** Writes the part, and where it is new, its type and its relation. */
  void write() {
    parts.put(part, content());
    if (isNew) {
      append(
          WordPackage.CONTENT_TYPES,
          "<Override PartName=\"/" + part + "\" ContentType=\"" + TYPE + "\"/>");
      String relations = WordPackage.relationsOf(main);
      if (!parts.contains(relations)) {
        parts.put(
            relations,
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "</Relationships>");
      }
      append(
          relations,
          "<Relationship Id=\""
              + freeId(relations)
              + "\" Type=\""
              + (isStrict() ? STRICT_RELATION : RELATION)
              + "\" Target=\"/"
              + part
              + "\"/>");
    }
  }

  private String content() {
    StringBuilder out = new StringBuilder(xml.length() + added.length() + 16);
    if (root.isEmptyTag()) {
      String tag = xml.substring(root.start, root.end);
      return xml.substring(0, root.start)
          + tag.substring(0, tag.lastIndexOf('/'))
          + ">"
          + added
          + "</"
          + root.name
          + ">";
    }
    int from = 0;
    for (XmlNode comment : root.children) {
      if (isOurs(comment)) {
        out.append(xml, from, comment.start);
        from = comment.end;
      }
    }
    out.append(xml, from, root.contentEnd).append(added);
    return out.append(xml, root.contentEnd, xml.length()).toString();
  }

  private String freeId(String relations) {
    List<String> taken = new ArrayList<>();
    parts.tree(relations).children.forEach(r -> r.attribute("Id").ifPresent(taken::add));
    int i = taken.size() + 1;
    while (taken.contains("rId" + i)) {
      i++;
    }
    return "rId" + i;
  }

  /** Puts an element behind the last one of a part. */
  private void append(String name, String element) {
    String text = parts.text(name);
    XmlNode node = parts.tree(name);
    String prefix = node.name.substring(0, node.name.indexOf(':') + 1);
    String own = prefix.isEmpty() ? element : element.replaceFirst("<", "<" + prefix);
    String changed =
        node.isEmptyTag()
            ? text.substring(0, node.end - 2) + ">" + own + "</" + node.name + ">"
            : text.substring(0, node.contentEnd) + own + text.substring(node.contentEnd);
    parts.put(name, changed);
  }
}
