package cn.sunledger.annotate.ooxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One list of styles.xml (fonts, fills, cellXfs …): what it holds and what is added to it. */
final class StyleSection {
  private final String name;
  private final List<String> entries = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final int known;

  StyleSection(String name, List<String> entries) {
    this.name = name;
    for (String entry : entries) {
      places.putIfAbsent(meaning(entry), this.entries.size());
      this.entries.add(entry);
    }
    known = entries.size();
  }

  String name() {
    return name;
  }

  int size() {
    return entries.size();
  }

  /** The text of an entry. */
  String entry(int place) {
    return entries.get(place);
  }

  /** The place of an entry that means the same, which is added where there is none. */
  int place(String entry) {
    Integer place = places.putIfAbsent(meaning(entry), entries.size());
    if (place == null) {
      entries.add(entry);
      return entries.size() - 1;
    }
    return place;
  }

  boolean grew() {
    return entries.size() > known;
  }

  /** The entries that were added. */
  String added() {
    return String.join("", entries.subList(known, entries.size()));
  }

  /** What an entry says, apart from how it is written. */
  static String meaning(String entry) {
    StringBuilder out = new StringBuilder();
    XmlScanner scanner = new XmlScanner(entry);
    while (scanner.next()) {
      if (scanner.kind() == XmlScanner.Kind.END) {
        out.append(')');
        continue;
      }
      out.append('(').append(scanner.name());
      TreeSet<String> attributes = new TreeSet<>();
      for (XmlScanner.Attribute attribute : scanner.attributes()) {
        if (attribute.name().indexOf(':') < 0 && !attribute.name().equals("xmlns")) {
          attributes.add(" " + attribute.name() + "=" + attribute.value());
        }
      }
      attributes.forEach(out::append);
      if (scanner.kind() == XmlScanner.Kind.EMPTY) {
        out.append(')');
      }
    }
    return out.toString();
  }
}
