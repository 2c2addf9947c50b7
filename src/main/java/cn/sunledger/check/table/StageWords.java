package cn.sunledger.check.table;

import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for the stages of a budget year, in headers and in formulas. */
public final class StageWords {
  private static final Pattern STAGE =
      Pattern.compile(
          "(?:(?:19|20)[0-9]{2}年?度?|本年|本年度|当年|上年|上年度|年初|全年|调整)?"
              + "(?:预算|决算|执行|预算数|决算数|执行数|完成数|实际数|预算金额|决算金额|金额|数)?");
  private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})年?度?(?:预算|决算)?数?");

  /** 事业收入/金额 beside 事业收入/其中：教育收费: what is printed is an amount, whenever it is of. */
  private static final Set<String> BARE = Set.of("金额", "数");

  private StageWords() {}

  /**
   * A column's header without the labels that name a stage and nothing else (预算数, 2023年决算数), so
   * that interleaved halves look alike.
   *
   * @param column the column
   * @return labels from outside in; the whole path where nothing else is in it
   */
  public static List<String> path(TableColumn column) {
    List<String> rest = rest(column);
    return rest.isEmpty() ? column.path() : rest;
  }

  /**
   * A column's header without the labels that name a stage and nothing else.
   *
   * @param column the column
   * @return labels from outside in; empty where nothing else is in it
   */
  public static List<String> rest(TableColumn column) {
    return column.path().stream().filter(label -> !isStage(label)).toList();
  }

  /** What tells the stage of a column: columns with the same words belong together. */
  static String key(TableColumn column) {
    String words =
        column.path().stream()
            .filter(label -> isStage(label) && !BARE.contains(Labels.normal(label)))
            .collect(Collectors.joining("/"));
    return column.stage().map(Stage::id).orElse("") + words;
  }

  private static boolean isStage(String label) {
    return !label.isEmpty() && STAGE.matcher(Labels.normal(label)).matches();
  }

  /**
   * The stage of a column, as its header tells it.
   *
   * @param column the column
   * @param table its table
   */
  public static Optional<Stage> of(TableColumn column, DisclosureTable table) {
    return column
        .stage()
        .or(
            () ->
                column.path().stream()
                    .map(label -> of(label, table))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  /**
   * The stage of a line, as its label tells it: 2022年 in a table of 2023.
   *
   * @param line the line
   * @param table its table
   */
  public static Optional<Stage> of(TableLine line, DisclosureTable table) {
    return line.stage().or(() -> of(line.label(), table));
  }

  private static Optional<Stage> of(String label, DisclosureTable table) {
    String normal = Labels.normal(label);
    Matcher year = YEAR.matcher(normal);
    boolean budget = table.document() == DocumentKind.DEPARTMENT_BUDGET;
    if (year.matches() && table.year().isPresent()) {
      int printed = Integer.parseInt(year.group(1));
      if (printed == table.year().get() - 1) {
        return Optional.of(budget ? Stage.PRIOR_BUDGET : Stage.PRIOR_FINAL);
      }
    }
    if (!isStage(label)) {
      return Optional.empty();
    }
    if (normal.contains("上年")) {
      return Optional.of(normal.contains("预算") ? Stage.PRIOR_BUDGET : Stage.PRIOR_FINAL);
    }
    if (normal.contains("预算")) {
      return Optional.of(budget ? Stage.BUDGET_INITIAL : Stage.BUDGET_FULL_YEAR);
    }
    return normal.contains("决算") || normal.contains("执行")
        ? Optional.of(Stage.FINAL)
        : Optional.empty();
  }

  private static List<Stage> own(DocumentKind document) {
    return document == DocumentKind.DEPARTMENT_FINAL_ACCOUNTS
            || document == DocumentKind.PERFORMANCE_SELF_EVALUATION
        ? List.of(Stage.FINAL)
        : List.of(Stage.BUDGET_INITIAL, Stage.BUDGET_FULL_YEAR);
  }

  /**
   * Those columns or lines that are at the stage a formula names; where none says so, those that
   * say nothing.
   *
   * @param things columns or lines
   * @param stage what each of them tells
   * @param word 预算数, 决算数, 上年, 增减; empty for the document's own
   * @param document the kind of document
   * @param <T> columns or lines
   */
  public static <T> List<T> at(
      List<T> things, Function<T, Optional<Stage>> stage, String word, DocumentKind document) {
    List<Stage> wanted = wanted(word, document);
    List<T> saying =
        things.stream()
            .filter(thing -> stage.apply(thing).map(wanted::contains).orElse(false))
            .toList();
    return saying.isEmpty()
        ? things.stream().filter(thing -> stage.apply(thing).isEmpty()).toList()
        : saying;
  }

  /**
   * Whether a place is at the stage that a formula names: its line, its column or its amount says
   * so.
   *
   * @param place the place
   * @param word 预算数, 决算数, 上年, 增减; empty for the document's own, which needs no saying
   */
  public static boolean says(Place place, String word) {
    if (word.isEmpty()) {
      return true;
    }
    List<Stage> wanted = wanted(word, place.table().document());
    return Stream.of(
            of(place.line(), place.table()),
            of(place.column(), place.table()),
            place.fact().flatMap(Fact::stage))
        .flatMap(Optional::stream)
        .anyMatch(wanted::contains);
  }

  private static List<Stage> wanted(String word, DocumentKind document) {
    return switch (word) {
      case "" -> own(document);
      case "预算数" -> List.of(Stage.BUDGET_INITIAL, Stage.BUDGET_FULL_YEAR);
      case "年初预算数" -> List.of(Stage.BUDGET_INITIAL);
      case "全年预算数" -> List.of(Stage.BUDGET_FULL_YEAR);
      case "决算数" -> List.of(Stage.FINAL);
      case "上年" -> List.of(Stage.PRIOR_FINAL, Stage.PRIOR_BUDGET);
      case "增减" -> List.of(Stage.CHANGE);
      default -> List.of();
    };
  }
}
