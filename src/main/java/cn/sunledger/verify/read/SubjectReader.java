package cn.sunledger.verify.read;

import cn.sunledger.model.Fund;
import cn.sunledger.model.Labels;
import cn.sunledger.model.NarrativeWord.Sense;
import cn.sunledger.model.Stage;
import cn.sunledger.verify.text.FoldedText;
import cn.sunledger.verify.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a phrase names: 2023年度一般公共预算财政拨款基本支出决算. */
final class SubjectReader {
  private static final Map<String, Fund> FUND_OF_INCOME =
      Map.of(
          "income_gpb", Fund.GENERAL_PUBLIC,
          "income_gov_fund", Fund.GOVERNMENT_MANAGED,
          "income_state_capital", Fund.STATE_CAPITAL,
          "income_fiscal_appropriation", Fund.FISCAL_APPROPRIATION,
          "income_fiscal_special_account", Fund.FISCAL_SPECIAL_ACCOUNT);
  private static final Set<String> SUMS =
      Set.of(
          "income_grand_total",
          "expense_grand_total",
          "income_current_year_total",
          "expense_current_year_total");

  private final int documentYear;

  SubjectReader(int documentYear) {
    this.documentYear = documentYear;
  }

  /** The subject that a phrase names, and the other one that its last word may also mean. */
  record Found(Subject subject, Optional<Subject> other) {}

  Found read(List<Token> phrase, FoldedText folded, Topic topic) {
    Collector found = new Collector();
    phrase.forEach(found::add);
    String text =
        phrase.isEmpty()
            ? ""
            : folded.printed(phrase.get(0).start(), phrase.get(phrase.size() - 1).end());
    Subject concept = found.subject(text, topic, false);
    boolean twofold = found.lastConceptIsLabel() && found.path == null;
    if (!twofold) {
      return new Found(concept, Optional.empty());
    }
    Subject item = found.subject(text, topic, true);
    boolean itemFirst = topic == Topic.GPB_BASIC || topic == Topic.FISCAL_BASIC;
    return itemFirst
        ? new Found(item, Optional.of(concept))
        : new Found(concept, Optional.of(item));
  }

  private final class Collector {
    private final Set<Fund> funds = new HashSet<>();
    private Token concept;
    private Token label;
    private Token path;
    private String code = "";
    private Sense side;
    private boolean bothSides;
    private boolean total;
    private boolean thisYear;
    private Optional<Stage> stage = Optional.empty();
    private int year;
    private boolean stageWord;
    private int labels;
    private final StringBuilder unknown = new StringBuilder();

    void add(Token token) {
      switch (token.kind()) {
        case PATH -> path = token;
        case LABEL -> label(token);
        case CODE -> code = token.text().substring(1, token.text().length() - 1);
        case YEAR -> year = token.year();
        case OTHER -> unknown.append(token.text());
        case WORD -> word(token);
        default -> {
          return;
        }
      }
    }

    private void label(Token token) {
      if (label == null || !label.label().equals(token.label())) {
        labels++;
      }
      label = token;
    }

    private void word(Token token) {
      switch (token.word().orElseThrow().sense()) {
        case FUND -> token.word().get().fund().ifPresent(funds::add);
        case CONCEPT -> concept = token;
        case INCOME, EXPENSE, BOTH_SIDES -> side(token);
        case TOTAL -> total = true;
        case STAGE -> {
          stage = token.word().get().stage();
          stageWord = true;
          if (token.text().startsWith("实际支出") && side == null) {
            side = Sense.EXPENSE;
          }
        }
        case LAST_YEAR -> year = documentYear == 0 ? -1 : documentYear - 1;
        case THIS_YEAR -> thisYear = true;
        case PLAIN -> unknown.append(token.text());
        default -> {
          if (!token.label().isEmpty()) {
            label(token);
          }
        }
      }
    }

    private void side(Token token) {
      bothSides |= concept != null && concept.end() == token.start() && token.is(Sense.EXPENSE);
      side = token.word().orElseThrow().sense();
      if (token.text().contains("总")) {
        total = true;
      }
      if (token.text().contains("预算")) {
        stage = Optional.of(Stage.BUDGET_FULL_YEAR);
        stageWord = true;
      } else if (token.text().contains("决算")) {
        stage = Optional.of(Stage.FINAL);
        stageWord = true;
      }
    }

    boolean lastConceptIsLabel() {
      return concept != null && !concept.label().isEmpty();
    }

    Subject subject(String text, Topic topic, boolean asItem) {
      Token item = asItem ? concept : label;
      Set<String> measures = measures(topic, asItem);
      if ((path != null || item != null) && SUMS.containsAll(measures)) {
        measures = Set.of();
      }
      Set<Fund> named = new HashSet<>(funds);
      if (concept != null && !asItem) {
        String measure = concept.word().flatMap(w -> w.measure()).orElse("");
        if (FUND_OF_INCOME.containsKey(measure)) {
          named.add(FUND_OF_INCOME.get(measure));
        }
      }
      if (named.size() > 1 && named.remove(Fund.FISCAL_APPROPRIATION) && named.isEmpty()) {
        named.add(Fund.FISCAL_APPROPRIATION);
      }
      boolean something = path != null || item != null || !measures.isEmpty() || !named.isEmpty();
      boolean generic =
          path == null
              && item == null
              && concept == null
              && named.isEmpty()
              && unknown.length() == 0
              && code.isEmpty()
              && (stageWord || total || side != null);
      String name =
          path != null || measuresWin(measures, item, asItem)
              ? ""
              : item != null
                  ? item.label()
                  : something || unknown.length() == 0 ? "" : bareName(text);
      boolean covered = unknown.length() == 0 && labels <= 1;
      return new Subject(
          measures,
          named,
          name,
          path == null ? List.of() : path.path(),
          code,
          stage,
          year,
          covered,
          generic,
          text);
    }

    private boolean measuresWin(Set<String> measures, Token item, boolean asItem) {
      return !asItem
          && item != null
          && concept != null
          && concept.start() > item.start()
          && !Set.of("basic_expense", "project_expense").containsAll(measures)
          && !SUMS.containsAll(measures);
    }

    private Set<String> measures(Topic topic, boolean asItem) {
      if (concept != null && !asItem) {
        String measure = concept.word().flatMap(w -> w.measure()).orElse("");
        boolean sum = measure.endsWith("_grand_total") && !concept.text().endsWith("总计");
        if (FUND_OF_INCOME.containsKey(measure) && bothSides) {
          return Set.of("income_grand_total", "expense_grand_total");
        }
        boolean year = thisYear || concept.text().startsWith("本年") || concept.text().contains("当年");
        boolean grand = !year && topic == Topic.FISCAL_TOTAL;
        return FUND_OF_INCOME.containsKey(measure)
            ? grand
                ? Set.of("income_grand_total", "income_current_year_total")
                : Set.of("income_current_year_total")
            : sum ? Set.of(measure, measure.replace("grand", "current_year")) : Set.of(measure);
      }
      if (side == null || path != null || label != null || asItem) {
        return Set.of();
      }
      return sums(topic);
    }

    private Set<String> sums(Topic topic) {
      boolean grand = total && !thisYear;
      return switch (side) {
        case BOTH_SIDES -> Set.of("income_grand_total", "expense_grand_total");
        case INCOME ->
            thisYear
                ? Set.of("income_current_year_total")
                : grand && topic == Topic.TOTAL
                    ? Set.of("income_grand_total")
                    : Set.of("income_grand_total", "income_current_year_total");
        default ->
            thisYear
                ? Set.of("expense_current_year_total")
                : grand && topic == Topic.TOTAL
                    ? Set.of("expense_grand_total")
                    : Set.of("expense_grand_total", "expense_current_year_total");
      };
    }
  }

  /**
   * A name that no table holds, without enumerator, code, year and the words that only lead to it.
   */
  private static String bareName(String text) {
    return Labels.withoutEnumerator(Labels.normal(text))
        .replaceAll("\\(\\d{3,7}\\)", "")
        .replaceFirst("^(?:\\d{4}年度?|其中|[、,])+", "")
        .replaceFirst("(?:年初)?(?:预算|决算)?数?(?:为|是|共|共计|约)?$", "");
  }

  /** 收支总预算: income and expense at once. */
  static boolean isBothSides(Subject subject) {
    return subject.measures().equals(Set.of("income_grand_total", "expense_grand_total"));
  }

  /** Whether a concept is one of the sums of income or expense. */
  static boolean isSum(String measure) {
    return SUMS.contains(measure);
  }
}
