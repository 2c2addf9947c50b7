package cn.sunledger.layout;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.TableLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Decides which table of the disclosure sets a sheet shows: by its title first, by its header and
 * lines besides.
 */
final class LayoutMatcher {
  private static final int TITLE_EXACT = 1000;
  private static final int TITLE_FORM = 800;
  private static final int TITLE_PART = 400;
  private static final int WORD = 20;
  private static final char UNWANTED = '!';
  private static final int SIGNATURE = 300;

  /** More than header and lines can add to a score, and than they can make without a title. */
  private static final int TIPPING = 500;

  private static final int MOST_TITLES = 2_000;

  /** Names of sheets that programs give: Sheet1, Table 2. */
  private static final Pattern SILENT =
      Pattern.compile("(?i)(?:sheet|table|page|工作表|表格|表|页)?[(]?[0-9一二三四五六七八九十_-]*[)]?");

  private final List<TableLayout> layouts;
  private final Map<TableLayout, Set<String>> forms = new IdentityHashMap<>();

  /** Scores of titles met before, by whichever thread. */
  private final Memo<String, Map<TableLayout, Integer>> titles = new Memo<>(MOST_TITLES);

  /** The layouts that titles met before are certain of. */
  private final Memo<Titled, Optional<TableLayout>> certain = new Memo<>(MOST_TITLES);

  private record Titled(String title, Optional<DocumentKind> kind) {}

  LayoutMatcher(List<TableLayout> layouts) {
    this.layouts = layouts;
    for (TableLayout layout : layouts) {
      Set<String> own = new HashSet<>();
      layout.aliases().forEach(alias -> own.add(TitleForm.of(alias)));
      forms.put(layout, own);
    }
  }

  /** What a table shows of itself. */
  static final class Look {
    private final Word title;
    private final List<String> labels;
    private final Words known;
    private Set<String> words;

    /**
     * A table's look.
     *
     * @param title the title as printed
     * @param labels the labels of header and lines
     * @param known the texts of its workbook
     */
    Look(Word title, List<String> labels, Words known) {
      this.title = title;
      this.labels = labels;
      this.known = known;
    }

    /** The printed title in normal form. */
    String title() {
      return title.titleForm();
    }

    /** The title as two wordings of it are equal. */
    String form() {
      return TitleForm.of(title.printed());
    }

    /** Header labels and line labels, in normal form, with and without enumerators. */
    Set<String> words() {
      if (words == null) {
        words = new HashSet<>();
        for (String label : labels) {
          Word word = known.of(label);
          words.add(word.normal());
          words.add(word.bare());
        }
        words.remove("");
      }
      return words;
    }
  }

  /** The nearest layout and what it lacks. */
  record Near(TableLayout layout, List<String> missing) {}

  /**
   * The layout whose title the table carries, or whose header and lines it has where the title
   * tells nothing.
   */
  Optional<TableLayout> match(Look look, Optional<DocumentKind> kind) {
    Titled titled = new Titled(look.title(), kind);
    Optional<TableLayout> known = certain.get(titled);
    if (known == null) {
      known = certain.keep(titled, certain(look, kind));
    }
    return known.or(() -> best(kind, layout -> score(layout, look)));
  }

  /** The layout whose title is so much nearer than all others' that no words can tip it. */
  private Optional<TableLayout> certain(Look look, Optional<DocumentKind> kind) {
    Map<TableLayout, Integer> known = titles(look);
    TableLayout best = null;
    int first = 0;
    int second = 0;
    for (TableLayout layout : layouts) {
      int score = known.get(layout);
      if (score > second && fits(layout, kind) && isAllowed(layout, look)) {
        second = Math.min(score, first);
        best = score > first ? layout : best;
        first = Math.max(score, first);
      }
    }
    return first > second + TIPPING ? Optional.ofNullable(best) : Optional.empty();
  }

  private static boolean isAllowed(TableLayout layout, Look look) {
    return layout.not().stream().noneMatch(look.title()::contains);
  }

  /** The layout of which the title has all keywords, in a wording that no alias has. */
  Optional<TableLayout> byKeywords(Look look, Optional<DocumentKind> kind) {
    return best(kind, layout -> keywordScore(layout, look.title()));
  }

  private Optional<TableLayout> best(
      Optional<DocumentKind> kind, ToIntFunction<TableLayout> scores) {
    TableLayout best = null;
    int bestScore = 0;
    for (TableLayout layout : layouts) {
      if (!fits(layout, kind)) {
        continue;
      }
      int score = scores.applyAsInt(layout);
      if (score > bestScore) {
        bestScore = score;
        best = layout;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean fits(TableLayout layout, Optional<DocumentKind> kind) {
    if (kind.isEmpty() || layout.document() == kind.get()) {
      return true;
    }
    return layout.document().isPerformance();
  }

  private int score(TableLayout layout, Look look) {
    if (!isAllowed(layout, look)) {
      return 0;
    }
    int hits = 0;
    for (String word : layout.header()) {
      hits += look.words().contains(word) ? 1 : 0;
    }
    for (String word : layout.lines()) {
      hits += look.words().contains(word) ? 1 : 0;
    }
    int asked = layout.header().size() + layout.lines().size();
    int title = titles(look).get(layout);
    if (title > 0) {
      return title + hits * WORD;
    }
    // without a title that helps, all that tells the table apart must stand there
    boolean silent = look.title().length() <= 3 || SILENT.matcher(look.title()).matches();
    return silent && asked >= 3 && hits == asked ? SIGNATURE + hits * WORD : 0;
  }

  /** What the title alone says for each layout; the same titles come again and again. */
  private Map<TableLayout, Integer> titles(Look look) {
    Map<TableLayout, Integer> known = titles.get(look.title());
    if (known == null) {
      known = new IdentityHashMap<>();
      String form = look.form();
      for (TableLayout layout : layouts) {
        int byForm = formScore(layout, form, look.title());
        known.put(layout, Math.max(titleScore(layout, look.title()), byForm));
      }
      titles.keep(look.title(), known);
    }
    return known;
  }

  /** Tables of final accounts say 决算; a title that does not say it is rather a budget's. */
  private int formScore(TableLayout layout, String own, String title) {
    int known = 0;
    for (String form : forms.get(layout)) {
      if (form.equals(own) || TitleForm.isNamedAfter(own, form)) {
        known = Math.max(known, form.length());
      }
    }
    if (known < 2) {
      return 0;
    }
    boolean silent =
        layout.document() == DocumentKind.DEPARTMENT_FINAL_ACCOUNTS && !title.contains("决算");
    return TITLE_FORM + known - (silent ? TITLE_PART / 2 : 0);
  }

  /** A wording nobody listed still names its table by the words that only this table has. */
  private static int keywordScore(TableLayout layout, String title) {
    boolean named = title.contains("表") || title.endsWith("情况") || title.endsWith(")");
    if (layout.keywords().isEmpty() || !named || layout.not().stream().anyMatch(title::contains)) {
      return 0;
    }
    int score = 0;
    for (String word : layout.keywords()) {
      boolean unwanted = word.charAt(0) == UNWANTED;
      if (title.contains(unwanted ? word.substring(1) : word) == unwanted) {
        return 0;
      }
      score += unwanted ? 0 : word.length();
    }
    return score;
  }

  private static int titleScore(TableLayout layout, String title) {
    int best = 0;
    for (String alias : layout.aliases()) {
      if (title.equals(alias)) {
        return TITLE_EXACT + alias.length();
      }
      int at = title.lastIndexOf(alias);
      if (at < 0) {
        continue;
      }
      boolean atEnd =
          at + alias.length() == title.length()
              || title.charAt(at + alias.length()) == '('
              || title.charAt(at + alias.length()) == '-';
      boolean after = at == 0 || !isQualified(title.substring(0, at));
      if (after && atEnd) {
        best = Math.max(best, TITLE_PART + 4 * alias.length());
      }
    }
    return best;
  }

  /** Whether the words before an alias make it another table: 财政拨款 before 支出决算表. */
  private static boolean isQualified(String before) {
    for (String word :
        new String[] {
          "财政拨款", "一般公共预算", "政府性基金", "国有资本经营", "公共预算", "基本", "项目", "专户", "专项", "单位资金", "拨款", "采购",
          "功能", "经济", "上年", "分类"
        }) {
      if (before.endsWith(word)
          || before.endsWith(word + "预算")
          || before.endsWith(word + "预算财政拨款")) {
        return true;
      }
    }
    return false;
  }

  /** The layout that a table without a match comes nearest to. */
  Optional<Near> nearest(Look look) {
    Near best = null;
    int bestHits = 0;
    for (TableLayout layout : layouts) {
      List<String> missing = new ArrayList<>();
      int hits = 0;
      List<String> asked = new ArrayList<>(layout.header());
      asked.addAll(layout.lines());
      for (String word : asked) {
        if (look.words().contains(word)) {
          hits++;
        } else {
          missing.add(word);
        }
      }
      if (hits > bestHits && hits * 2 >= asked.size()) {
        bestHits = hits;
        best = new Near(layout, missing);
      }
    }
    return Optional.ofNullable(best);
  }
}
