package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.UnsafeWorkbookException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks the tags of an XML text and tells where each stands, so that a part can be edited in place
 * and everything else in it stays as it was written. Namespace-aware; a document type declaration
 * is refused, since no workbook needs one and it can name other files.
 */
final class XmlScanner {
  /** What kind of tag it is. */
  enum Kind {
    START,
    EMPTY,
    END
  }

  private record Binding(int depth, String prefix, String uri) {}

  /** An attribute and where it stands; {@code start} is that of the blank in front of it. */
  record Attribute(String name, String value, int start, int end) {}

  private final String xml;
  private final List<Binding> bindings = new ArrayList<>();
  private int position;
  private int start;
  private int end;
  private int nameStart;
  private int nameEnd;
  private int colon;
  private int open;
  private boolean declares;
  private Kind kind = Kind.END;

  XmlScanner(String xml) {
    this.xml = xml;
  }

  /** Goes to the next tag; false at the end of the text. */
  boolean next() {
    if (kind == Kind.END) {
      leave(open + 1);
    } else if (kind == Kind.EMPTY) {
      leave(open + 1);
    }
    while (true) {
      int at = xml.indexOf('<', position);
      if (at < 0) {
        return false;
      }
      if (xml.startsWith("<!--", at)) {
        position = after("-->", at);
      } else if (xml.startsWith("<![CDATA[", at)) {
        position = after("]]>", at);
      } else if (xml.startsWith("<?", at)) {
        position = after("?>", at);
      } else if (xml.startsWith("<!", at)) {
        throw new UnsafeWorkbookException("文件内部带有文档类型声明（DOCTYPE），不安全，请用 Excel 或 WPS 另存后再试");
      } else {
        tag(at);
        return true;
      }
    }
  }

  private void tag(int at) {
    start = at;
    boolean closing = xml.startsWith("</", at);
    nameStart = at + (closing ? 2 : 1);
    int i = nameStart;
    colon = -1;
    for (; i < xml.length(); i++) {
      char c = xml.charAt(i);
      if (c == ':') {
        colon = i;
      } else if (c == '>' || c == '/' || c <= ' ') {
        break;
      }
    }
    nameEnd = i;
    end = tagEnd(i);
    position = end;
    if (closing) {
      kind = Kind.END;
      open--;
    } else if (xml.charAt(end - 2) == '/') {
      kind = Kind.EMPTY;
      declare(open + 1);
    } else {
      kind = Kind.START;
      open++;
      declare(open);
    }
  }

  private int tagEnd(int from) {
    declares = false;
    for (int i = from; i < xml.length(); i++) {
      char c = xml.charAt(i);
      if (c == '>') {
        return i + 1;
      }
      if (c == 'x' && xml.startsWith("xmlns", i)) {
        declares = true;
      } else if (c == '"' || c == '\'') {
        i = xml.indexOf(c, i + 1);
        if (i < 0) {
          break;
        }
      }
    }
    throw broken();
  }

  private int after(String mark, int from) {
    int at = xml.indexOf(mark, from);
    if (at < 0) {
      throw broken();
    }
    return at + mark.length();
  }

  private static UnsafeWorkbookException broken() {
    return new UnsafeWorkbookException("文件内部的 XML 不完整，请用 Excel 或 WPS 打开并另存后再试");
  }

  private void declare(int depth) {
    if (!declares) {
      return;
    }
    for (Attribute attribute : attributes()) {
      if (attribute.name().equals("xmlns")) {
        bindings.add(new Binding(depth, "", attribute.value()));
      } else if (attribute.name().startsWith("xmlns:")) {
        bindings.add(new Binding(depth, attribute.name().substring(6), attribute.value()));
      }
    }
  }

  private void leave(int depth) {
    while (!bindings.isEmpty() && bindings.get(bindings.size() - 1).depth() >= depth) {
      bindings.remove(bindings.size() - 1);
    }
  }

  /** Skips to the end tag of the element whose start tag this is; stays on an empty element. */
  void skip() {
    if (kind != Kind.START) {
      return;
    }
    int inside = open;
    while (open >= inside) {
      if (!next()) {
        throw broken();
      }
    }
  }

  /** All character data inside the element whose start tag this is; goes to its end tag. */
  String innerText() {
    if (kind != Kind.START) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    int inside = open;
    int from = end;
    while (open >= inside) {
      int at = xml.indexOf('<', from);
      if (at < 0) {
        throw broken();
      }
      text.append(XmlText.unescape(xml.substring(from, at)));
      if (xml.startsWith("<![CDATA[", at)) {
        from = after("]]>", at);
        text.append(xml, at + 9, from - 3);
        position = from;
      } else if (xml.startsWith("<!--", at) || xml.startsWith("<?", at)) {
        from = xml.startsWith("<?", at) ? after("?>", at) : after("-->", at);
        position = from;
      } else {
        next();
        from = end;
      }
    }
    return text.toString();
  }

  Kind kind() {
    return kind;
  }

  boolean opens() {
    return kind != Kind.END;
  }

  /** Where the tag begins. */
  int start() {
    return start;
  }

  /** Where the tag ends. */
  int end() {
    return end;
  }

  /** How deep the element stands; the root is 1. */
  int depth() {
    return kind == Kind.START ? open : open + 1;
  }

  /** The name without prefix. */
  String name() {
    return xml.substring(colon < 0 ? nameStart : colon + 1, nameEnd);
  }

  /** The prefix with its colon; empty where there is none. */
  String prefix() {
    return colon < 0 ? "" : xml.substring(nameStart, colon + 1);
  }

  /** Whether the element has this name in the spreadsheet's namespace. */
  boolean is(String name) {
    return named(name) && uri().equals(Ooxml.MAIN);
  }

  /** Whether the name without prefix is this. */
  boolean named(String name) {
    int from = colon < 0 ? nameStart : colon + 1;
    return nameEnd - from == name.length() && xml.startsWith(name, from);
  }

  /** The element's namespace; empty where it has none. */
  String uri() {
    return resolve(colon < 0 ? "" : xml.substring(nameStart, colon));
  }

  private String resolve(String prefix) {
    for (int i = bindings.size() - 1; i >= 0; i--) {
      if (bindings.get(i).prefix().equals(prefix)) {
        return bindings.get(i).uri();
      }
    }
    return "";
  }

  /** The value of an attribute without prefix; null where there is none. */
  String attribute(String name) {
    Attribute found = find(name);
    return found == null ? null : found.value();
  }

  /** The value of an attribute without prefix, or another value where there is none. */
  String attribute(String name, String otherwise) {
    String value = attribute(name);
    return value == null ? otherwise : value;
  }

  /** The attribute without prefix and its place; null where there is none. */
  Attribute find(String name) {
    for (Attribute attribute : attributes()) {
      if (attribute.name().equals(name)) {
        return attribute;
      }
    }
    return null;
  }

  /** The value of {@code r:id} or its like, whatever the prefix; empty where there is none. */
  Optional<String> relation(String name) {
    for (Attribute attribute : attributes()) {
      int at = attribute.name().indexOf(':');
      if (at > 0
          && attribute.name().substring(at + 1).equals(name)
          && resolve(attribute.name().substring(0, at)).equals(Ooxml.RELATIONS)) {
        return Optional.of(attribute.value());
      }
    }
    return Optional.empty();
  }

  /** The tag's attributes in order, namespace declarations included. */
  List<Attribute> attributes() {
    List<Attribute> found = new ArrayList<>();
    int i = nameEnd;
    while (i < end) {
      int before = i;
      while (i < end && xml.charAt(i) <= ' ') {
        i++;
      }
      int equals = xml.indexOf('=', i);
      char c = xml.charAt(i);
      if (c == '/' || c == '>' || equals < 0 || equals >= end) {
        break;
      }
      String name = xml.substring(i, equals).strip();
      int quote = equals + 1;
      while (quote < end && xml.charAt(quote) != '"' && xml.charAt(quote) != '\'') {
        quote++;
      }
      int close = quote < end ? xml.indexOf(xml.charAt(quote), quote + 1) : -1;
      if (close < 0 || close >= end) {
        throw broken();
      }
      found.add(
          new Attribute(
              name, XmlText.unescape(xml.substring(quote + 1, close)), before, close + 1));
      i = close + 1;
    }
    return found;
  }
}
