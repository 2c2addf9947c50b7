package cn.sunledger.profile;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Publication.Content;
import cn.sunledger.model.Unit;
import cn.sunledger.model.Wording;
import cn.sunledger.model.Wording.ChangeWords;
import cn.sunledger.model.Wording.Chapter;
import cn.sunledger.model.Wording.Frame;
import cn.sunledger.model.Wording.Outline;
import cn.sunledger.model.Wording.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the wording conventions of a profile: the keys {@code wording} and {@code narrative} of
 * profile.yaml. What a profile leaves out is taken from the one it extends.
 */
public final class WordingReader {
  private static final Set<String> WORDING =
      Set.of("amount", "rate", "change", "zero_lines", "zero_of_zero", "rate_without_base");
  private static final Set<String> CHANGE =
      Set.of("up", "down", "up_without_rate", "down_without_rate", "equal");
  private static final Set<String> OUTLINE =
      Set.of("title", "numbering", "start", "sections", "document");
  private static final int MAX_DIGITS = 8;

  private final ProfileChain chain;
  private final Map<String, YamlValue> values = new LinkedHashMap<>();
  private final Map<String, Map<String, YamlValue>> outlines = new LinkedHashMap<>();

  /**
   * A reader of one profile.
   *
   * @param chain the profile and those it extends
   */
  public WordingReader(ProfileChain chain) {
    this.chain = chain;
  }

  /**
   * The wording in force.
   *
   * @throws ProfileException where a convention is missing in all profiles, unknown or faulty
   */
  public Wording read() {
    List<Map<String, YamlValue>> files = chain.files();
    for (Map<String, YamlValue> file : files) {
      Optional.ofNullable(file.get("wording")).ifPresent(this::collect);
      Optional.ofNullable(file.get("narrative")).ifPresent(this::collectOutlines);
    }
    return new Wording(
        unit(required("amount.unit")),
        digits(required("amount.digits")),
        flag(required("amount.trimmed")),
        flag(required("amount.grouping")),
        digits(required("rate.digits")),
        new ChangeWords(
            required("change.up").text(),
            required("change.down").text(),
            required("change.up_without_rate").text(),
            required("change.down_without_rate").text(),
            required("change.equal").text()),
        required("zero_of_zero").text(),
        required("rate_without_base").text(),
        flag(required("zero_lines")),
        outlines.entrySet().stream()
            .map(entry -> outline(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** Enters what no more special profile has said. */
  private void collect(YamlValue wording) {
    wording
        .entries(WORDING)
        .forEach(
            (key, value) -> {
              if (value.isMapping()) {
                Set<String> known =
                    switch (key) {
                      case "amount" -> Set.of("unit", "digits", "trimmed", "grouping");
                      case "rate" -> Set.of("digits");
                      default -> CHANGE;
                    };
                value
                    .entries(known)
                    .forEach((part, text) -> values.putIfAbsent(key + "." + part, text));
              } else {
                values.putIfAbsent(key, value);
              }
            });
  }

  private void collectOutlines(YamlValue narrative) {
    Set<String> kinds =
        Arrays.stream(DocumentKind.values()).map(DocumentKind::id).collect(Collectors.toSet());
    narrative
        .entries(kinds)
        .forEach(
            (kind, outline) -> {
              Map<String, YamlValue> known =
                  outlines.computeIfAbsent(kind, id -> new LinkedHashMap<>());
              outline.entries(OUTLINE).forEach(known::putIfAbsent);
            });
  }

  private Outline outline(String kind, Map<String, YamlValue> parts) {
    DocumentKind document =
        Arrays.stream(DocumentKind.values())
            .filter(value -> value.id().equals(kind))
            .findFirst()
            .orElseThrow();
    YamlValue numbering = part(kind, parts, "numbering");
    if (numbering.list().size() != 3) {
      throw numbering.fault("numbering 要写三项：节、小节、条目的编号，如 [\"{序}、\", \"（{序}）\", \"{序}.\"]。");
    }
    List<Chapter> sections = new ArrayList<>();
    for (YamlValue section : part(kind, parts, "sections").list()) {
      Map<String, YamlValue> entries = section.entries(Set.of("heading", "template"));
      String template = template(section, section.required(entries, "template").text());
      sections.add(new Chapter(section.required(entries, "heading").text(), template));
    }
    return new Outline(
        document,
        part(kind, parts, "title").text(),
        numbering.texts(),
        Optional.ofNullable(parts.get("start")).map(WordingReader::digits).orElse(1),
        sections,
        frame(part(kind, parts, "document")));
  }

  private Frame frame(YamlValue value) {
    Map<String, YamlValue> entries = value.entries(Set.of("title", "numbering", "parts"));
    List<Part> parts = new ArrayList<>();
    for (YamlValue part : value.required(entries, "parts").list()) {
      Map<String, YamlValue> own = part.entries(Set.of("heading", "content", "template"));
      String heading = own.containsKey("heading") ? own.get("heading").text() : "";
      if (own.containsKey("template") == own.containsKey("content")) {
        throw part.fault("一个部分要写 template 或 content（tables、annexes、narrative）中的一项。");
      }
      if (own.containsKey("template")) {
        parts.add(new Part(heading, Content.TEXT, template(part, own.get("template").text())));
      } else {
        parts.add(new Part(heading, content(own.get("content")), ""));
      }
    }
    return new Frame(
        value.required(entries, "title").text(),
        value.required(entries, "numbering").text(),
        parts);
  }

  private static Content content(YamlValue value) {
    return switch (value.text()) {
      case "tables" -> Content.TABLES;
      case "annexes" -> Content.ANNEXES;
      case "narrative" -> Content.TEXT;
      default ->
          throw value.fault("content 应是 tables、annexes 或 narrative，不是“" + value.text() + "”。");
    };
  }

  private String template(YamlValue at, String template) {
    if (chain.find("narrative/" + template).isEmpty()) {
      throw at.fault(
          "找不到模板文件 narrative/" + template + "，请在" + String.join("或", chain.names()) + "目录下补上。");
    }
    return template;
  }

  private YamlValue part(String kind, Map<String, YamlValue> parts, String key) {
    YamlValue value = parts.get(key);
    if (value == null) {
      throw new ProfileException(file(), 0, "narrative 的 " + kind + " 缺少“" + key + "”，请补上。");
    }
    return value;
  }

  private YamlValue required(String key) {
    YamlValue value = values.get(key);
    if (value == null) {
      throw new ProfileException(file(), 0, "wording 缺少“" + key + "”，请补上。");
    }
    return value;
  }

  private String file() {
    return chain.names().get(0) + "/profile.yaml";
  }

  private static Unit unit(YamlValue value) {
    return Unit.ofMoney(value.text())
        .orElseThrow(() -> value.fault("不认识的金额单位“" + value.text() + "”，可用：元、千元、万元、百万元、亿元。"));
  }

  private static int digits(YamlValue value) {
    String text = value.text();
    if (text.length() == 1 && Character.isDigit(text.charAt(0))) {
      int digits = text.charAt(0) - '0';
      if (digits <= MAX_DIGITS) {
        return digits;
      }
    }
    throw value.fault("小数位数应是0到" + MAX_DIGITS + "的整数，不是“" + text + "”。");
  }

  private static boolean flag(YamlValue value) {
    return switch (value.text()) {
      case "true", "是" -> true;
      case "false", "否" -> false;
      default -> throw value.fault("这里应写 true 或 false，不是“" + value.text() + "”。");
    };
  }
}
