package cn.sunledger.check.formula;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Part;
import cn.sunledger.check.table.HeadingNames;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.RowNode;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.FormulaTerm;
import cn.sunledger.model.rule.Quantity;
import cn.sunledger.model.rule.Quantity.Reference;
import cn.sunledger.model.rule.ReconciliationRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Binds a formula to every 科目: 类 = Σ款 in one table, or the same 科目 in several tables. */
final class HeadingBinding {
  private final Operands operands;
  private final Headers headers;
  private final ReconciliationRule rule;
  private final Formula formula;
  private final TableView view;

  HeadingBinding(
      Operands operands, Terms terms, ReconciliationRule rule, Formula formula, TableView view) {
    this.operands = operands;
    this.headers = new Headers(terms);
    this.rule = rule;
    this.formula = formula;
    this.view = view;
  }

  Binding bind() throws MissingOperandException {
    boolean children =
        formula.right().stream().anyMatch(term -> term.quantity() instanceof Quantity.Children);
    return new Binding(children ? hierarchy() : across(), List.of());
  }

  private List<Equation> hierarchy() {
    List<Equation> equations = new ArrayList<>();
    for (RowNode node : view.rows().nodes()) {
      String code = view.code(node.line());
      if (node.line().role() == LineRole.ITEM && !code.isEmpty() && wanted(code)) {
        equations.addAll(sums(node));
      }
    }
    return equations;
  }

  private List<Equation> sums(RowNode node) {
    List<Equation> equations = new ArrayList<>();
    int count = view.columns(node.line()).size();
    for (int i = 0; i < count; i++) {
      int ordinal = i;
      List<Part> total =
          view.place(node.line(), ordinal).map(place -> new Part(1, place)).stream().toList();
      List<Part> parts =
          node.children().stream()
              .flatMap(child -> view.place(child.line(), ordinal).stream())
              .map(place -> new Part(1, place))
              .toList();
      Equation equation = Equation.of(rule, formula, view.table(), Axis.COLUMN, total, parts);
      boolean amounts = equation.parts().stream().allMatch(part -> part.place().addable());
      if (amounts && !equation.vacuous()) {
        equations.add(equation);
      }
    }
    return equations;
  }

  private List<Equation> across() throws MissingOperandException {
    Map<Reference, TableView> tables = new LinkedHashMap<>();
    for (FormulaTerm term :
        Stream.concat(formula.left().stream(), formula.right().stream()).toList()) {
      if (term.quantity() instanceof Reference reference) {
        try {
          tables.put(reference, operands.table(reference, view));
        } catch (MissingOperandException e) {
          if (!reference.ifPresent()) {
            throw e;
          }
        }
      }
    }
    TreeSet<String> codes = new TreeSet<>();
    Set<Character> schemes = new HashSet<>(List.of('2', '3', '4', '5'));
    tables.forEach(
        (reference, table) -> {
          List<String> own = codes(table, reference);
          codes.addAll(own);
          if (!own.isEmpty()) {
            schemes.retainAll(own.stream().map(code -> code.charAt(0)).toList());
          }
        });
    codes.removeIf(code -> !schemes.contains(code.charAt(0)));
    List<Equation> equations = new ArrayList<>();
    for (String code : codes) {
      List<Part> left = new ArrayList<>();
      List<Part> right = new ArrayList<>();
      if (side(formula.left(), tables, code, left) && side(formula.right(), tables, code, right)) {
        Equation equation =
            Equation.of(rule, formula, view.table(), Axis.ACROSS, left, right)
                .without(lacking(tables, code));
        if (!equation.vacuous()) {
          equations.add(equation);
        }
      }
    }
    return equations;
  }

  /** The tables of a formula that list neither the heading nor anything below it. */
  private static List<DisclosureTable> lacking(Map<Reference, TableView> tables, String code) {
    List<DisclosureTable> lacking = new ArrayList<>();
    tables.forEach(
        (reference, table) -> {
          if (!reference.ifPresent() && lines(table, reference, code).isEmpty()) {
            lacking.add(table.table());
          }
        });
    return lacking;
  }

  private List<String> codes(TableView table, Reference reference) {
    return table.table().lines().stream()
        .filter(line -> TableView.isBlock(line.block(), reference.block()))
        .map(table::code)
        .filter(code -> !code.isEmpty() && wanted(code))
        .toList();
  }

  private boolean wanted(String code) {
    int level = rule.scope().each().level();
    return level == 0 || HeadingNames.level(code) == level;
  }

  /** Adds a side's parts; false where a table does not go into such depth for this heading. */
  private boolean side(
      List<FormulaTerm> side, Map<Reference, TableView> tables, String code, List<Part> parts)
      throws MissingOperandException {
    for (FormulaTerm term : side) {
      if (term.quantity() instanceof Reference reference && tables.containsKey(reference)) {
        TableView table = tables.get(reference);
        List<TableLine> lines = lines(table, reference, code);
        if (lines.isEmpty() && coarser(table, reference, code)) {
          return false;
        }
        for (TableLine line : lines) {
          for (Place place : places(table, line, reference)) {
            parts.add(new Part(term.sign(), place));
          }
        }
      }
    }
    return true;
  }

  private List<Place> places(TableView table, TableLine line, Reference reference)
      throws MissingOperandException {
    List<Place> places =
        headers.amount(table, line, reference).stream()
            .map(column -> table.place(line, column))
            .toList();
    if (places.isEmpty() && !reference.ifPresent()) {
      throw new MissingOperandException(
          "《" + table.table().name() + "》中没有“" + reference.column() + "”栏");
    }
    return places;
  }

  /** The heading's own lines, or where the table has none, the shortest codes below it. */
  private static List<TableLine> lines(TableView table, Reference reference, String code) {
    List<TableLine> below = new ArrayList<>();
    int shortest = Integer.MAX_VALUE;
    for (TableLine line : table.table().lines()) {
      String own = table.code(line);
      boolean sameSide = TableView.isBlock(line.block(), reference.block());
      if (sameSide && own.startsWith(code) && own.length() <= shortest) {
        if (own.length() < shortest) {
          below.clear();
          shortest = own.length();
        }
        below.add(line);
      }
    }
    return below;
  }

  /** Whether a table ends with a heading above this one and shows nothing below that. */
  private static boolean coarser(TableView table, Reference reference, String code) {
    String above = "";
    for (TableLine line : table.table().lines()) {
      String own = table.code(line);
      boolean sameSide = TableView.isBlock(line.block(), reference.block());
      if (sameSide && !own.isEmpty() && code.startsWith(own) && own.length() > above.length()) {
        above = own;
      }
    }
    String leaf = above;
    return !leaf.isEmpty()
        && table.table().lines().stream()
            .map(table::code)
            .noneMatch(own -> own.startsWith(leaf) && own.length() > leaf.length());
  }
}
