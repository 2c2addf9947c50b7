package cn.sunledger.profile;

import cn.sunledger.model.Severity;
import cn.sunledger.model.TextFlaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads 文字毛病 from the folders of a chain of profiles; all of them are in force. */
public final class TextFlawLoader {
  private static final Set<String> KEYS =
      Set.of("id", "severity", "find", "message", "heading", "glossary");

  private final TemplateFolder templates;

  /**
   * Over a template folder.
   *
   * @param templates packed and overriding files
   */
  public TextFlawLoader(TemplateFolder templates) {
    this.templates = templates;
  }

  /**
   * The flaws of the profiles.
   *
   * @param profiles names, the most general first
   * @throws ProfileException where a file is faulty
   */
  public List<TextFlaw> flaws(List<String> profiles) {
    List<TextFlaw> flaws = new ArrayList<>();
    for (String profile : profiles) {
      String file = profile + "/narrative-flaws.yaml";
      Optional<String> text = templates.text(file);
      if (text.isPresent()) {
        for (YamlValue entry : YamlValue.parse(file, text.get()).list()) {
          flaws.add(flaw(entry));
        }
      }
    }
    return flaws;
  }

  private static TextFlaw flaw(YamlValue entry) {
    Map<String, YamlValue> entries = entry.entries(KEYS);
    return new TextFlaw(
        entry.required(entries, "id").text(),
        severity(entry.required(entries, "severity")),
        pattern(entry.required(entries, "find")),
        entry.required(entries, "message").text(),
        is(entries.get("heading")),
        is(entries.get("glossary")));
  }

  private static Pattern pattern(YamlValue value) {
    try {
      return Pattern.compile(value.text());
    } catch (PatternSyntaxException e) {
      throw value.fault("不是合法的正则表达式，请检查括号和转义。");
    }
  }

  static Severity severity(YamlValue value) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.id().equals(value.text()))
        .findFirst()
        .orElseThrow(() -> value.fault("不认识的程度“" + value.text() + "”，可用：error、warning、info。"));
  }

  private static boolean is(YamlValue value) {
    if (value == null || value.text().equals("false")) {
      return false;
    }
    if (value.text().equals("true")) {
      return true;
    }
    throw value.fault("只能写 true 或 false。");
  }
}
