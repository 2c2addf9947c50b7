package cn.sunledger.check.rules;

import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Indicator.TextCell;
import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 绩效目标的文字: goals that copy the tasks, that tell of the past, or that are last year's. */
final class GoalRules {
  private static final Pattern TASKS = Pattern.compile(".{0,8}(?:实施内容|主要内容|工作内容|任务内容)(?:[(（].*)?");
  private static final Pattern GOALS = Pattern.compile(".{0,8}(?:目标|效果|预期成效|预期成果)(?:[(（].*)?");
  private static final Pattern PAST =
      Pattern.compile(
          "(?:圆满|切实|有效|成功|全面|如期|顺利)(?:完成|扭转|解决|实现|达到|提升|改善|遏制)了"
              + "|已(?:经)?(?:全部|全面|如期|基本)?(?:完成|建成|实现|达标|达到|落实)"
              + "|(?:完成|扭转|取得|实现|解决|改善)了");

  /** What a goal may well say of the past: what it builds upon. */
  private static final Pattern BACKGROUND = Pattern.compile("基础上|巩固|以来|上年|去年|近年|前期|背景|确保|力争");

  private static final int SENTENCE = 10;
  private static final int LONG = 18;
  private static final int SEVERAL = 3;

  private GoalRules() {}

  static Map<String, Check> byName() {
    return Map.of(
        "task_is_goal", GoalRules::copied,
        "goal_in_past_tense", GoalRules::past,
        "goal_of_last_year", GoalRules::stale);
  }

  /** 实施内容 and 目标 of one task in the same words. */
  private static void copied(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      List<TextCell> texts = view.table().texts();
      for (TextCell task : texts) {
        if (task.text().length() < SENTENCE || !headed(texts, task, TASKS)) {
          continue;
        }
        Optional<TextCell> same =
            texts.stream()
                .filter(goal -> sameRow(task, goal) && headed(texts, goal, GOALS))
                .filter(goal -> bare(goal.text()).equals(bare(task.text())))
                .findFirst();
        if (same.isPresent()) {
          outcome.found(
              view.table(),
              List.of(same.get().cell(), task.cell()),
              Map.of("text", shortened(task.text())));
        } else {
          outcome.passed();
        }
      }
    }
  }

  private static boolean sameRow(TextCell one, TextCell other) {
    return one.cell().row() == other.cell().row()
        && one.cell().sheet().equals(other.cell().sheet())
        && one.cell().column() != other.cell().column();
  }

  /** Whether the last short text above a cell, which is its header, is of a kind. */
  private static boolean headed(List<TextCell> texts, TextCell cell, Pattern kind) {
    String header = "";
    for (TextCell above : texts) {
      boolean higher =
          above.cell().sheet().equals(cell.cell().sheet())
              && above.cell().column() == cell.cell().column()
              && above.cell().row() < cell.cell().row();
      boolean label =
          TASKS.matcher(above.text()).matches() || GOALS.matcher(above.text()).matches();
      header = higher && label ? above.text() : header;
    }
    return kind.matcher(header).matches();
  }

  private static String bare(String text) {
    return Labels.normal(text).replaceAll("[，。；、,;.:：]", "");
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "……" : text;
  }

  /** A target form that reports what has been done. */
  private static void past(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      List<TextCell> odd = new ArrayList<>();
      for (TextCell text : view.table().texts()) {
        boolean goal =
            text.text().length() >= SENTENCE
                && !GOALS.matcher(text.text()).matches()
                && (headed(view.table().texts(), text, GOALS) || beside(view.table(), text));
        if (goal && tellsThePast(text.text())) {
          odd.add(text);
        } else if (goal) {
          outcome.passed();
        }
      }
      if (!odd.isEmpty()) {
        outcome.found(
            view.table(),
            odd.stream().map(TextCell::cell).toList(),
            Map.of(
                "count",
                String.valueOf(odd.size()),
                "text",
                shortened(sentence(odd.get(0).text()))));
      }
    }
  }

  /** Whether the text to the left, or an indicator's target, says that a text is a goal. */
  private static boolean beside(DisclosureTable table, TextCell text) {
    boolean target =
        table.indicators().stream().anyMatch(i -> i.target().cell().equals(text.cell()));
    return target
        || table.texts().stream()
            .filter(left -> sameRow(left, text) && left.cell().column() < text.cell().column())
            .anyMatch(left -> GOALS.matcher(left.text()).matches());
  }

  private static boolean tellsThePast(String text) {
    return !sentence(text).isEmpty();
  }

  /** The first sentence that tells the past and no background. */
  private static String sentence(String text) {
    for (String sentence : text.split("[。；;]")) {
      Matcher past = PAST.matcher(sentence);
      if (past.find() && !BACKGROUND.matcher(sentence).find()) {
        return sentence;
      }
    }
    return "";
  }

  /** Long texts that last year's form of the same unit has word for word, figures apart. */
  private static void stale(CheckContext context, Outcome outcome) {
    Disclosure own = context.disclosure();
    List<DisclosureView> previous =
        context.others().stream()
            .filter(other -> other.disclosure().unitName().equals(own.unitName()))
            .filter(other -> own.year().isPresent())
            .filter(other -> other.disclosure().year().equals(own.year().map(year -> year - 1)))
            .toList();
    for (TableView view : context.tables()) {
      Set<String> before =
          previous.stream()
              .flatMap(other -> other.tables().stream())
              .filter(other -> other.table().id().equals(view.table().id()))
              .flatMap(other -> other.table().texts().stream())
              .map(text -> withoutFigures(text.text()))
              .collect(Collectors.toCollection(HashSet::new));
      List<TextCell> texts =
          view.table().texts().stream().filter(text -> text.text().length() >= LONG).toList();
      List<CellRef> same =
          texts.stream()
              .filter(text -> before.contains(withoutFigures(text.text())))
              .map(TextCell::cell)
              .toList();
      if (same.size() >= SEVERAL && same.size() * 2 > texts.size()) {
        outcome.found(
            view.table(),
            same,
            Map.of(
                "count", String.valueOf(same.size()),
                "text", shortened(first(texts, same.get(0)).text())));
      } else if (!before.isEmpty()) {
        outcome.passed();
      }
    }
  }

  private static TextCell first(List<TextCell> texts, CellRef cell) {
    return texts.stream().filter(text -> text.cell().equals(cell)).findFirst().orElseThrow();
  }

  private static String withoutFigures(String text) {
    return Labels.normal(text).replaceAll("[0-9.,]+", "#");
  }
}
