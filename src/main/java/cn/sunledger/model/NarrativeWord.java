package cn.sunledger.model;

import java.util.List;
import java.util.Optional;

/**
 * 情况说明用语: words of the running text of a narrative and what they do in a sentence.
 *
 * @param words the wordings, in normal form
 * @param sense what they do
 * @param fund the fund they name
 * @param stage the stage they name
 * @param measure the concept they name, for {@link Sense#CONCEPT}
 */
public record NarrativeWord(
    List<String> words,
    Sense sense,
    Optional<Fund> fund,
    Optional<Stage> stage,
    Optional<String> measure) {
  /** Copies the list. */
  public NarrativeWord {
    words = List.copyOf(words);
  }

  /** What a word does in a sentence. */
  public enum Sense {
    /** 增加, 增长. */
    UP("up"),
    /** 减少, 下降. */
    DOWN("down"),
    /** 持平, 无变化. */
    EQUAL("equal"),
    /** 基本持平. */
    NEARLY_EQUAL("nearly_equal"),
    /** 大于. */
    MORE("more"),
    /** 小于. */
    LESS("less"),
    /** 等于. */
    SAME("same"),
    /** 差额, of which the words around tell the direction. */
    GAP("gap"),
    /** 比, 较: what follows is what something is compared with. */
    COMPARE("compare"),
    /** 相比: ends what something is compared with. */
    COMPARED("compared"),
    /** 增加到: the figure behind is a level, not a change. */
    CHANGE_TO("change_to"),
    /** 本年, 今年. */
    THIS_YEAR("this_year"),
    /** 上年, 去年. */
    LAST_YEAR("last_year"),
    /** 完成: begins a rate of completion. */
    COMPLETED("completed"),
    /** 执行率. */
    COMPLETION_RATE("completion_rate"),
    /** 占: begins a share. */
    SHARE("share"),
    /** 其中, 包括: parts follow. */
    INCLUDES("includes"),
    /** 主要包括: names of items follow. */
    LISTS("lists"),
    /** 主要用于: a purpose follows. */
    USED_FOR("used_for"),
    /** 主要原因是: a reason follows. */
    REASON("reason"),
    /** 分别. */
    RESPECTIVELY("respectively"),
    /** 无, 没有. */
    ABSENT("absent"),
    /** 收入. */
    INCOME("income"),
    /** 支出. */
    EXPENSE("expense"),
    /** 收支, 收、支. */
    BOTH_SIDES("both_sides"),
    /** 总计, 合计, 总额. */
    TOTAL("total"),
    /** A fund: 一般公共预算财政拨款. */
    FUND("fund"),
    /** A stage: 年初预算, 决算. */
    STAGE("stage"),
    /** A concept of the tables: 公务接待费. */
    CONCEPT("concept"),
    /** A word that says the figure is a bound or an estimate: 以上, 约, 余. */
    BOUND("bound"),
    /** The department itself: 我局, 本部门. */
    SELF("self"),
    /** A word that adds nothing: 为, 共, 安排. */
    FILLER("filler"),
    /** A word that must not be taken apart: 较大, 对比度. */
    PLAIN("plain"),
    /** A unit of counting: 人次, 辆. */
    COUNTED("counted");

    private final String id;

    Sense(String id) {
      this.id = id;
    }

    /** The word for data files. */
    public String id() {
      return id;
    }
  }
}
