package cn.sunledger.verify.judge;

import cn.sunledger.model.Amount;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.Severity;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 归错: where relations inside the text do not hold and no table decides, finds the one figure whose
 * correction makes all of them hold, and leaves those alone that were merely worked out from it.
 * Where several could be it, the one accused names the others.
 */
final class Blame {
  private static final int MOST_NAMED = 3;
  private static final int TELLING = 4;

  private static final BigDecimal FIFTY = new BigDecimal("50");
  private static final BigDecimal MANY = new BigDecimal("3");

  private final Ledger ledger;
  private final Reading reading;

  Blame(Ledger ledger, Reading reading) {
    this.ledger = ledger;
    this.reading = reading;
  }

  /** Judges anew all that only the text decided. */
  void judge() {
    List<Relation> broken =
        ledger.relations().stream()
            .filter(relation -> !relation.holds())
            .filter(relation -> relation.members().stream().anyMatch(this::isAccused))
            .toList();
    Set<Relation> left = new LinkedHashSet<>(broken);
    while (!left.isEmpty()) {
      one(connected(left));
    }
  }

  /** Accused by the text alone. */
  private boolean isAccused(Mention mention) {
    return ledger.of(mention).filter(j -> j.isWrong() && !j.firm()).isPresent();
  }

  /** A table has it, so that it is not to blame. */
  private boolean isFixed(Mention mention) {
    return ledger.agreed(mention).isPresent()
        || ledger.of(mention).filter(j -> !j.isOpen() && j.firm()).isPresent()
        || mention.quantity().value().signum() == 0;
  }

  /** Takes out relations that share figures, which one mistake may have broken. */
  private List<Relation> connected(Set<Relation> left) {
    List<Relation> component = new ArrayList<>();
    Relation first = left.iterator().next();
    component.add(first);
    left.remove(first);
    for (int i = 0; i < component.size(); i++) {
      Set<Mention> members = component.get(i).members();
      for (Relation other : List.copyOf(left)) {
        if (other.members().stream().anyMatch(m -> members.contains(m) && !isFixed(m))) {
          component.add(other);
          left.remove(other);
        }
      }
    }
    return component;
  }

  private void one(List<Relation> component) {
    Map<Mention, Interval> explanations = new LinkedHashMap<>();
    for (Mention mention : component.get(0).members()) {
      if (!isFixed(mention) && component.stream().allMatch(r -> r.members().contains(mention))) {
        explained(mention, component).ifPresent(range -> explanations.put(mention, range));
      }
    }
    List<Mention> accused =
        component.stream()
            .flatMap(relation -> relation.members().stream())
            .filter(this::isAccused)
            .distinct()
            .toList();
    Optional<Mention> culprit = culprit(explanations, accused);
    if (culprit.isPresent()) {
      blame(culprit.get(), explanations.get(culprit.get()), accused);
    } else {
      candidates(explanations.keySet(), accused);
    }
  }

  /** What the figure must be so that all relations hold in which it takes part. */
  private Optional<Interval> explained(Mention mention, List<Relation> component) {
    Interval range = null;
    List<Relation> all = new ArrayList<>(component);
    ledger.relations().stream()
        .filter(relation -> relation.holds() && relation.members().contains(mention))
        .forEach(all::add);
    for (Relation relation : all) {
      Optional<Interval> solved = relation.solve(mention);
      if (solved.isEmpty()) {
        return Optional.empty();
      }
      range =
          range == null
              ? inOwnUnit(mention, relation, solved.get())
              : common(range, inOwnUnit(mention, relation, solved.get()));
      if (range == null) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(range)
        .filter(r -> r.value().signum() > 0)
        .map(r -> wide(mention, r));
  }

  /** With half a unit of the last printed digit to either side. */
  private static Interval wide(Mention mention, Interval range) {
    Interval own = Interval.of(range.value(), mention.quantity().value().scale());
    BigDecimal half = own.high().subtract(own.value());
    return new Interval(range.low().subtract(half), range.value(), range.high().add(half));
  }

  private static Interval inOwnUnit(Mention mention, Relation relation, Interval range) {
    if (!mention.isMoney()) {
      return range;
    }
    return new Interval(
        in(mention, relation, range.low()),
        in(mention, relation, range.value()),
        in(mention, relation, range.high()));
  }

  private static BigDecimal in(Mention mention, Relation relation, BigDecimal value) {
    return new Amount(value, relation.unit().orElseThrow()).in(mention.quantity().unit()).value();
  }

  /** What both allow; nothing where they exclude each other. The narrower one tells the value. */
  private static Interval common(Interval one, Interval other) {
    BigDecimal low = one.low().max(other.low());
    BigDecimal high = one.high().min(other.high());
    if (low.compareTo(high) > 0) {
      return null;
    }
    Interval narrow = width(one).compareTo(width(other)) <= 0 ? one : other;
    return new Interval(low, narrow.value().max(low).min(high), high);
  }

  private static BigDecimal width(Interval interval) {
    return interval.high().subtract(interval.low());
  }

  /** The one figure that explains all; of several the one for whose mistake there is a reason. */
  private Optional<Mention> culprit(Map<Mention, Interval> explanations, List<Mention> accused) {
    if (explanations.size() == 1) {
      return explanations.keySet().stream().findFirst();
    }
    List<Mention> slipped =
        explanations.entrySet().stream()
            .filter(e -> slip(e.getKey(), e.getValue()).isPresent())
            .map(Map.Entry::getKey)
            .toList();
    if (!slipped.isEmpty()) {
      return slipped.size() == 1 ? Optional.of(slipped.get(0)) : Optional.empty();
    }
    List<Mention> copied =
        explanations.keySet().stream()
            .filter(mention -> mention.role() == Role.LEVEL && isCopied(mention))
            .toList();
    boolean absurd = accused.stream().allMatch(this::isAbsurd);
    return absurd && copied.size() == 1 ? Optional.of(copied.get(0)) : Optional.empty();
  }

  /** The only number within the range from which a slip of the keyboard or of the unit leads. */
  private static Optional<BigDecimal> slip(Mention mention, Interval range) {
    BigDecimal printed = mention.quantity().value().abs();
    if (width(range).multiply(FIFTY).compareTo(range.value().abs()) > 0) {
      return Optional.empty();
    }
    if (mention.isMoney()) {
      for (int power : new int[] {4, -4}) {
        BigDecimal scaled = printed.scaleByPowerOfTen(power);
        if (within(scaled, range)) {
          return Optional.of(scaled.setScale(Math.max(0, scaled.scale())));
        }
      }
    }
    if (printed.precision() < TELLING && mention.isMoney()) {
      return Optional.empty();
    }
    List<BigDecimal> found =
        SlipSearch.candidates(printed).stream().filter(c -> within(c, range)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean within(BigDecimal value, Interval range) {
    return value.compareTo(range.low()) >= 0 && value.compareTo(range.high()) <= 0;
  }

  /** A rate many times the right one is hardly a mistake of reckoning. */
  private boolean isAbsurd(Mention rate) {
    BigDecimal printed = rate.quantity().value().abs();
    Optional<BigDecimal> right = ledger.of(rate).flatMap(Judgement::expected).map(BigDecimal::abs);
    return !rate.isMoney()
        && right.isPresent()
        && (right.get().compareTo(printed.multiply(MANY)) > 0
            || right.get().multiply(MANY).compareTo(printed) < 0);
  }

  /** Whether the same amount is said of something else. */
  private boolean isCopied(Mention mention) {
    return mention.quantity().value().stripTrailingZeros().precision() >= TELLING
        && reading.mentions().stream()
            .filter(other -> other.isMoney() && other.statement() != mention.statement())
            .filter(other -> !other.statement().subject().names(mention.statement().subject()))
            .anyMatch(other -> other.quantity().amount().equals(mention.quantity().amount()));
  }

  private void blame(Mention culprit, Interval range, List<Mention> accused) {
    if (accused.contains(culprit) && accused.size() == 1) {
      return;
    }
    Optional<BigDecimal> right = slip(culprit, range).or(() -> only(culprit, range));
    String others =
        accused.stream()
            .filter(mention -> mention != culprit)
            .limit(MOST_NAMED)
            .map(mention -> mention.quantity().printed().strip())
            .collect(Collectors.joining("、"));
    String about =
        right
            .map(value -> "应为" + value.toPlainString())
            .orElse(
                "应在" + rounded(culprit, range.low()) + "至" + rounded(culprit, range.high()) + "之间");
    if (!accused.contains(culprit)) {
      ledger.put(
          culprit,
          new Judgement(
              ClaimVerdict.WRONG,
              Severity.ERROR,
              right,
              List.of(),
              rule(accused.get(0)),
              "与文中的" + others + "等不符，改正这一个数各处就都相符，" + about,
              right.map(value -> CauseFinder.slip(culprit.quantity().value(), value)).orElse(""),
              false));
    }
    for (Mention mention : accused) {
      if (mention != culprit) {
        String printed = culprit.quantity().printed().strip();
        ledger.put(mention, Judgement.open("与文中的" + printed + "不符，看来是那一个数有误"));
      }
    }
  }

  private String rule(Mention accused) {
    return ledger.of(accused).map(Judgement::rule).orElse("A-01");
  }

  private static BigDecimal rounded(Mention mention, BigDecimal value) {
    return value.setScale(Math.max(0, mention.quantity().value().scale()), RoundingMode.HALF_UP);
  }

  /** The only number with the digits of the text that the range leaves. */
  private static Optional<BigDecimal> only(Mention mention, Interval range) {
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-mention.quantity().value().scale());
    return width(range).compareTo(unit.add(unit).add(unit)) <= 0
        ? Optional.of(rounded(mention, range.value()))
        : Optional.empty();
  }

  /** Says of the figure accused which others it may be instead. */
  private void candidates(Set<Mention> explanations, List<Mention> accused) {
    for (Mention mention : accused) {
      String others =
          explanations.stream()
              .filter(other -> other != mention)
              .limit(MOST_NAMED)
              .map(other -> other.quantity().printed().strip())
              .distinct()
              .collect(Collectors.joining("”或“"));
      Judgement judgement = ledger.of(mention).orElseThrow();
      if (!others.isEmpty() && judgement.cause().isEmpty()) {
        ledger.put(mention, judgement.because("也可能是“" + others + "”有误"));
      }
    }
  }
}
