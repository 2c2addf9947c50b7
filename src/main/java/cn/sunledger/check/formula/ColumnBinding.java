package cn.sunledger.check.formula;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Part;
import cn.sunledger.check.table.HeadingNames;
import cn.sunledger.check.table.RowNode;
import cn.sunledger.check.table.StageWords;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.FormulaTerm;
import cn.sunledger.model.rule.Quantity;
import cn.sunledger.model.rule.ReconciliationRule;
import java.util.ArrayList;
import java.util.List;

/** Binds a formula over lines to every column of a table. */
final class ColumnBinding {
  private static final String THIS_LINE = "本行";

  private final Terms terms;
  private final ReconciliationRule rule;
  private final Formula formula;
  private final TableView view;

  ColumnBinding(Terms terms, ReconciliationRule rule, Formula formula, TableView view) {
    this.terms = terms;
    this.rule = rule;
    this.formula = formula;
    this.view = view;
  }

  Binding bind() throws MissingOperandException {
    List<Equation> equations = new ArrayList<>();
    MissingOperandException missing = null;
    boolean bound = false;
    for (String block : view.blocks(rule.scope().block())) {
      try {
        List<SignedLine> left = lines(formula.left(), block, List.of());
        List<SignedLine> right = lines(formula.right(), block, left);
        columns(left, right, equations);
        bound = true;
      } catch (MissingOperandException e) {
        missing = e;
      }
    }
    if (!bound && missing != null) {
      throw missing;
    }
    return new Binding(equations, List.of());
  }

  private void columns(List<SignedLine> left, List<SignedLine> right, List<Equation> equations) {
    int count = left.stream().mapToInt(signed -> view.columns(signed.line).size()).max().orElse(0);
    for (int ordinal = 0; ordinal < count; ordinal++) {
      Equation equation =
          Equation.of(
              rule,
              formula,
              view.table(),
              Axis.COLUMN,
              parts(left, ordinal),
              parts(right, ordinal));
      boolean amounts = equation.parts().stream().allMatch(part -> part.place().addable());
      if (amounts && !equation.vacuous()) {
        equations.add(equation);
      }
    }
  }

  private List<Part> parts(List<SignedLine> lines, int ordinal) {
    List<Part> parts = new ArrayList<>();
    for (SignedLine signed : lines) {
      view.place(signed.line, ordinal).ifPresent(place -> parts.add(new Part(signed.sign, place)));
    }
    return parts;
  }

  private List<SignedLine> lines(List<FormulaTerm> side, String block, List<SignedLine> other)
      throws MissingOperandException {
    List<SignedLine> signed = new ArrayList<>();
    for (FormulaTerm term : side) {
      if (term.quantity() instanceof Quantity.Reference reference) {
        // a grid of several triplets has the lines of one list on different sides
        String where = reference.line().matches("[0-9]+") ? "" : block;
        List<TableLine> found =
            reference.line().equals(THIS_LINE)
                ? staged(block, reference.stage())
                : terms.lines(view, where, reference.line());
        if (found.isEmpty() && !reference.ifPresent()) {
          throw new MissingOperandException(
              "《" + view.table().name() + "》中没有“" + reference.line() + reference.stage() + "”行");
        }
        // 一、“三公”经费支出 heads the table, and only （一）支出合计 below it holds the amounts
        found.stream()
            .filter(line -> view.row(line).stream().anyMatch(place -> !place.blank()))
            .findFirst()
            .or(() -> found.stream().findFirst())
            .ifPresent(line -> signed.add(new SignedLine(term.sign(), line)));
      } else if (term.quantity() instanceof Quantity.Children && !other.isEmpty()) {
        RowNode node =
            view.rows()
                .node(other.get(0).line)
                .orElseThrow(
                    () ->
                        new MissingOperandException(
                            "《"
                                + view.table().name()
                                + "》的“"
                                + other.get(0).line.name()
                                + "”没有明细行"));
        node.children().forEach(child -> signed.add(new SignedLine(term.sign(), child.line())));
      } else if (term.quantity() instanceof Quantity.Level level) {
        level(level.level(), block, other)
            .forEach(line -> signed.add(new SignedLine(term.sign(), line)));
      }
    }
    return signed;
  }

  /** The rows of a stage, in a table whose rows are years. */
  private List<TableLine> staged(String block, String stage) {
    List<TableLine> items =
        view.lines(block).stream().filter(line -> line.role() == LineRole.ITEM).toList();
    List<TableLine> found =
        StageWords.at(
            items, line -> StageWords.of(line, view.table()), stage, view.table().document());
    boolean silent = found.stream().allMatch(line -> StageWords.of(line, view.table()).isEmpty());
    return silent && !stage.isEmpty() ? List.of() : found;
  }

  /**
   * The headings of one depth in the functional classification; all lines must be known as such.
   */
  private List<TableLine> level(int level, String block, List<SignedLine> other)
      throws MissingOperandException {
    List<TableLine> headings = new ArrayList<>();
    for (TableLine line : view.lines(block)) {
      if (!other.isEmpty() && line.equals(other.get(0).line)) {
        break;
      }
      if (line.role() == LineRole.ITEM) {
        String code = view.code(line);
        boolean amounts = view.row(line).stream().anyMatch(place -> !place.zero());
        if (!code.startsWith("2") && amounts) {
          throw new MissingOperandException(
              "《" + view.table().name() + "》的“" + line.label() + "”不是已知的功能科目");
        }
        if (!code.isEmpty() && HeadingNames.level(code) == level) {
          headings.add(line);
        }
      }
    }
    if (headings.isEmpty()) {
      throw new MissingOperandException("《" + view.table().name() + "》没有功能分类的明细行");
    }
    return headings;
  }

  private record SignedLine(int sign, TableLine line) {}
}
