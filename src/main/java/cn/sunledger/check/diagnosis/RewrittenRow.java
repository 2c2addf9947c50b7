package cn.sunledger.check.diagnosis;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 抄串: several amounts of one row are wrong together; often the row repeats its neighbour. */
final class RewrittenRow implements Suspicion {
  private static final int COST = 15;
  private static final int PER_CELL = 3;

  private final DisclosureView workbook;

  RewrittenRow(DisclosureView workbook) {
    this.workbook = workbook;
  }

  @Override
  public List<Hypothesis> suggest(Situation situation) {
    Suspects suspects = new Suspects(workbook, situation);
    List<Equation> failing = situation.failing();
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (TableView view : suspects.tables()) {
      for (TableLine line : suspects.lines(view)) {
        row(view, line, failing, situation.edits()).ifPresent(hypotheses::add);
      }
    }
    return hypotheses;
  }

  private Optional<Hypothesis> row(
      TableView view, TableLine line, List<Equation> failing, Edits edits) {
    Map<CellRef, BigDecimal> values = new HashMap<>();
    List<Place> blamed = new ArrayList<>();
    for (Place place : view.row(line)) {
      failing.stream()
          .filter(equation -> equation.axis() != Axis.ROW)
          .filter(
              equation ->
                  equation.places().stream().anyMatch(own -> own.cell().equals(place.cell())))
          .map(equation -> WrongCell.solve(equation, place, edits))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(
              value -> {
                values.put(place.cell(), value);
                blamed.add(place);
              });
    }
    if (values.size() < 2) {
      return Optional.empty();
    }
    String cause = "“" + line.name() + "”整行与其他行、表对不上" + copied(view, line, blamed);
    return Optional.of(
        new Hypothesis(
            "D-08", new Edits(values), blamed, cause, COST + PER_CELL * values.size(), 3));
  }

  /** The other row whose amounts this one repeats, if there is one. */
  private static String copied(TableView view, TableLine line, List<Place> blamed) {
    for (TableLine other : view.lines(line.block())) {
      boolean same =
          !other.equals(line)
              && blamed.stream()
                  .allMatch(
                      place ->
                          view.place(other, place.column()).value().compareTo(place.value()) == 0);
      if (same) {
        return "，各数与“" + other.name() + "”行相同，疑为抄串";
      }
    }
    return "";
  }
}
