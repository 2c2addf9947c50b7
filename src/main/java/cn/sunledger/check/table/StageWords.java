package cn.sunledger.check.table;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Stage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words for the stages of a budget year, in headers and in formulas. */
public final class StageWords {
  private static final Pattern STAGE =
      Pattern.compile(
          "(?:(?:19|20)[0-9]{2}年?度?|本年|本年度|当年|上年|上年度|年初|全年|调整)?"
              + "(?:预算|决算|执行|预算数|决算数|执行数|完成数|实际数|预算金额|金额|数)?(?:数)?");

  private StageWords() {}

  /**
   * Whether a header label names a stage and nothing else: 预算数, 2023年决算数.
   *
   * @param label as printed
   */
  static boolean stage(String label) {
    return STAGE.matcher(Labels.normal(label)).matches();
  }

  /**
   * The stages that a document's own figures have, the likeliest first.
   *
   * @param document the kind of document
   */
  public static List<Stage> own(DocumentKind document) {
    return document == DocumentKind.DEPARTMENT_FINAL_ACCOUNTS
            || document == DocumentKind.PERFORMANCE_SELF_EVALUATION
        ? List.of(Stage.FINAL)
        : List.of(Stage.BUDGET_INITIAL, Stage.BUDGET_FULL_YEAR);
  }

  /**
   * Whether a column or line is at the stage that a formula names.
   *
   * @param stage the stage of the column or line
   * @param word 预算数, 决算数, 上年, 增减; empty for the document's own
   * @param document the kind of document
   */
  public static boolean matches(Optional<Stage> stage, String word, DocumentKind document) {
    List<Stage> wanted =
        switch (word) {
          case "" -> own(document);
          case "预算数" -> List.of(Stage.BUDGET_INITIAL, Stage.BUDGET_FULL_YEAR);
          case "年初预算数" -> List.of(Stage.BUDGET_INITIAL);
          case "全年预算数" -> List.of(Stage.BUDGET_FULL_YEAR);
          case "决算数" -> List.of(Stage.FINAL);
          case "上年" -> List.of(Stage.PRIOR_FINAL, Stage.PRIOR_BUDGET);
          case "增减" -> List.of(Stage.CHANGE);
          default -> List.of();
        };
    return stage.map(wanted::contains).orElse(word.isEmpty() || wanted.equals(own(document)));
  }
}
