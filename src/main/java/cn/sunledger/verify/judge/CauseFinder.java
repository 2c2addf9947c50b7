package cn.sunledger.verify.judge;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.FigureIndex;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Finds where a wrong figure may have come from. */
final class CauseFinder {
  private final FigureIndex index;
  private final Reading reading;

  CauseFinder(FigureIndex index, Reading reading) {
    this.index = index;
    this.reading = reading;
  }

  /** The likely cause of a wrong amount; empty where none is known. */
  String ofLevel(Mention mention, Amount stated, Figure right, Candidates candidates) {
    if (unitSlip(stated, right)) {
      return "单位写错：表中为" + right.amount();
    }
    if (stated.isZero()) {
      return "";
    }
    Optional<Figure> other =
        candidates.others().stream()
            .filter(f -> !f.blank() && Closeness.of(stated, f) == Closeness.EXACT)
            .findFirst();
    if (other.isPresent()) {
      return "与" + other.get().place() + "（" + other.get().name() + "）相同，可能取自另一口径";
    }
    Optional<Figure> lastYear =
        index
            .where(
                f ->
                    f.measure().equals(right.measure())
                        && f.fund() == right.fund()
                        && f.year() == right.year() - 1
                        && sameItem(f, right)
                        && !f.blank()
                        && Closeness.of(stated, f) == Closeness.EXACT)
            .stream()
            .findFirst();
    boolean prior =
        right.origin() == Figure.Origin.PREVIOUS
            && index
                .where(
                    f ->
                        f.origin() == Figure.Origin.CURRENT
                            && f.measure().equals(right.measure())
                            && f.fund() == right.fund()
                            && f.stage() == right.stage()
                            && sameItem(f, right)
                            && Closeness.of(stated, f) == Closeness.EXACT)
                .stream()
                .findAny()
                .isPresent();
    if (prior) {
      return "与本年数相同，可能误把本年数写成上年数";
    }
    if (lastYear.isPresent()) {
      return "与上年数相同（" + lastYear.get().file() + " " + lastYear.get().place() + "），可能未更新";
    }
    Optional<String> above = above(mention, stated);
    if (above.isPresent()) {
      return above.get();
    }
    Optional<Figure> cell = sameNumber(stated, right);
    return cell.map(f -> "与" + f.place() + "（" + f.name() + "）相同，可能抄错了格")
        .orElseGet(() -> slip(stated.value(), LevelJudge.expected(stated, right)));
  }

  private static boolean sameItem(Figure one, Figure other) {
    String a = one.item().map(i -> i.code() + i.label()).orElse("");
    String b = other.item().map(i -> i.code() + i.label()).orElse("");
    return a.equals(b);
  }

  /** 元 for 万元, or the reverse: the same digits, ten thousand times too much or too little. */
  static boolean unitSlip(Amount stated, Figure right) {
    if (!stated.unit().isMoney() || !right.amount().unit().isMoney() || stated.isZero()) {
      return false;
    }
    BigDecimal yuan = stated.in(Unit.YUAN).value();
    BigDecimal table = right.amount().in(Unit.YUAN).value();
    for (int power : new int[] {4, -4, 8, -8, 3, -3}) {
      BigDecimal scaled = table.scaleByPowerOfTen(power);
      if (scaled.signum() != 0
          && scaled.subtract(yuan).abs().scaleByPowerOfTen(3).compareTo(yuan.abs()) <= 0) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> above(Mention mention, Amount stated) {
    List<Mention> all = reading.mentions();
    int at = all.indexOf(mention);
    for (int i = at - 1; i >= Math.max(0, at - 6); i--) {
      Mention before = all.get(i);
      boolean same =
          before.role() == Role.LEVEL
              && before.statement() != mention.statement()
              && before.isMoney()
              && before.quantity().amount().equals(stated);
      if (same) {
        return Optional.of("与前文“" + before.statement().subject().text().strip() + "”的数相同，可能抄自上一项");
      }
    }
    return Optional.empty();
  }

  private Optional<Figure> sameNumber(Amount stated, Figure right) {
    if (stated.value().stripTrailingZeros().precision() < 3) {
      return Optional.empty();
    }
    return index
        .where(
            f ->
                f.origin() == right.origin()
                    && !f.blank()
                    && Closeness.of(stated, f) == Closeness.EXACT
                    && f.amount().value().stripTrailingZeros().precision() >= 3)
        .stream()
        .findFirst();
  }

  /** Whether one number is a slip of the keyboard for the other. */
  boolean isSlip(BigDecimal stated, BigDecimal right) {
    return !slip(stated, right).isEmpty()
        && right.stripTrailingZeros().precision() >= 4
        && stated.stripTrailingZeros().precision() >= 3;
  }

  /**
   * What slip of the keyboard turns the right number into the printed one; empty where none does.
   */
  static String slip(BigDecimal stated, BigDecimal right) {
    String one = digits(stated, right);
    String other = digits(right, stated);
    if (one.equals(other) || right.signum() == 0) {
      return "";
    }
    if (one.length() == other.length()) {
      int first = -1;
      int differing = 0;
      for (int i = 0; i < one.length(); i++) {
        if (one.charAt(i) != other.charAt(i)) {
          differing++;
          first = first < 0 ? i : first;
        }
      }
      if (differing == 1) {
        return "有一位数字不同，可能是笔误";
      }
      boolean swapped =
          differing == 2
              && first + 1 < one.length()
              && one.charAt(first) == other.charAt(first + 1)
              && one.charAt(first + 1) == other.charAt(first);
      if (swapped) {
        return "相邻两位数字颠倒，可能是笔误";
      }
    }
    BigDecimal a = stated.stripTrailingZeros();
    BigDecimal b = right.stripTrailingZeros();
    boolean shifted = a.unscaledValue().equals(b.unscaledValue()) && a.precision() > 1;
    return shifted ? "小数点位置不同，可能是笔误" : "";
  }

  private static String digits(BigDecimal number, BigDecimal like) {
    int scale = Math.max(0, Math.max(number.scale(), like.scale()));
    return number.abs().setScale(scale).unscaledValue().toString();
  }
}
