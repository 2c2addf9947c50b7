package cn.sunledger.profile;

import cn.sunledger.model.TextRule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads 情况说明的核对规则 from the folders of a chain of profiles; later ones replace earlier ones. */
public final class TextRuleLoader {
  private static final Set<String> KEYS = Set.of("id", "severity", "title", "why");

  private final TemplateFolder templates;

  /**
   * Over a template folder.
   *
   * @param templates packed and overriding files
   */
  public TextRuleLoader(TemplateFolder templates) {
    this.templates = templates;
  }

  /**
   * The rules of the profiles, by id.
   *
   * @param profiles names, the most general first
   * @throws ProfileException where a file is faulty
   */
  public List<TextRule> rules(List<String> profiles) {
    Map<String, TextRule> rules = new TreeMap<>(Comparator.naturalOrder());
    for (String profile : profiles) {
      String file = profile + "/narrative-rules.yaml";
      Optional<String> text = templates.text(file);
      if (text.isPresent()) {
        for (YamlValue entry : YamlValue.parse(file, text.get()).list()) {
          TextRule rule = rule(entry);
          rules.put(rule.id(), rule);
        }
      }
    }
    return List.copyOf(rules.values());
  }

  private static TextRule rule(YamlValue entry) {
    Map<String, YamlValue> fields = entry.entries(KEYS);
    return new TextRule(
        entry.required(fields, "id").text(),
        TextFlawLoader.severity(entry.required(fields, "severity")),
        entry.required(fields, "title").text(),
        entry.required(fields, "why").text());
  }
}
