package cn.sunledger.document.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The numbers that Word draws in front of paragraphs by itself: 一、, （二）, 3. */
final class WordNumbering {
  private static final int LEVELS = 9;
  private static final String DIGITS = "〇一二三四五六七八九";

  private final Map<String, XmlNode> abstracts = new HashMap<>();
  private final Map<String, XmlNode> numbers = new HashMap<>();
  private final Map<String, int[]> counters = new HashMap<>();

  /**
   * Over numbering.xml.
   *
   * @param root its outermost element; empty where the document has none
   */
  WordNumbering(Optional<XmlNode> root) {
    root.ifPresent(
        node -> {
          for (XmlNode child : node.children) {
            if (child.is("abstractNum")) {
              child.attribute("abstractNumId").ifPresent(id -> abstracts.put(id, child));
            } else if (child.is("num")) {
              child.attribute("numId").ifPresent(id -> numbers.put(id, child));
            }
          }
        });
  }

  /**
   * The number of the next paragraph of a list.
   *
   * @param list the paragraph's list and level
   * @return the number as drawn; empty for a bullet
   */
  String next(XmlNode list) {
    Optional<XmlNode> number = list.value("numId").map(numbers::get);
    Optional<XmlNode> kind = number.flatMap(n -> n.value("abstractNumId")).map(abstracts::get);
    if (kind.isEmpty()) {
      return "";
    }
    int level = Math.max(0, Math.min(LEVELS - 1, list.number("ilvl").orElse(0)));
    int[] counts =
        counters.computeIfAbsent(
            kind.get().attribute("abstractNumId").orElse(""), id -> new int[LEVELS]);
    counts[level] = counts[level] == 0 ? start(kind.get(), number.get(), level) : counts[level] + 1;
    for (int deeper = level + 1; deeper < LEVELS; deeper++) {
      counts[deeper] = 0;
    }
    return drawn(kind.get(), level, counts);
  }

  private static Optional<XmlNode> level(XmlNode kind, int level) {
    return kind.children.stream()
        .filter(l -> l.is("lvl") && l.attribute("ilvl").orElse("").equals(String.valueOf(level)))
        .findFirst();
  }

  private static int start(XmlNode kind, XmlNode number, int level) {
    return number.children.stream()
        .filter(o -> o.is("lvlOverride"))
        .filter(o -> o.attribute("ilvl").orElse("").equals(String.valueOf(level)))
        .flatMap(o -> o.number("startOverride").stream())
        .findFirst()
        .or(() -> level(kind, level).flatMap(l -> l.number("start")))
        .orElse(1);
  }

  private static String drawn(XmlNode kind, int level, int[] counts) {
    Optional<XmlNode> own = level(kind, level);
    String format = own.flatMap(l -> l.value("numFmt")).orElse("decimal");
    if (format.equals("bullet") || format.equals("none")) {
      return "";
    }
    String text = own.flatMap(l -> l.value("lvlText")).orElse("");
    for (int i = 0; i < LEVELS; i++) {
      if (text.contains("%" + (i + 1))) {
        String shape = level(kind, i).flatMap(l -> l.value("numFmt")).orElse("decimal");
        text = text.replace("%" + (i + 1), number(Math.max(1, counts[i]), shape));
      }
    }
    return text;
  }

  private static String number(int value, String format) {
    return switch (format) {
      case "chineseCounting",
          "chineseCountingThousand",
          "japaneseCounting",
          "taiwaneseCounting",
          "taiwaneseCountingThousand",
          "ideographDigital",
          "koreanCounting",
          "chineseLegalSimplified" ->
          chinese(value);
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
          value <= 20 ? Character.toString('①' + value - 1) : String.valueOf(value);
      case "decimalEnclosedParen" ->
          value <= 20 ? Character.toString('⑴' + value - 1) : String.valueOf(value);
      case "upperLetter" -> Character.toString('A' + (value - 1) % 26);
      case "lowerLetter" -> Character.toString('a' + (value - 1) % 26);
      default -> String.valueOf(value);
    };
  }

  private static String chinese(int value) {
    if (value >= 100) {
      return String.valueOf(value);
    }
    String tens = value < 10 ? "" : (value < 20 ? "" : DIGITS.charAt(value / 10)) + "十";
    return value % 10 == 0 && value > 0 ? tens : tens + DIGITS.charAt(value % 10);
  }
}
