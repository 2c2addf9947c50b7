package cn.sunledger.profile;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fund;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableId;
import cn.sunledger.model.TableLayout;
import cn.sunledger.model.Term;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads 表样 and vocabulary from the folders of a chain of profiles, the outermost first; a later one
 * adds or replaces.
 */
public final class LayoutLoader {
  private static final Set<String> LAYOUT_KEYS =
      Set.of(
          "table",
          "id",
          "document",
          "aliases",
          "keywords",
          "header",
          "lines",
          "not",
          "fund",
          "stage",
          "measure");
  private static final Set<String> TERM_KEYS =
      Set.of("labels", "where", "block", "fund", "stage", "measure", "unit");

  private final TemplateFolder templates;

  /**
   * Over a template folder.
   *
   * @param templates packed and overriding files
   */
  public LayoutLoader(TemplateFolder templates) {
    this.templates = templates;
  }

  /**
   * All layouts of the profiles, and behind them the tables that only another place publishes: by
   * its title such a table is known wherever it turns up.
   *
   * @param profiles names, the most general first
   * @return layouts; one with the same id in a later profile extends the earlier one's aliases and
   *     replaces the rest
   * @throws ProfileException where a file is faulty
   */
  public List<TableLayout> layouts(List<String> profiles) {
    Map<String, TableLayout> layouts = new LinkedHashMap<>();
    for (String profile : profiles) {
      layouts.putAll(own(profile, layouts, root -> true));
    }
    for (String other : templates.names("")) {
      if (!profiles.contains(other)) {
        own(other, layouts, LayoutLoader::isWhole).forEach(layouts::putIfAbsent);
      }
    }
    return List.copyOf(layouts.values());
  }

  /** The layouts that a profile states itself, by id. */
  private Map<String, TableLayout> own(
      String profile, Map<String, TableLayout> inherited, Predicate<YamlValue> wanted) {
    Map<String, TableLayout> own = new LinkedHashMap<>();
    for (String name : templates.names(profile + "/layouts")) {
      if (!name.endsWith(".yaml")) {
        continue;
      }
      String file = profile + "/layouts/" + name;
      YamlValue root = YamlValue.parse(file, templates.text(file).orElse(""));
      if (!wanted.test(root)) {
        continue;
      }
      TableLayout layout = layout(profile, root, inherited);
      if (own.put(layout.id().id(), layout) != null) {
        throw root.fault("编号“" + layout.id().id() + "”在同一目录的另一份表样里已经用过，请换一个。");
      }
    }
    return own;
  }

  /** Whether a layout stands by itself rather than stating differences. */
  private static boolean isWhole(YamlValue root) {
    return root.entries(LAYOUT_KEYS).containsKey("table");
  }

  private static TableLayout layout(
      String profile, YamlValue root, Map<String, TableLayout> inherited) {
    Map<String, YamlValue> entries = root.entries(LAYOUT_KEYS);
    String id = root.required(entries, "id").text();
    Optional<TableLayout> base = Optional.ofNullable(inherited.get(id));
    String title =
        entries.containsKey("table")
            ? entries.get("table").text().strip()
            : base.map(b -> b.id().title()).orElse("");
    if (title.isEmpty()) {
      throw root.fault("缺少“table”（标准表名），请补上。");
    }
    List<String> aliases = new ArrayList<>();
    aliases.add(Labels.normal(title));
    base.ifPresent(b -> aliases.addAll(b.aliases()));
    aliases.addAll(normals(entries.get("aliases")));
    Optional<DocumentKind> document =
        Optional.ofNullable(entries.get("document"))
            .map(LayoutLoader::document)
            .or(() -> base.map(TableLayout::document));
    return new TableLayout(
        profile,
        root.file() + ":" + root.line(),
        new TableId(id, title),
        document.orElseThrow(() -> root.fault("缺少“document”（budget、final_accounts 等），请补上。")),
        aliases.stream().distinct().toList(),
        listOr(entries.get("keywords"), base.map(TableLayout::keywords)),
        listOr(entries.get("header"), base.map(TableLayout::header)),
        listOr(entries.get("lines"), base.map(TableLayout::lines)),
        listOr(entries.get("not"), base.map(TableLayout::not)),
        Optional.ofNullable(entries.get("fund"))
            .map(LayoutLoader::fund)
            .orElse(base.map(TableLayout::fund).orElse(Fund.ALL)),
        Optional.ofNullable(entries.get("stage"))
            .map(LayoutLoader::stage)
            .or(() -> base.flatMap(TableLayout::stage)),
        Optional.ofNullable(entries.get("measure"))
            .map(YamlValue::text)
            .orElse(base.map(TableLayout::measure).orElse("")));
  }

  private static List<String> listOr(YamlValue value, Optional<List<String>> inherited) {
    return value == null ? inherited.orElse(List.of()) : normals(value);
  }

  private static List<String> normals(YamlValue value) {
    return value == null ? List.of() : value.list().stream().map(LayoutLoader::normal).toList();
  }

  /** A text as it is compared; a blank one would stand everywhere. */
  private static String normal(YamlValue value) {
    String normal = Labels.normal(value.text());
    if (normal.isEmpty() || normal.equals("!")) {
      throw value.fault("这一项是空的，请写上文字或删去这一项。");
    }
    return normal;
  }

  /**
   * The vocabulary of the profiles; terms of later profiles are looked at first.
   *
   * @param profiles names, the most general first
   * @throws ProfileException where a file is faulty
   */
  public List<Term> vocabulary(List<String> profiles) {
    List<Term> terms = new ArrayList<>();
    for (int i = profiles.size() - 1; i >= 0; i--) {
      String file = profiles.get(i) + "/vocabulary.yaml";
      Optional<String> text = templates.text(file);
      if (text.isEmpty()) {
        continue;
      }
      for (YamlValue entry : YamlValue.parse(file, text.get()).list()) {
        terms.add(term(entry));
      }
    }
    return terms;
  }

  private static Term term(YamlValue entry) {
    Map<String, YamlValue> entries = entry.entries(TERM_KEYS);
    return new Term(
        normals(entry.required(entries, "labels")),
        Optional.ofNullable(entries.get("where")).map(YamlValue::text).orElse(""),
        Optional.ofNullable(entries.get("block")).map(YamlValue::text).orElse(""),
        Optional.ofNullable(entries.get("fund")).map(LayoutLoader::fund),
        Optional.ofNullable(entries.get("stage")).map(LayoutLoader::stage),
        Optional.ofNullable(entries.get("measure")).map(YamlValue::text),
        Optional.ofNullable(entries.get("unit")).map(LayoutLoader::unit));
  }

  private static DocumentKind document(YamlValue value) {
    for (DocumentKind kind : DocumentKind.values()) {
      if (kind.id().equals(value.text())) {
        return kind;
      }
    }
    throw value.fault(
        "不认识的文件种类“"
            + value.text()
            + "”，可用：budget、final_accounts、performance_target、performance_self_evaluation。");
  }

  static Fund fund(YamlValue value) {
    for (Fund fund : Fund.values()) {
      if (fund.id().equals(value.text())) {
        return fund;
      }
    }
    throw value.fault(
        "不认识的资金性质“"
            + value.text()
            + "”，可用："
            + String.join("、", List.of(Fund.values()).stream().map(Fund::id).toList())
            + "。");
  }

  static Stage stage(YamlValue value) {
    for (Stage stage : Stage.values()) {
      if (stage.id().equals(value.text())) {
        return stage;
      }
    }
    throw value.fault(
        "不认识的阶段“"
            + value.text()
            + "”，可用："
            + String.join("、", List.of(Stage.values()).stream().map(Stage::id).toList())
            + "。");
  }

  private static Unit unit(YamlValue value) {
    String text = value.text();
    if (text.equals("%")) {
      return Unit.PERCENT;
    }
    if (text.isEmpty()) {
      return Unit.NONE;
    }
    return Unit.ofMoney(text)
        .orElseThrow(() -> value.fault("不认识的单位“" + text + "”，可用：元、千元、万元、亿元、%。"));
  }
}
