package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * styles.xml: what sunledger needs is looked up, and added behind what is there where it is
 * missing; no entry changes its place.
 */
final class StylesPart {
  private static final List<String> SECTIONS =
      List.of("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs");

  /** What a workbook without styles is taken to have. */
  static final String BARE =
      Ooxml.DECLARATION
          + "<styleSheet xmlns=\""
          + Ooxml.MAIN
          + "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
          + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
          + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
          + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border>"
          + "</borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\""
          + " borderId=\"0\"/></cellStyleXfs><cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\""
          + " fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>";

  private final String text;
  private final Map<String, StyleSection> sections = new LinkedHashMap<>();
  private final Map<String, Integer> formats = new HashMap<>();
  private final Map<Look, Integer> looks = new HashMap<>();
  private String prefix = "";

  /** The styles a text holds; one without any style for cells says nothing and is replaced. */
  static StylesPart of(String text) {
    StylesPart styles = new StylesPart(text);
    return styles.section("cellXfs").size() > 0 ? styles : new StylesPart(BARE);
  }

  private StylesPart(String text) {
    this.text = text;
    Map<String, List<String>> found = new HashMap<>();
    XmlScanner scanner = new XmlScanner(text);
    String section = "";
    while (scanner.next()) {
      if (!scanner.opens()) {
        continue;
      }
      if (scanner.depth() == 1) {
        prefix = scanner.prefix();
      } else if (scanner.depth() == 2) {
        section = scanner.name();
      } else if (scanner.depth() == 3 && SECTIONS.contains(section)) {
        int start = scanner.start();
        if (section.equals("numFmts")) {
          formats.putIfAbsent(
              scanner.attribute("formatCode", ""),
              WorkbookPart.number(scanner.attribute("numFmtId"), 0));
        }
        scanner.skip();
        found
            .computeIfAbsent(section, key -> new ArrayList<>())
            .add(text.substring(start, scanner.end()));
      }
    }
    for (String name : SECTIONS) {
      sections.put(name, new StyleSection(name, found.getOrDefault(name, List.of())));
    }
  }

  private StyleSection section(String name) {
    return sections.get(name);
  }

  private String tag(String name) {
    return prefix + name;
  }

  /** The place of the style with a look. */
  int of(Look look) {
    return looks.computeIfAbsent(look, this::add);
  }

  private int add(Look look) {
    int format = look.format().isEmpty() ? 0 : format(look.format());
    int font = section("fonts").place(font(look));
    int fill = look.fill().isEmpty() ? 0 : fill(look.fill());
    int border = section("borders").place(border(look.border()));
    StringBuilder xf = new StringBuilder("<" + tag("xf"));
    xf.append(" numFmtId=\"").append(format).append("\" fontId=\"").append(font);
    xf.append("\" fillId=\"").append(fill).append("\" borderId=\"").append(border).append('"');
    if (section("cellStyleXfs").size() > 0) {
      xf.append(" xfId=\"0\"");
    }
    xf.append(format == 0 ? "" : " applyNumberFormat=\"1\"").append(" applyFont=\"1\"");
    xf.append(fill == 0 ? "" : " applyFill=\"1\"");
    xf.append(look.border().isEmpty() ? "" : " applyBorder=\"1\"");
    xf.append(" applyAlignment=\"1\"><").append(tag("alignment")).append(" horizontal=\"");
    xf.append(look.across().name().toLowerCase(java.util.Locale.ROOT));
    xf.append("\" vertical=\"").append(look.top() ? "top" : "center").append('"');
    xf.append(look.wrap() ? " wrapText=\"1\"" : "");
    xf.append(look.indent() > 0 ? " indent=\"" + look.indent() + "\"" : "");
    xf.append("/></").append(tag("xf")).append(">");
    return section("cellXfs").place(xf.toString());
  }

  private String font(Look look) {
    return "<"
        + tag("font")
        + ">"
        + (look.bold() ? "<" + tag("b") + "/>" : "")
        + "<"
        + tag("sz")
        + " val=\""
        + look.size()
        + "\"/>"
        + "<"
        + tag("color")
        + " rgb=\"FF"
        + look.color()
        + "\"/>"
        + "<"
        + tag("name")
        + " val=\""
        + look.font()
        + "\"/>"
        + "<"
        + tag("family")
        + " val=\"2\"/><"
        + tag("charset")
        + " val=\"134\"/>"
        + "</"
        + tag("font")
        + ">";
  }

  private int fill(String rgb) {
    if (section("fills").size() == 0) {
      section("fills").place("<" + tag("fill") + "/>");
      section("fills")
          .place(
              "<"
                  + tag("fill")
                  + "><"
                  + tag("patternFill")
                  + " patternType=\"gray125\"/></"
                  + tag("fill")
                  + ">");
    }
    return section("fills")
        .place(
            "<"
                + tag("fill")
                + "><"
                + tag("patternFill")
                + " patternType=\"solid\"><"
                + tag("fgColor")
                + " rgb=\"FF"
                + rgb
                + "\"/><"
                + tag("bgColor")
                + " indexed=\"64\"/></"
                + tag("patternFill")
                + "></"
                + tag("fill")
                + ">");
  }

  private String border(String rgb) {
    StringBuilder out = new StringBuilder("<" + tag("border") + ">");
    for (String side : List.of("left", "right", "top", "bottom")) {
      out.append('<').append(tag(side));
      if (rgb.isEmpty()) {
        out.append("/>");
      } else {
        out.append(" style=\"thin\"><").append(tag("color")).append(" rgb=\"FF").append(rgb);
        out.append("\"/></").append(tag(side)).append('>');
      }
    }
    return out.append('<')
        .append(tag("diagonal"))
        .append("/></")
        .append(tag("border"))
        .append('>')
        .toString();
  }

  private int format(String code) {
    Integer known = formats.get(code);
    if (known != null) {
      return known;
    }
    int id = 163;
    for (int used : formats.values()) {
      id = Math.max(id, used);
    }
    id++;
    formats.put(code, id);
    section("numFmts")
        .place(
            "<"
                + tag("numFmt")
                + " numFmtId=\""
                + id
                + "\" formatCode=\""
                + XmlText.escape(code)
                + "\"/>");
    return id;
  }

  /** The place of a style like another one, but on a tinted ground. */
  int tinted(int style, String rgb) {
    String base = xf(style);
    return section("cellXfs")
        .place(attribute(attribute(base, "fillId", Integer.toString(fill(rgb))), "applyFill", "1"));
  }

  /**
   * The place of a style that had a tinted ground, without the tint.
   *
   * @param tinted the style now
   * @param before the style that was tinted
   * @return {@code before} where nothing else was changed since, else a style like {@code tinted}
   *     on the ground of {@code before}
   */
  int untinted(int tinted, int before) {
    if (StyleSection.meaning(attribute(attribute(xf(tinted), "fillId", "0"), "applyFill", "0"))
        .equals(
            StyleSection.meaning(
                attribute(attribute(xf(before), "fillId", "0"), "applyFill", "0")))) {
      return before;
    }
    XmlScanner scanner = new XmlScanner(xf(before));
    scanner.next();
    String with = attribute(xf(tinted), "fillId", scanner.attribute("fillId", "0"));
    return section("cellXfs")
        .place(attribute(with, "applyFill", scanner.attribute("applyFill", "0")));
  }

  /** Whether a style has a solid ground of one of these colours. */
  boolean hasGround(int style, java.util.Set<String> rgbs) {
    XmlScanner scanner = new XmlScanner(xf(style));
    scanner.next();
    int fill = WorkbookPart.number(scanner.attribute("fillId"), 0);
    if (fill < 0 || fill >= section("fills").size()) {
      return false;
    }
    XmlScanner inside = new XmlScanner(section("fills").entry(fill));
    while (inside.next()) {
      if (inside.opens() && inside.named("fgColor")) {
        String rgb = inside.attribute("rgb", "");
        return rgb.length() == 8
            && rgbs.contains(rgb.substring(2).toUpperCase(java.util.Locale.ROOT));
      }
    }
    return false;
  }

  private String xf(int style) {
    StyleSection all = section("cellXfs");
    if (all.size() == 0) {
      all.place("<" + tag("xf") + " numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>");
    }
    return all.entry(style >= 0 && style < all.size() ? style : 0);
  }

  private static String attribute(String element, String name, String value) {
    XmlScanner scanner = new XmlScanner(element);
    scanner.next();
    XmlScanner.Attribute found = scanner.find(name);
    String written = " " + name + "=\"" + value + "\"";
    if (found != null) {
      return element.substring(0, found.start()) + written + element.substring(found.end());
    }
    int at = scanner.end() - (scanner.kind() == XmlScanner.Kind.EMPTY ? 2 : 1);
    return element.substring(0, at) + written + element.substring(at);
  }

  /** The text to store; empty where nothing was added. */
  Optional<String> changedText() {
    if (sections.values().stream().noneMatch(StyleSection::grew)) {
      return Optional.empty();
    }
    XmlEdits edits = new XmlEdits();
    Map<String, Integer> starts = new LinkedHashMap<>();
    XmlScanner scanner = new XmlScanner(text);
    int rootEnd = -1;
    while (scanner.next()) {
      if (scanner.depth() == 1) {
        rootEnd = scanner.opens() ? scanner.end() : scanner.start();
      } else if (scanner.opens() && scanner.depth() == 2) {
        starts.put(scanner.name(), scanner.start());
        StyleSection section = sections.get(scanner.name());
        if (section != null && section.grew()) {
          extend(edits, scanner, section);
        } else {
          scanner.skip();
        }
      }
    }
    for (StyleSection section : sections.values()) {
      if (section.grew() && !starts.containsKey(section.name())) {
        String tag = tag(section.name());
        edits.insert(
            behind(section.name(), starts, rootEnd),
            "<" + tag + " count=\"" + section.size() + "\">" + section.added() + "</" + tag + ">");
      }
    }
    return Optional.of(edits.apply(text));
  }

  private static int behind(String name, Map<String, Integer> starts, int rootEnd) {
    List<String> order =
        List.of(
            "numFmts",
            "fonts",
            "fills",
            "borders",
            "cellStyleXfs",
            "cellXfs",
            "cellStyles",
            "dxfs",
            "tableStyles",
            "colors",
            "extLst");
    for (String next : order.subList(order.indexOf(name) + 1, order.size())) {
      if (starts.containsKey(next)) {
        return starts.get(next);
      }
    }
    return rootEnd;
  }

  private void extend(XmlEdits edits, XmlScanner scanner, StyleSection section) {
    String tag = tag(section.name());
    if (scanner.kind() == XmlScanner.Kind.EMPTY) {
      edits.replace(
          scanner.start(),
          scanner.end(),
          "<" + tag + " count=\"" + section.size() + "\">" + section.added() + "</" + tag + ">");
      return;
    }
    XmlScanner.Attribute count = scanner.find("count");
    if (count != null) {
      edits.replace(count.start(), count.end(), " count=\"" + section.size() + "\"");
    }
    scanner.skip();
    edits.insert(scanner.start(), section.added());
  }
}
