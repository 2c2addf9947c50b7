package cn.sunledger.check.diagnosis;

import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.TableColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 错行: a run of amounts in a column stands one row too high or too low. */
final class Shifted implements Suspicion {
  private static final int COST = 16;

  private final DisclosureView workbook;

  Shifted(DisclosureView workbook) {
    this.workbook = workbook;
  }

  @Override
  public List<Hypothesis> suggest(Situation situation) {
    Suspects suspects = new Suspects(workbook, situation);
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (TableView view : suspects.tables()) {
      for (TableColumn column : suspects.columns(view).keySet()) {
        column(view, column, suspects, situation, hypotheses);
      }
    }
    return hypotheses;
  }

  private static void column(
      TableView view,
      TableColumn column,
      Suspects suspects,
      Situation situation,
      List<Hypothesis> hypotheses) {
    List<Place> places = view.column(column);
    Set<Integer> ends = new LinkedHashSet<>();
    for (int i = 0; i < places.size(); i++) {
      if (suspects.columns(view).get(column).contains(places.get(i).line())) {
        ends.add(i);
        ends.add(Math.max(0, i - 1));
        ends.add(Math.min(places.size() - 1, i + 1));
      }
    }
    for (int from : ends) {
      for (int to : ends) {
        if (to - from >= 2) {
          hypotheses.addAll(runs(situation, places.subList(from, to + 1)));
        }
      }
    }
  }

  /** A run turned by one row each way; the amount at its end may be lost and is then worked out. */
  private static List<Hypothesis> runs(Situation situation, List<Place> run) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (int step : List.of(-1, 1)) {
      Map<CellRef, BigDecimal> values = new HashMap<>();
      List<Place> moved = new ArrayList<>();
      for (int i = 0; i < run.size(); i++) {
        BigDecimal source = situation.edits().shown(run.get(Math.floorMod(i - step, run.size())));
        values.put(run.get(i).cell(), source);
        if (source.compareTo(situation.edits().shown(run.get(i))) != 0) {
          moved.add(run.get(i));
        }
      }
      if (moved.isEmpty()) {
        continue;
      }
      String cause =
          "“"
              + run.get(0).column().label()
              + "”栏自“"
              + moved.get(0).line().name()
              + "”至“"
              + moved.get(moved.size() - 1).line().name()
              + "”整体"
              + (step < 0 ? "下" : "上")
              + "错一行";
      Edits turned = new Edits(values);
      hypotheses.add(new Hypothesis("D-01", turned, moved, cause, COST, 2));
      Place end = step < 0 ? run.get(run.size() - 1) : run.get(0);
      lost(situation, turned, end)
          .ifPresent(
              value ->
                  hypotheses.add(
                      new Hypothesis(
                          "D-01",
                          turned.and(Edits.of(end.cell(), value)),
                          moved,
                          cause,
                          COST + 5,
                          3)));
    }
    return hypotheses;
  }

  private static Optional<BigDecimal> lost(Situation situation, Edits turned, Place end) {
    Edits all = situation.edits().and(turned);
    for (Equation equation : situation.equations()) {
      boolean touches =
          equation.places().stream().anyMatch(place -> place.cell().equals(end.cell()));
      if (touches) {
        Optional<BigDecimal> value = WrongCell.solve(equation, end, all);
        if (value.isPresent() && value.get().compareTo(all.shown(end)) != 0) {
          return value;
        }
      }
    }
    return Optional.empty();
  }
}
