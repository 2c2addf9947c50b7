package cn.sunledger.check.diagnosis;

import cn.sunledger.check.diagnosis.Situation.Effect;
import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds, mistake by mistake, what explains the comparisons that fail. */
public final class Diagnostician {
  private static final int MOST = 200;
  private static final int LIKELY = 4;

  private final DisclosureView workbook;
  private final List<Suspicion> suspicions;

  /**
   * For one workbook.
   *
   * @param workbook the workbook
   */
  public Diagnostician(DisclosureView workbook) {
    this.workbook = workbook;
    this.suspicions =
        List.of(
            new WrongCell(),
            new WrongScale(this.workbook),
            new Swapped(this.workbook),
            new Shifted(this.workbook),
            new RewrittenRow(this.workbook));
  }

  /**
   * Explains what fails.
   *
   * @param equations all comparisons
   * @return the mistakes, the one that explains most first
   */
  public List<Diagnosis> explain(List<Equation> equations) {
    List<Diagnosis> diagnoses = new ArrayList<>();
    Situation situation = new Situation(equations, Edits.NONE);
    while (!situation.failing().isEmpty() && diagnoses.size() < MOST) {
      Optional<Tried> best = best(situation);
      if (best.isEmpty()) {
        break;
      }
      diagnoses.add(diagnosis(best.get(), situation));
      situation = new Situation(equations, situation.edits().and(best.get().hypothesis.edits()));
    }
    for (Equation left : situation.failing()) {
      diagnoses.add(
          new Diagnosis("", List.of(left), List.of(), Map.of(), Edits.NONE, "", situation.edits()));
    }
    return diagnoses;
  }

  private Optional<Tried> best(Situation situation) {
    List<Tried> tried = new ArrayList<>();
    for (Suspicion suspicion : suspicions) {
      for (Hypothesis hypothesis : suspicion.suggest(situation)) {
        Effect effect = situation.effect(hypothesis.edits());
        boolean believed = hypothesis.rule().isEmpty() || effect.balanced() >= hypothesis.least();
        if (effect.gain() > 0 && believed) {
          tried.add(new Tried(hypothesis, effect));
        }
      }
    }
    return tried.stream().max(Comparator.comparingInt(Tried::score)).map(best -> best.among(tried));
  }

  private static Diagnosis diagnosis(Tried best, Situation situation) {
    Map<Place, BigDecimal> candidates = new LinkedHashMap<>();
    for (Tried rival : best.rivals) {
      Place place = rival.hypothesis.blamed().get(0);
      candidates.put(place, rival.hypothesis.edits().values().get(place.cell()));
    }
    return new Diagnosis(
        best.hypothesis.rule(),
        sorted(best.effect.repaired()),
        best.hypothesis.blamed(),
        candidates,
        best.hypothesis.edits(),
        best.hypothesis.cause(),
        situation.edits());
  }

  /** Sums along a row are easiest to follow, then sums along a column, then other tables. */
  private static List<Equation> sorted(List<Equation> equations) {
    return equations.stream()
        .sorted(
            Comparator.comparing((Equation equation) -> equation.rule().severity())
                .thenComparing(Equation::axis, Comparator.comparingInt(Axis::ordinal)))
        .toList();
  }

  private record Tried(Hypothesis hypothesis, Effect effect, List<Tried> rivals) {
    Tried(Hypothesis hypothesis, Effect effect) {
      this(hypothesis, effect, List.of());
    }

    int score() {
      return effect.gain() * 10 - hypothesis.cost();
    }

    /** This one, with the others that explain the same as well and are hardly less likely. */
    Tried among(List<Tried> tried) {
      if (hypothesis.blamed().size() > 1) {
        return this;
      }
      List<Tried> rivals = new ArrayList<>();
      Map<Object, Tried> cells = new LinkedHashMap<>();
      for (Tried other : tried) {
        boolean rival =
            other.hypothesis.blamed().size() == 1
                && other.effect.gain() == effect.gain()
                && other.hypothesis.cost() <= Math.max(LIKELY, hypothesis.cost())
                && other.effect.repaired().containsAll(effect.repaired());
        if (rival) {
          cells.putIfAbsent(other.hypothesis.blamed().get(0).cell(), other);
        }
      }
      if (cells.size() > 1) {
        rivals.addAll(cells.values());
      }
      return new Tried(hypothesis, effect, rivals);
    }
  }
}
