package cn.sunledger.profile;

import cn.sunledger.model.Labels;
import cn.sunledger.model.rule.CodeBook;
import cn.sunledger.model.rule.HeadingCode;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.RenamedHeading;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.model.rule.RuleTerm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Loads the rule book of a profile: what its parents say, and over it what it says itself. An entry
 * with the id of a parent's entry replaces it, one with {@code off} removes it.
 */
public final class RuleLoader {
  private static final String RENAMED = "renamed.csv";

  private final TemplateFolder templates;
  private final Set<String> checks;

  /**
   * A loader that takes any name of a Java rule.
   *
   * @param templates the profiles' files
   */
  public RuleLoader(TemplateFolder templates) {
    this(templates, Set.of());
  }

  /**
   * A loader that knows the Java rules.
   *
   * @param templates the profiles' files
   * @param checks the names that {@code class:} may give
   */
  public RuleLoader(TemplateFolder templates, Set<String> checks) {
    this.templates = templates;
    this.checks = Set.copyOf(checks);
  }

  /**
   * Loads the rule book.
   *
   * @param profileChain the profiles, from the outermost parent ({@code national}) to the profile
   * @return the rules in force, sorted by id, with the terms and the headings
   * @throws ProfileException where a file is faulty: it names file, line and remedy
   */
  public RuleBook load(List<String> profileChain) {
    Map<String, ReconciliationRule> rules = new TreeMap<>();
    Map<String, RuleTerm> terms = new LinkedHashMap<>();
    Map<String, HeadingCode> headings = new LinkedHashMap<>();
    List<RenamedHeading> renamed = new ArrayList<>();
    for (String profile : profileChain) {
      rules(profile, rules);
      terms(profile + "/terms.yaml", terms);
      headings(profile + "/codes", headings, renamed);
    }
    return new RuleBook(
        List.copyOf(rules.values()),
        terms,
        List.copyOf(headings.values()),
        renamed,
        new LayoutLoader(templates).layouts(profileChain));
  }

  /**
   * Loads the lists of 科目 alone.
   *
   * @param profileChain the profiles, from the outermost parent to the profile
   * @throws ProfileException where a file is faulty
   */
  public CodeBook codes(List<String> profileChain) {
    Map<String, HeadingCode> headings = new LinkedHashMap<>();
    List<RenamedHeading> renamed = new ArrayList<>();
    for (String profile : profileChain) {
      headings(profile + "/codes", headings, renamed);
    }
    return new CodeBook(List.copyOf(headings.values()), renamed);
  }

  private void rules(String profile, Map<String, ReconciliationRule> rules) {
    Map<String, String> files = new LinkedHashMap<>();
    String folder = profile + "/rules";
    for (String name : templates.names(folder)) {
      if (!name.endsWith(".yaml")) {
        continue;
      }
      YamlValue root = YamlValue.parse(folder + "/" + name, text(folder + "/" + name));
      for (Map.Entry<String, Optional<ReconciliationRule>> entry :
          new RuleFile(checks).read(root).entrySet()) {
        String other = files.put(entry.getKey(), name);
        if (other != null) {
          throw root.fault("编号 " + entry.getKey() + " 在 " + other + " 中已用，请改一个（编号不得重用）。");
        }
        if (entry.getValue().isPresent()) {
          rules.put(entry.getKey(), entry.getValue().get());
        } else if (rules.remove(entry.getKey()) == null) {
          throw root.fault("要停用的规则 " + entry.getKey() + " 不存在，请核对编号。");
        }
      }
    }
  }

  private void terms(String file, Map<String, RuleTerm> terms) {
    Optional<String> text = templates.text(file);
    if (text.isEmpty()) {
      return;
    }
    for (Map.Entry<String, YamlValue> entry :
        YamlValue.parse(file, text.get()).entries().entrySet()) {
      Map<String, YamlValue> fields = entry.getValue().entries(Set.of("measure", "labels"));
      String name = Labels.normal(entry.getKey());
      terms.put(
          name,
          new RuleTerm(
              name,
              fields.containsKey("measure") ? fields.get("measure").texts() : List.of(),
              fields.containsKey("labels")
                  ? fields.get("labels").texts().stream().map(Labels::normal).toList()
                  : List.of(name)));
    }
  }

  private void headings(
      String folder, Map<String, HeadingCode> headings, List<RenamedHeading> renamed) {
    for (String name : templates.names(folder)) {
      String file = folder + "/" + name;
      if (name.equals(RENAMED)) {
        renamed.addAll(HeadingFile.renamed(file, text(file)));
      } else if (name.endsWith(".csv")) {
        for (HeadingCode heading : HeadingFile.headings(file, text(file))) {
          headings.put(
              heading.scheme() + "/" + heading.code() + "/" + heading.validFrom().orElse(0),
              heading);
        }
      }
    }
  }

  private String text(String file) {
    return templates.text(file).orElseThrow(() -> new ProfileException(file, 0, "读不出来，请检查文件是否存在。"));
  }
}
