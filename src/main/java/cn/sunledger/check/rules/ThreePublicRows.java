package cn.sunledger.check.rules;

import cn.sunledger.check.formula.Terms;
import cn.sunledger.check.table.Closeness;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.RowNode;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * “三公”经费 is always 出国, 公务用车 and 公务接待, 公务用车 always 购置 and 运行: a table that lists all of them but one
 * and whose total holds more.
 */
final class ThreePublicRows implements Check {
  private static final Map<String, List<String>> WHOLES =
      Map.of(
          "三公合计", List.of("因公出国费", "公务用车", "公务接待费"),
          "公务用车", List.of("公务用车购置费", "公务用车运行费"));

  @Override
  public void run(CheckContext context, Outcome outcome) {
    Terms terms = new Terms(context.book().terms());
    for (TableView view : context.tables()) {
      for (String block : view.blocks()) {
        WHOLES.forEach((whole, parts) -> side(terms, view, block, whole, parts, outcome));
      }
    }
  }

  private static void side(
      Terms terms,
      TableView view,
      String block,
      String whole,
      List<String> names,
      Outcome outcome) {
    Optional<TableLine> total = terms.lines(view, block, whole).stream().findFirst();
    List<TableLine> listed = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String part : names) {
      Optional<TableLine> line = terms.lines(view, block, part).stream().findFirst();
      line.ifPresentOrElse(listed::add, () -> missing.add(part));
    }
    if (total.isEmpty() || missing.size() != 1 || listed.contains(total.get())) {
      return;
    }
    for (Place place : view.row(total.get())) {
      List<BigDecimal> parts =
          listed.stream().map(line -> view.place(line, place.column()).value()).toList();
      BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean more = place.value().compareTo(sum) > 0 && place.addable();
      if (more && !Closeness.within(place.value(), sum, parts) && !otherwise(view, place)) {
        found(view, place, listed, missing.get(0), sum, outcome);
        return;
      }
    }
    outcome.passed();
  }

  /** Whether the rows below add up after all, one of them under a name of its own. */
  private static boolean otherwise(TableView view, Place total) {
    List<RowNode> children =
        view.rows().node(total.line()).map(RowNode::children).orElse(List.of());
    List<BigDecimal> parts =
        children.stream().map(child -> view.place(child.line(), total.column()).value()).toList();
    BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Closeness.within(total.value(), sum, parts);
  }

  private static void found(
      TableView view,
      Place total,
      List<TableLine> listed,
      String missing,
      BigDecimal sum,
      Outcome outcome) {
    List<CellRef> cells = new ArrayList<>(List.of(total.cell()));
    listed.forEach(line -> cells.add(view.place(line, total.column()).cell()));
    outcome.found(
        view.table(),
        cells,
        Map.of(
            "cause", "疑漏列“" + missing + "”一行",
            "line", Names.place(total),
            "value", total.shown(),
            "expected", sum.toPlainString(),
            "difference", total.value().subtract(sum).toPlainString(),
            "unit", total.unit().label(),
            "name", missing));
  }
}
