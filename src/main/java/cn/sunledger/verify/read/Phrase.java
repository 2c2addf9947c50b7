package cn.sunledger.verify.read;

import cn.sunledger.model.NarrativeWord.Sense;
import cn.sunledger.model.Stage;
import cn.sunledger.verify.table.FigureIndex;
import cn.sunledger.verify.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words in front of a figure, sorted by what they do: what the figure is of, what it is
 * compared with, and which word says in which way.
 */
final class Phrase {
  private final List<Token> subject = new ArrayList<>();
  private final List<Token> basis = new ArrayList<>();
  private final List<Token> behind = new ArrayList<>();
  private Token direction;
  private Token compare;
  private Token marker;
  private boolean changeTo;
  private boolean bound;
  private boolean respectively;

  /**
   * Sorts the words.
   *
   * @param tokens words in front of a figure
   */
  Phrase(List<Token> tokens) {
    boolean inBasis = false;
    int stage = -1;
    int compared = lastIndex(tokens, Sense.COMPARED);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean withCompared =
          compare == null && isWith(token) && (i < compared || isBasisOfEqual(tokens, i));
      if ((token.is(Sense.COMPARE) && marker == null && !token.is(Sense.SHARE)) || withCompared) {
        if (compare == null) {
          compare = token;
          inBasis = true;
          stage = lastStage(tokens, i + 1);
        }
        continue;
      }
      if (token.is(Sense.EQUAL, Sense.NEARLY_EQUAL)) {
        inBasis = false;
      }
      if (inBasis
          && i > stage
          && (i > compared && compared >= 0 || !belongsToBasis(token) && compared < i)) {
        inBasis = false;
      }
      sort(token, inBasis);
      if (inBasis && i == compared) {
        inBasis = false;
      }
    }
  }

  private void sort(Token token, boolean inBasis) {
    if (inBasis) {
      basis.add(token);
    } else if (token.is(Sense.CHANGE_TO)) {
      changeTo = true;
      direction = null;
    } else if (token.is(Sense.UP, Sense.DOWN, Sense.EQUAL, Sense.NEARLY_EQUAL)) {
      direction = token;
      behind.clear();
    } else if (token.is(
        Sense.COMPLETED,
        Sense.COMPLETION_RATE,
        Sense.SHARE,
        Sense.MORE,
        Sense.LESS,
        Sense.SAME,
        Sense.GAP)) {
      marker = token;
      direction = null;
      behind.clear();
    } else if (token.is(Sense.BOUND)) {
      bound = true;
    } else if (token.is(Sense.RESPECTIVELY)) {
      respectively = true;
    } else if (direction != null || marker != null) {
      behind.add(token);
    } else {
      subject.add(token);
    }
  }

  private static int lastIndex(List<Token> tokens, Sense sense) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).is(sense) || tokens.get(i).text().equals("相比")) {
        return i;
      }
    }
    return -1;
  }

  /** 与上年预算持平: 与 leads to what is compared with where nothing else stands in between. */
  private static boolean isBasisOfEqual(List<Token> tokens, int with) {
    int i = with + 1;
    boolean time = false;
    while (i < tokens.size() && belongsToBasis(tokens.get(i))) {
      time |=
          tokens.get(i).kind() == Token.Kind.YEAR || tokens.get(i).is(Sense.LAST_YEAR, Sense.STAGE);
      i++;
    }
    boolean first = tokens.subList(0, with).stream().allMatch(t -> t.is(Sense.FILLER));
    return time
        && (i == tokens.size() && first
            || i < tokens.size() && tokens.get(i).is(Sense.EQUAL, Sense.NEARLY_EQUAL));
  }

  /** 比2024年“三公”经费年初预算: the name in between does not end what is compared with. */
  private static int lastStage(List<Token> tokens, int from) {
    int last = -1;
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean name =
          token.kind() == Token.Kind.LABEL
              || token.kind() == Token.Kind.PATH
              || token.is(Sense.FUND, Sense.CONCEPT, Sense.EXPENSE, Sense.INCOME);
      if (!name && !belongsToBasis(token)) {
        break;
      }
      last = token.is(Sense.STAGE) ? i : last;
    }
    return last;
  }

  private static boolean isWith(Token token) {
    return token.text().equals("与")
        || token.text().equals("和")
        || token.text().equals("同")
        || token.text().equals("跟");
  }

  private static boolean belongsToBasis(Token token) {
    return token.kind() == Token.Kind.YEAR
        || token.is(
            Sense.LAST_YEAR,
            Sense.THIS_YEAR,
            Sense.STAGE,
            Sense.FILLER,
            Sense.COMPARED,
            Sense.SELF,
            Sense.TOTAL);
  }

  /** The words that name what the figure is of. */
  List<Token> subject() {
    return subject;
  }

  /** The words behind the direction or the marker. */
  List<Token> behind() {
    return behind;
  }

  /** 增加, 减少, 持平 in front of the figure. */
  Optional<Token> direction() {
    return Optional.ofNullable(direction);
  }

  /** 完成, 占, 大于 … in front of the figure. */
  Optional<Token> marker() {
    return Optional.ofNullable(marker);
  }

  /** Whether the marker has one of these senses. */
  boolean marked(Sense... senses) {
    return marker != null && marker.is(senses);
  }

  boolean isChangeTo() {
    return changeTo;
  }

  boolean isBound() {
    return bound;
  }

  /** 涉及一般公共预算1736万元: of what was counted before, not of the fund. */
  boolean isConcerned() {
    return subject.stream().anyMatch(t -> t.text().equals("涉及"));
  }

  /** 由上年的19.30万元减少到…: the amount that a change starts from. */
  boolean isOrigin() {
    return subject.stream().anyMatch(t -> t.text().equals("由") || t.text().equals("从"));
  }

  /** 决算数为预算数的101.33%: a rate of completion without the word. */
  boolean isOfBudget() {
    int size = subject.size();
    return direction == null
        && marker == null
        && size > 1
        && subject.get(size - 1).text().equals("的")
        && isBudget(subject.get(size - 2));
  }

  /** Whether the last word is a budget: 为年初预算3100.00万元. */
  boolean namesBudget() {
    List<Token> words = subject.stream().filter(t -> !t.is(Sense.FILLER)).toList();
    return marker == null && !words.isEmpty() && isBudget(words.get(words.size() - 1));
  }

  private static boolean isBudget(Token token) {
    return token.is(Sense.STAGE)
        && token.word().flatMap(word -> word.stage()).filter(FigureIndex::isBudget).isPresent();
  }

  boolean isRespective() {
    return respectively;
  }

  boolean isCompared() {
    return compare != null;
  }

  /** Whether only words without meaning of their own stand between direction and figure. */
  boolean isClose() {
    return behind.stream()
        .allMatch(
            t ->
                t.is(Sense.FILLER, Sense.EXPENSE, Sense.INCOME, Sense.BOUND, Sense.TOTAL)
                    || t.kind() == Token.Kind.MARK);
  }

  /** 1 for an increase, −1 for a decrease, 0 where no word tells. */
  int sign() {
    if (direction != null) {
      return direction.is(Sense.UP) ? 1 : direction.is(Sense.DOWN) ? -1 : 0;
    }
    return marker == null ? 0 : marker.is(Sense.MORE) ? 1 : marker.is(Sense.LESS) ? -1 : 0;
  }

  /**
   * What the change is a change from.
   *
   * @param documentYear year of the document, 0 where unknown
   */
  Optional<Basis> basis(int documentYear) {
    if (compare == null && !marked(Sense.MORE, Sense.LESS, Sense.GAP, Sense.SAME)) {
      return Optional.empty();
    }
    List<Token> words = compare == null ? behind : basis;
    Optional<Stage> stage = Optional.empty();
    int year = 0;
    boolean last = false;
    for (Token token : words) {
      if (token.kind() == Token.Kind.YEAR) {
        year = token.year();
      } else if (token.is(Sense.LAST_YEAR)) {
        last = true;
      } else if (token.is(Sense.STAGE)) {
        stage = token.word().orElseThrow().stage();
      }
    }
    boolean lastYear = last || year != 0 && year != documentYear;
    boolean budget = !lastYear && (stage.isPresent() || compare == null);
    if (!budget && !lastYear && year == 0) {
      return Optional.of(Basis.LAST_YEAR);
    }
    return Optional.of(
        new Basis(budget ? Basis.Kind.BUDGET : Basis.Kind.LAST_YEAR, stage, last ? 0 : year));
  }
}
