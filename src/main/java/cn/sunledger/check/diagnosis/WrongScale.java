package cn.sunledger.check.diagnosis;

import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.Amount;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 单位错: a whole table, row or column is a power of ten too large or too small. */
final class WrongScale implements Suspicion {
  private static final List<Integer> POWERS = List.of(-4, 4, -8, 8, -3, 3, -1, 1, -2, 2);
  private static final int COST = 11;
  private static final int DECLARED_COST = 8;

  private final DisclosureView workbook;

  WrongScale(DisclosureView workbook) {
    this.workbook = workbook;
  }

  @Override
  public List<Hypothesis> suggest(Situation situation) {
    Suspects suspects = new Suspects(workbook, situation);
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (TableView view : suspects.tables()) {
      List<Place> all = new ArrayList<>();
      view.table().lines().forEach(line -> all.addAll(view.row(line)));
      add(hypotheses, situation, all, "整张表");
      declared(hypotheses, situation, view.table(), all);
      for (TableLine line : suspects.lines(view)) {
        add(hypotheses, situation, view.row(line), "“" + line.name() + "”整行");
      }
      for (TableColumn column : suspects.columns(view).keySet()) {
        add(hypotheses, situation, view.column(column), "“" + column.label() + "”整栏");
      }
    }
    return hypotheses;
  }

  /** 单位：元 above a table of a workbook in 万元: its amounts are right, its unit is not. */
  private void declared(
      List<Hypothesis> hypotheses, Situation situation, DisclosureTable table, List<Place> all) {
    Optional<Unit> usual = usualUnit();
    if (usual.isEmpty() || table.unitCell().isEmpty() || usual.get() == table.unit()) {
      return;
    }
    Map<CellRef, BigDecimal> values = new HashMap<>();
    Map<CellRef, Integer> powers = new HashMap<>();
    List<Place> filled = new ArrayList<>();
    int power =
        usual.get().toYuan(BigDecimal.ONE).precision()
            - table.unit().toYuan(BigDecimal.ONE).precision();
    for (Place place : all) {
      if (!place.zero() && place.unit() == table.unit()) {
        BigDecimal shown = situation.edits().shown(place);
        values.put(place.cell(), new Amount(shown, usual.get()).in(table.unit()).value());
        if (power > 0) {
          powers.put(place.cell(), power);
        }
        filled.add(place);
      }
    }
    if (!filled.isEmpty()) {
      String cause =
          "单位印为“"
              + table.unit().label()
              + "”，其他表为“"
              + usual.get().label()
              + "”，疑单位应为“"
              + usual.get().label()
              + "”";
      List<CellRef> look = table.unitCell().stream().toList();
      hypotheses.add(
          new Hypothesis("D-05", new Edits(values, powers), filled, look, cause, DECLARED_COST, 0));
    }
  }

  /** The unit that most tables of the workbook declare. */
  private Optional<Unit> usualUnit() {
    Map<Unit, Integer> counts = new EnumMap<>(Unit.class);
    List<TableView> tables =
        workbook.tables().stream().filter(view -> view.table().unit().isMoney()).toList();
    tables.forEach(view -> counts.merge(view.table().unit(), 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(count -> count.getValue() * 2 > tables.size())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static void add(
      List<Hypothesis> hypotheses, Situation situation, List<Place> places, String what) {
    List<Place> filled =
        places.stream().filter(place -> !place.zero() && place.unit().isMoney()).toList();
    if (filled.size() < 2 || !reachesOut(situation, filled)) {
      return;
    }
    for (int power : POWERS) {
      if (vanishing(filled, power, situation)) {
        continue;
      }
      Map<CellRef, BigDecimal> values = new HashMap<>();
      Map<CellRef, Integer> powers = new HashMap<>();
      for (Place place : filled) {
        values.put(place.cell(), situation.edits().shown(place).scaleByPowerOfTen(power));
        if (power > 0) {
          powers.put(place.cell(), power);
        }
      }
      hypotheses.add(
          new Hypothesis(
              "D-05",
              new Edits(values, powers),
              filled,
              what + cause(power),
              COST + (power > 0 ? 1 : 0),
              1));
    }
  }

  /** A sum of scaled amounts alone stays as wrong as it was, whatever rounding then hides. */
  private static boolean reachesOut(Situation situation, List<Place> scaled) {
    Set<CellRef> cells = scaled.stream().map(Place::cell).collect(Collectors.toSet());
    for (Equation equation : situation.failing()) {
      long inside =
          equation.places().stream().filter(place -> cells.contains(place.cell())).count();
      boolean outside =
          equation.places().stream()
              .anyMatch(place -> !place.zero() && !cells.contains(place.cell()));
      if (inside > 0 && outside) {
        return true;
      }
    }
    return false;
  }

  /** Amounts made so small that they would not print explain nothing. */
  private static boolean vanishing(List<Place> places, int power, Situation situation) {
    return places.stream()
        .allMatch(
            place ->
                situation
                        .edits()
                        .shown(place)
                        .abs()
                        .scaleByPowerOfTen(power)
                        .compareTo(BigDecimal.ONE.scaleByPowerOfTen(1 - place.digits()))
                    < 0);
  }

  private static String cause(int power) {
    String times =
        switch (Math.abs(power)) {
          case 1 -> "10倍";
          case 2 -> "100倍";
          case 3 -> "1000倍（千元）";
          case 4 -> "1万倍（单位元与万元混淆）";
          default -> "1亿倍（单位元与亿元混淆）";
        };
    return power < 0 ? "金额大了" + times : "金额小了，只有应有数的" + times.replace("倍", "分之一");
  }
}
