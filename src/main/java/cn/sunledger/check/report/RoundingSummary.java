package cn.sunledger.check.report;

import cn.sunledger.check.equation.Balance;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.Place;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 尾数误差: one line per table for all comparisons that hold within rounding only. */
public final class RoundingSummary {
  /** The id that the lines carry. */
  public static final String RULE = "R-01";

  private RoundingSummary() {}

  /**
   * The lines.
   *
   * @param equations all comparisons
   * @param tables the workbook's tables, in order
   */
  public static List<Finding> of(List<Equation> equations, List<DisclosureTable> tables) {
    Map<DisclosureTable, List<Equation>> rounded = new IdentityHashMap<>();
    for (Equation equation : equations) {
      if (equation.balance(Edits.NONE).verdict() == Verdict.ROUNDING) {
        rounded.computeIfAbsent(equation.table(), key -> new ArrayList<>()).add(equation);
      }
    }
    return tables.stream()
        .filter(rounded::containsKey)
        .map(table -> line(table, rounded.get(table)))
        .toList();
  }

  private static Finding line(DisclosureTable table, List<Equation> equations) {
    Set<CellRef> cells = new LinkedHashSet<>();
    equations.forEach(equation -> cells.add(equation.places().get(0).cell()));
    boolean licensed =
        table.notes().stream().anyMatch(note -> note.text().matches(".*(?:尾数|四舍五入).*"));
    String places =
        equations.stream().map(RoundingSummary::place).distinct().collect(Collectors.joining("；"));
    return new Finding(
        RULE,
        Severity.INFO,
        table.name()
            + "：尾数误差 "
            + equations.size()
            + " 处，均在四舍五入允许的范围内"
            + (licensed ? "（表下已注明）" : "")
            + "："
            + places
            + "。",
        table.name(),
        List.copyOf(cells),
        "",
        "",
        "",
        "",
        "尾数误差",
        List.of(),
        Optional.empty());
  }

  private static String place(Equation equation) {
    Balance balance = equation.balance(Edits.NONE);
    Place place = equation.places().get(0);
    return Names.place(place)
        + " "
        + balance.left().toPlainString()
        + "（"
        + (equation.right().size() > 1 ? "分项之和 " : "对方 ")
        + balance.right().toPlainString()
        + "）";
  }
}
