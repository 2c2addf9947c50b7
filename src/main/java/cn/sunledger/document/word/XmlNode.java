package cn.sunledger.document.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element that knows where it stands in the text it was read from. */
final class XmlNode {
  final String name;
  final XmlNode parent;
  final int start;
  final Map<String, String> attributes = new HashMap<>();
  final List<XmlNode> children = new ArrayList<>();

  /** First character of its content; its end where it is an empty-element tag. */
  int contentStart;

  /** First character of its end tag. */
  int contentEnd;

  /** One behind its last character. */
  int end;

  XmlNode(String name, XmlNode parent, int start) {
    this.name = name;
    this.parent = parent;
    this.start = start;
  }

  /** The name without its prefix. */
  String local() {
    return name.substring(name.indexOf(':') + 1);
  }

  boolean is(String local) {
    return local().equals(local);
  }

  /** Whether it is written {@code <name/>}. */
  boolean isEmptyTag() {
    return contentStart == end;
  }

  Optional<XmlNode> child(String local) {
    return children.stream().filter(child -> child.is(local)).findFirst();
  }

  /** A child's {@code val}. */
  Optional<String> value(String local) {
    return child(local).flatMap(child -> child.attribute("val"));
  }

  /** A child's {@code val} as a number, where it is one. */
  Optional<Integer> number(String local) {
    return value(local).flatMap(XmlNode::integer);
  }

  /** An attribute by its name without prefix. */
  Optional<String> attribute(String local) {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String key = attribute.getKey();
      if (key.substring(key.indexOf(':') + 1).equals(local) && !key.startsWith("xmlns")) {
        return Optional.of(attribute.getValue());
      }
    }
    return Optional.empty();
  }

  /** Whether a switch like {@code <w:vanish/>} is on. */
  boolean isOn(String local) {
    return child(local)
        .map(child -> child.attribute("val").orElse("true"))
        .filter(value -> !value.matches("0|false|off|none"))
        .isPresent();
  }

  static Optional<Integer> integer(String text) {
    return text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
