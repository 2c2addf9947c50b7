package cn.sunledger.document.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the marks of comments into document.xml. A mark may stand only between two runs: one that
 * falls into the middle of a run parts it into two that look the same.
 */
final class RangeMarks {
  private final String xml;
  private final String prefix;
  private final Map<Integer, List<Mark>> insertions = new TreeMap<>();
  private final List<int[]> deletions = new ArrayList<>();

  /**
   * Over a document.
   *
   * @param xml document.xml
   * @param root its outermost element
   * @param former ids of comments of ours, whose marks are taken away
   */
  RangeMarks(String xml, XmlNode root, Set<String> former) {
    this.xml = xml;
    this.prefix = root.name.substring(0, root.name.indexOf(':') + 1);
    if (!former.isEmpty()) {
      XmlTree.walk(root, node -> remove(node, former));
    }
  }

  /**
   * A place in the text of a {@code w:t}.
   *
   * @param node the element
   * @param offset number of its characters in front of the place
   */
  record Place(XmlNode node, int offset) {}

  /**
   * A stretch of text.
   *
   * @param from its beginning
   * @param to its end
   */
  record Range(Place from, Place to) {}

  private record Mark(String text, boolean closing, XmlNode node, int at) {}

  private void remove(XmlNode node, Set<String> former) {
    boolean range = node.is("commentRangeStart") || node.is("commentRangeEnd");
    if (range && former.contains(node.attribute("id").orElse(""))) {
      deletions.add(new int[] {node.start, node.end});
    }
    boolean reference =
        node.is("r")
            && node.children.stream()
                .allMatch(
                    child ->
                        child.is("rPr")
                            || child.is("commentReference")
                                && former.contains(child.attribute("id").orElse("")));
    if (reference && node.child("commentReference").isPresent()) {
      deletions.add(new int[] {node.start, node.end});
    }
  }

  /** Marks a stretch as what a comment is about. */
  void mark(Range range, int id) {
    insert(
        range.from(), "<" + prefix + "commentRangeStart " + prefix + "id=\"" + id + "\"/>", false);
    insert(
        range.to(),
        "<"
            + prefix
            + "commentRangeEnd "
            + prefix
            + "id=\""
            + id
            + "\"/><"
            + prefix
            + "r><"
            + prefix
            + "commentReference "
            + prefix
            + "id=\""
            + id
            + "\"/></"
            + prefix
            + "r>",
        true);
  }

  private void insert(Place place, String text, boolean closing) {
    XmlNode node = place.node();
    XmlNode run = node.parent;
    int at = position(node, place.offset());
    List<XmlNode> content = run.children.stream().filter(child -> !child.is("rPr")).toList();
    boolean first = content.indexOf(node) == 0 && at == node.contentStart;
    boolean last = content.indexOf(node) == content.size() - 1 && at == node.contentEnd;
    int where = first ? run.start : last ? run.end : at;
    insertions
        .computeIfAbsent(where, key -> new ArrayList<>())
        .add(new Mark(text, closing, first || last ? null : node, at));
  }

  /** Where the character of an element stands in the document. */
  private int position(XmlNode node, int offset) {
    String raw = xml.substring(node.contentStart, node.contentEnd);
    int at = 0;
    for (int seen = 0; seen < offset && at < raw.length(); ) {
      int length = XmlTree.unit(raw, at);
      seen += XmlTree.character(raw.substring(at, at + length)).length();
      at += length;
    }
    return node.contentStart + at;
  }

  /** The document with all marks. */
  String applied() {
    Map<Integer, String> edits = new TreeMap<>();
    Map<XmlNode, String> tags = new java.util.HashMap<>();
    for (Map.Entry<Integer, List<Mark>> insertion : insertions.entrySet()) {
      StringBuilder marks = new StringBuilder();
      insertion.getValue().stream().filter(Mark::closing).forEach(m -> marks.append(m.text()));
      insertion.getValue().stream().filter(m -> !m.closing()).forEach(m -> marks.append(m.text()));
      XmlNode node = insertion.getValue().get(0).node();
      if (node == null) {
        edits.put(insertion.getKey(), marks.toString());
      } else {
        edits.put(insertion.getKey(), parted(node, marks.toString()));
        tags.put(node, preserving(node));
      }
    }
    return rewritten(edits, tags);
  }

  /** Closes the run and its text, and opens another of the same looks behind the marks. */
  private String parted(XmlNode node, String marks) {
    XmlNode run = node.parent;
    String looks = run.child("rPr").map(rPr -> xml.substring(rPr.start, rPr.end)).orElse("");
    return "</"
        + node.name
        + "></"
        + run.name
        + ">"
        + marks
        + xml.substring(run.start, run.contentStart)
        + looks
        + preserving(node);
  }

  /** The start tag, with blanks at the edges of the text kept. */
  private String preserving(XmlNode node) {
    String tag = xml.substring(node.start, node.contentStart);
    return node.attributes.containsKey("xml:space")
        ? tag
        : tag.substring(0, tag.length() - 1) + " xml:space=\"preserve\">";
  }

  private String rewritten(Map<Integer, String> insertions, Map<XmlNode, String> tags) {
    TreeMap<Integer, int[]> cuts = new TreeMap<>();
    deletions.forEach(cut -> cuts.put(cut[0], cut));
    Map<Integer, String> replaced = new TreeMap<>();
    tags.forEach(
        (node, tag) -> {
          cuts.put(node.start, new int[] {node.start, node.contentStart});
          replaced.put(node.start, tag);
        });
    StringBuilder out = new StringBuilder(xml.length() + 4096);
    TreeMap<Integer, String> inserts = new TreeMap<>(insertions);
    int from = 0;
    while (from < xml.length()) {
      Integer cut = cuts.ceilingKey(from);
      Integer insert = inserts.ceilingKey(from);
      if (insert != null && (cut == null || insert <= cut)) {
        out.append(xml, from, insert).append(inserts.remove(insert));
        from = insert;
      } else if (cut != null) {
        out.append(xml, from, cut).append(replaced.getOrDefault(cut, ""));
        from = cuts.remove(cut)[1];
      } else {
        break;
      }
    }
    return out.append(xml, Math.min(from, xml.length()), xml.length()).toString();
  }
}
