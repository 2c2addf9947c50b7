package cn.sunledger.check.diagnosis;

import cn.sunledger.check.diagnosis.Situation.Effect;
import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Ledger;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Place;
import cn.sunledger.model.Disclosure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds, mistake by mistake, what explains the comparisons that fail. */
public final class Diagnostician {
  private static final int MOST = 100;
  private static final int TANGLED = 150;
  private static final int LIKELY = 4;

  private final DisclosureView workbook;
  private final Function<Disclosure, List<Equation>> rebind;
  private final List<Suspicion> suspicions;
  private final List<Suspicion> simple;

  /**
   * For one workbook.
   *
   * @param workbook the workbook
   * @param rebind the comparisons of a workbook that is supposed instead
   */
  public Diagnostician(DisclosureView workbook, Function<Disclosure, List<Equation>> rebind) {
    this.workbook = workbook;
    this.rebind = rebind;
    this.simple = List.of(new WrongCell(), new WrongScale(workbook));
    this.suspicions =
        List.of(
            new WrongCell(),
            new WrongScale(workbook),
            new Swapped(workbook),
            new Shifted(workbook),
            new RewrittenRow(workbook));
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
    boolean rows = situation.failing().size() <= TANGLED;
    while (!situation.failing().isEmpty() && diagnoses.size() < MOST) {
      Optional<Tried> best = best(situation);
      Optional<TriedRow> row = rows ? bestRow(situation) : Optional.empty();
      if (row.isPresent() && row.get().score() > best.map(Tried::score).orElse(0)) {
        diagnoses.add(row.get().diagnosis(situation));
        situation = new Situation(row.get().after, situation.edits());
        rows = false;
      } else if (best.isPresent()) {
        diagnoses.add(diagnosis(best.get(), situation));
        situation =
            new Situation(
                situation.equations(), situation.edits().and(best.get().hypothesis.edits()));
      } else {
        break;
      }
    }
    diagnoses.addAll(new Unexplained(workbook).diagnoses(situation));
    return diagnoses;
  }

  private Optional<Tried> best(Situation situation) {
    List<Tried> tried = new ArrayList<>();
    // where hardly anything holds, patterns over many cells are found everywhere and mean nothing
    boolean tangled = situation.failing().size() > TANGLED;
    for (Suspicion suspicion : tangled ? simple : suspicions) {
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

  private Optional<TriedRow> bestRow(Situation situation) {
    List<TriedRow> tried = new ArrayList<>();
    int before = situation.failing().size();
    for (RowMistake mistake : new RowMistakes(workbook).suggest(situation)) {
      List<Equation> after = rebind.apply(mistake.variant());
      int gain = before - new Situation(after, situation.edits()).failing().size();
      if (gain > 0) {
        tried.add(new TriedRow(mistake, after, gain));
      }
    }
    return tried.stream().max(Comparator.comparingInt(TriedRow::score));
  }

  private static Diagnosis diagnosis(Tried best, Situation situation) {
    Map<Place, BigDecimal> candidates = new LinkedHashMap<>();
    for (Tried rival : best.rivals) {
      Place place = rival.hypothesis.blamed().get(0);
      candidates.put(place, rival.hypothesis.edits().values().get(place.cell()));
    }
    return new Diagnosis(
        best.hypothesis.rule(),
        best.hypothesis.blamed().get(0).table(),
        sorted(best.effect.repaired()),
        best.hypothesis.look(),
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

  private record TriedRow(RowMistake mistake, List<Equation> after, int gain) {
    int score() {
      return gain * 10 - mistake.cost();
    }

    Diagnosis diagnosis(Situation situation) {
      Set<String> still =
          new Situation(after, situation.edits())
              .failing().stream().map(Ledger::signature).collect(Collectors.toSet());
      List<Equation> gone =
          situation.failing().stream()
              .filter(equation -> !still.contains(Ledger.signature(equation)))
              .toList();
      return new Diagnosis(
          mistake.rule(),
          mistake.view().table(),
          sorted(gone),
          mistake.look(),
          List.of(),
          Map.of(),
          Edits.NONE,
          mistake.cause(),
          situation.edits());
    }
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
      Map<Object, Tried> rivals = new LinkedHashMap<>();
      rivals.put(hypothesis.blamed().get(0).cell(), this);
      for (Tried other : tried) {
        boolean rival =
            other.hypothesis.blamed().size() == 1
                && other.effect.gain() == effect.gain()
                && other.hypothesis.cost() <= Math.max(LIKELY, hypothesis.cost())
                && other.effect.repaired().containsAll(effect.repaired());
        if (rival) {
          rivals.putIfAbsent(other.hypothesis.blamed().get(0).cell(), other);
        }
      }
      return new Tried(
          hypothesis, effect, rivals.size() > 1 ? List.copyOf(rivals.values()) : List.of());
    }
  }
}
