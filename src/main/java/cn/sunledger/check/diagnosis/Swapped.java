package cn.sunledger.check.diagnosis;

import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 填串: two columns, two rows or two cells of a table stand in each other's place. */
final class Swapped implements Suspicion {
  private static final int LINES_COST = 14;
  private static final int CELLS_COST = 12;
  private static final int MOST_CELLS = 150;

  private final DisclosureView workbook;

  Swapped(DisclosureView workbook) {
    this.workbook = workbook;
  }

  @Override
  public List<Hypothesis> suggest(Situation situation) {
    Suspects suspects = new Suspects(workbook, situation);
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (TableView view : suspects.tables()) {
      columns(view, suspects, situation, hypotheses);
      rows(view, suspects, situation, hypotheses);
    }
    cells(situation, hypotheses);
    return hypotheses;
  }

  private static void columns(
      TableView view, Suspects suspects, Situation situation, List<Hypothesis> hypotheses) {
    for (TableColumn first : suspects.columns(view).keySet()) {
      for (TableColumn second : view.columns(first.block())) {
        if (first.column() == second.column() || first.unit() != second.unit()) {
          continue;
        }
        List<Place[]> pairs = new ArrayList<>();
        for (TableLine line : view.lines(first.block())) {
          if (view.columns(line).contains(first) && view.columns(line).contains(second)) {
            pairs.add(new Place[] {view.place(line, first), view.place(line, second)});
          }
        }
        String cause = "“" + first.pathText() + "”与“" + second.pathText() + "”两栏填串";
        add(hypotheses, situation, pairs, cause, LINES_COST);
      }
    }
  }

  private static void rows(
      TableView view, Suspects suspects, Situation situation, List<Hypothesis> hypotheses) {
    List<TableLine> lines = List.copyOf(suspects.lines(view));
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        List<Place> upper = view.row(lines.get(i));
        List<Place> lower = view.row(lines.get(j));
        List<Place[]> pairs = new ArrayList<>();
        for (int k = 0; k < Math.min(upper.size(), lower.size()); k++) {
          pairs.add(new Place[] {upper.get(k), lower.get(k)});
        }
        String cause = "“" + lines.get(i).name() + "”与“" + lines.get(j).name() + "”两行填串";
        add(hypotheses, situation, pairs, cause, LINES_COST);
      }
    }
  }

  private static void cells(Situation situation, List<Hypothesis> hypotheses) {
    List<Place> places = List.copyOf(situation.suspects().keySet());
    for (int i = 0; i < Math.min(MOST_CELLS, places.size()); i++) {
      for (int j = i + 1; j < Math.min(MOST_CELLS, places.size()); j++) {
        Place a = places.get(i);
        Place b = places.get(j);
        boolean side =
            a.table() == b.table() && (a.line().equals(b.line()) || a.column().equals(b.column()));
        if (side) {
          String cause = named(a) + "与" + named(b) + "填串，应互换";
          add(hypotheses, situation, List.<Place[]>of(new Place[] {a, b}), cause, CELLS_COST);
        }
      }
    }
  }

  private static String named(Place place) {
    return Names.place(place) + " " + place.shown();
  }

  private static void add(
      List<Hypothesis> hypotheses,
      Situation situation,
      List<Place[]> pairs,
      String cause,
      int cost) {
    Map<CellRef, BigDecimal> values = new HashMap<>();
    List<Place> blamed = new ArrayList<>();
    for (Place[] pair : pairs) {
      BigDecimal a = situation.edits().shown(pair[0]);
      BigDecimal b = situation.edits().shown(pair[1]);
      if (a.compareTo(b) != 0) {
        values.put(pair[0].cell(), b);
        values.put(pair[1].cell(), a);
        blamed.addAll(List.of(pair));
      }
    }
    if (!values.isEmpty()) {
      hypotheses.add(new Hypothesis("D-07", new Edits(values), blamed, cause, cost, 2));
    }
  }
}
