package cn.sunledger.profile;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Severity;
import cn.sunledger.model.rule.Each;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.Quantity;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.RuleExample;
import cn.sunledger.model.rule.RuleScope;
import cn.sunledger.model.rule.RuleTolerance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one rule file: a list of entries, sorted by id. */
final class RuleFile {
  /** What a message may ask for. */
  static final Set<String> PLACEHOLDERS =
      Set.of(
          "table",
          "line",
          "column",
          "left",
          "right",
          "difference",
          "unit",
          "comparison",
          "name",
          "code",
          "value",
          "expected",
          "other",
          "list",
          "count",
          "text",
          "year");

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "since",
          "until",
          "title",
          "scope",
          "formula",
          "class",
          "tolerance",
          "severity",
          "message",
          "why",
          "good",
          "bad",
          "off");
  private static final Set<String> SCOPE_KEYS =
      Set.of("table", "document", "block", "each", "when", "options");
  private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{0,3}-[0-9]{2}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private final Set<String> checks;

  /**
   * A reader of rule files.
   *
   * @param checks names of the Java rules; empty where any name is taken
   */
  RuleFile(Set<String> checks) {
    this.checks = Set.copyOf(checks);
  }

  /**
   * Reads the entries of a file.
   *
   * @param root the file's root node
   * @return the rules by id; empty for an id that the file switches off
   * @throws ProfileException where an entry is faulty
   */
  Map<String, Optional<ReconciliationRule>> read(YamlValue root) {
    Map<String, Optional<ReconciliationRule>> rules = new LinkedHashMap<>();
    String previous = "";
    for (YamlValue entry : root.list()) {
      Map<String, YamlValue> fields = entry.entries(KEYS);
      String id = id(entry.required(fields, "id"));
      if (rules.containsKey(id)) {
        throw entry.fault("编号 " + id + " 用了两次，请改一个（编号不得重用）。");
      }
      if (id.compareTo(previous) < 0) {
        throw entry.fault("编号 " + id + " 应排在 " + previous + " 之前，请按编号排列。");
      }
      previous = id;
      rules.put(id, fields.containsKey("off") ? Optional.empty() : Optional.of(rule(entry, id)));
    }
    return rules;
  }

  private ReconciliationRule rule(YamlValue entry, String id) {
    Map<String, YamlValue> fields = entry.entries(KEYS);
    List<Formula> formulas =
        fields.containsKey("formula")
            ? fields.get("formula").list().stream().map(FormulaParser::parse).toList()
            : List.of();
    String check = fields.containsKey("class") ? check(fields.get("class")) : "";
    if (formulas.isEmpty() == check.isEmpty()) {
      throw entry.fault(id + " 要么写 formula，要么写 class，二者取一。");
    }
    RuleScope scope = scope(entry.required(fields, "scope"), formulas);
    return new ReconciliationRule(
        id,
        year(fields.get("since")),
        year(fields.get("until")),
        entry.required(fields, "title").text(),
        scope,
        formulas,
        check,
        tolerance(fields.get("tolerance")),
        severity(entry.required(fields, "severity")),
        fields.containsKey("message") ? message(fields.get("message")) : "",
        entry.required(fields, "why").text(),
        examples(entry.required(fields, "good"), scope),
        examples(entry.required(fields, "bad"), scope),
        entry.file());
  }

  private static String id(YamlValue value) {
    if (!ID.matcher(value.text()).matches()) {
      throw value.fault("编号“" + value.text() + "”不合写法，应如 T-01、P3-02。");
    }
    return value.text();
  }

  private String check(YamlValue value) {
    if (!checks.isEmpty() && !checks.contains(value.text())) {
      throw value.fault(
          "没有名为“"
              + value.text()
              + "”的程序规则，可用的有："
              + String.join("、", checks.stream().sorted().toList())
              + "。");
    }
    return value.text();
  }

  private static Optional<Integer> year(YamlValue value) {
    if (value == null) {
      return Optional.empty();
    }
    if (!value.text().matches("20[0-9]{2}")) {
      throw value.fault("“" + value.text() + "”不是年份，应如 2024。");
    }
    return Optional.of(Integer.valueOf(value.text()));
  }

  private static RuleScope scope(YamlValue value, List<Formula> formulas) {
    Map<String, YamlValue> fields = value.entries(SCOPE_KEYS);
    List<String> tables = fields.containsKey("table") ? fields.get("table").texts() : List.of();
    List<DocumentKind> documents = new ArrayList<>();
    if (fields.containsKey("document")) {
      fields.get("document").list().forEach(kind -> documents.add(kind(kind)));
    }
    Map<String, String> options = new LinkedHashMap<>();
    if (fields.containsKey("options")) {
      fields.get("options").entries().forEach((key, option) -> options.put(key, option.text()));
    }
    return new RuleScope(
        tables,
        documents,
        fields.containsKey("block") ? fields.get("block").text() : "",
        fields.containsKey("each") ? each(fields.get("each")) : usual(formulas),
        fields.containsKey("when")
            ? fields.get("when").list().stream().map(FormulaParser::parse).toList()
            : List.of(),
        options);
  }

  private static DocumentKind kind(YamlValue value) {
    return Stream.of(DocumentKind.values())
        .filter(kind -> kind.id().equals(value.text()))
        .findFirst()
        .orElseThrow(
            () ->
                value.fault(
                    "文件种类“"
                        + value.text()
                        + "”不认识，可用的有："
                        + String.join(
                            "、", Stream.of(DocumentKind.values()).map(DocumentKind::id).toList())
                        + "。"));
  }

  private static Each each(YamlValue value) {
    return Each.of(value.text())
        .orElseThrow(
            () ->
                value.fault(
                    "each“"
                        + value.text()
                        + "”不认识，可用的有："
                        + String.join("、", Stream.of(Each.values()).map(Each::label).toList())
                        + "。"));
  }

  /** A formula that names its tables is evaluated once, one without over rows or columns. */
  private static Each usual(List<Formula> formulas) {
    boolean namesTables =
        formulas.stream()
            .flatMap(formula -> Stream.concat(formula.left().stream(), formula.right().stream()))
            .anyMatch(
                term ->
                    term.quantity() instanceof Quantity.Reference reference
                        && !reference.table().isEmpty());
    return namesTables ? Each.ONCE : Each.EITHER;
  }

  private static RuleTolerance tolerance(YamlValue value) {
    if (value == null) {
      return RuleTolerance.ROUNDING;
    }
    return Stream.of(RuleTolerance.values())
        .filter(tolerance -> tolerance.id().equals(value.text()))
        .findFirst()
        .orElseThrow(() -> value.fault("tolerance 只能是 rounding 或 exact。"));
  }

  private static Severity severity(YamlValue value) {
    return Stream.of(Severity.values())
        .filter(severity -> severity.id().equals(value.text()))
        .findFirst()
        .orElseThrow(() -> value.fault("severity 只能是 error、warning 或 info。"));
  }

  private static String message(YamlValue value) {
    Matcher match = PLACEHOLDER.matcher(value.text());
    while (match.find()) {
      if (!PLACEHOLDERS.contains(match.group(1))) {
        throw value.fault(
            "占位“${"
                + match.group(1)
                + "}”不认识，可用的有："
                + String.join("、", PLACEHOLDERS.stream().sorted().toList())
                + "。");
      }
    }
    return value.text();
  }

  /** A text with tables, a mapping of labels to numbers, or a list of either. */
  private static List<RuleExample> examples(YamlValue value, RuleScope scope) {
    if (value.isMapping()) {
      return List.of(mapping(value, scope));
    }
    List<RuleExample> examples = new ArrayList<>();
    for (YamlValue element : value.list()) {
      examples.add(
          element.isMapping() ? mapping(element, scope) : new RuleExample(element.text().strip()));
    }
    if (examples.isEmpty()) {
      throw value.fault("至少要有一个示例。");
    }
    return examples;
  }

  private static RuleExample mapping(YamlValue value, RuleScope scope) {
    Map<String, YamlValue> cells = value.entries();
    String table = scope.tables().isEmpty() ? "" : scope.tables().get(0);
    StringBuilder text = new StringBuilder(table);
    if (scope.each() == Each.ROW) {
      text.append("\n项目 | ").append(String.join(" | ", cells.keySet()));
      text.append("\n合计");
      cells.values().forEach(cell -> text.append(" | ").append(cell.text()));
    } else {
      String side = scope.block().isEmpty() ? "" : scope.block() + ":";
      text.append('\n').append(side).append("项目 | 金额");
      cells.forEach(
          (label, cell) -> text.append('\n').append(label).append(" | ").append(cell.text()));
    }
    return new RuleExample(text.toString());
  }
}
