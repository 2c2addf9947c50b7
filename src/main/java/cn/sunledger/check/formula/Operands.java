package cn.sunledger.check.formula;

import cn.sunledger.check.equation.Part;
import cn.sunledger.check.formula.MissingOperandException.Kind;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.StageWords;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.Each;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.FormulaTerm;
import cn.sunledger.model.rule.Quantity;
import cn.sunledger.model.rule.Quantity.Reference;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.model.rule.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the places that references to named tables mean. */
final class Operands {
  private static final String TOTAL = "合计";

  private final RuleBook book;
  private final Terms terms;
  private final Headers headers;
  private final Map<Source, DisclosureView> workbooks;

  Operands(RuleBook book, Terms terms, Map<Source, DisclosureView> workbooks) {
    this.book = book;
    this.terms = terms;
    this.headers = new Headers(terms);
    this.workbooks = Map.copyOf(workbooks);
  }

  /**
   * The table a reference looks into.
   *
   * @param reference the reference
   * @param beside the table that the rule runs over, whose unit is meant
   * @throws MissingOperandException where there is none
   */
  TableView table(Reference reference, TableView beside) throws MissingOperandException {
    if (reference.table().isEmpty()) {
      return beside;
    }
    DisclosureView workbook = workbooks.get(reference.source());
    if (workbook == null) {
      throw new MissingOperandException(
          Kind.TABLE, reference.source() == Source.PREVIOUS ? "没有给出上年的公开文件" : "没有给出本年的部门预算");
    }
    DisclosureTable unit = beside.table();
    return workbook.table(reference.table(), unit).orElseThrow(() -> lacking(reference, unit));
  }

  /** A table of other places' sets, or of another kind of document, is not missed. */
  private MissingOperandException lacking(Reference reference, DisclosureTable beside) {
    DocumentKind kind =
        reference.source() == Source.BUDGET ? DocumentKind.DEPARTMENT_BUDGET : beside.document();
    String title =
        book.layout(reference.table()).map(layout -> layout.id().title()).orElse(reference.table());
    return new MissingOperandException(
        book.required(kind).contains(title) ? Kind.TABLE : Kind.INAPPLICABLE, "未找到《" + title + "》");
  }

  /**
   * One side of a formula, every reference of which names its table and line.
   *
   * @param formulaTerms the side
   * @param beside the table that the rule runs over
   * @return the parts
   * @throws MissingOperandException where an operand is missing that must be there
   */
  List<Part> side(List<FormulaTerm> formulaTerms, TableView beside) throws MissingOperandException {
    List<Part> parts = new ArrayList<>();
    for (FormulaTerm term : formulaTerms) {
      if (term.quantity() instanceof Reference reference) {
        for (Place place : places(reference, beside)) {
          parts.add(new Part(term.sign(), place));
        }
      } else if (term.quantity() instanceof Quantity.Absolute absolute) {
        parts.addAll(absolute(term.sign(), side(absolute.terms(), beside)));
      }
    }
    return parts;
  }

  /** The parts between abs( and ), turned so that together they are not negative. */
  static List<Part> absolute(int sign, List<Part> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      BigDecimal value = part.place().value();
      sum = part.sign() > 0 ? sum.add(value) : sum.subtract(value);
    }
    int turn = sum.signum() < 0 ? -sign : sign;
    return parts.stream().map(part -> new Part(turn * part.sign(), part.place())).toList();
  }

  /** The numbers that a form fixes, on one side of a formula. */
  static BigDecimal constant(List<FormulaTerm> formulaTerms) {
    BigDecimal sum = BigDecimal.ZERO;
    for (FormulaTerm term : formulaTerms) {
      if (term.quantity() instanceof Quantity.Constant constant) {
        sum = sum.add(constant.value().multiply(BigDecimal.valueOf(term.sign())));
      }
    }
    return sum;
  }

  /**
   * Whether the table itself prints an amount other than zero that a formula names.
   *
   * @param formula the formula
   * @param each what the rule runs over
   * @param view the table that the rule runs over
   */
  boolean printed(Formula formula, Each each, TableView view) {
    boolean columns = each == Each.ROW || each == Each.EITHER;
    return Stream.concat(formula.left().stream(), formula.right().stream())
        .map(FormulaTerm::quantity)
        .filter(Reference.class::isInstance)
        .map(Reference.class::cast)
        .filter(own -> own.table().isEmpty() || view.table().is(own.table()))
        .anyMatch(own -> columns ? inColumn(own, view) : inPlace(own, view));
  }

  private boolean inPlace(Reference reference, TableView view) {
    try {
      return places(reference, view).stream().anyMatch(place -> !place.zero());
    } catch (MissingOperandException e) {
      return false;
    }
  }

  private boolean inColumn(Reference reference, TableView view) {
    return view.table().columns().stream()
        .filter(column -> !terms.columns(List.of(column), reference.line()).isEmpty())
        .anyMatch(column -> view.column(column).stream().anyMatch(place -> !place.zero()));
  }

  private List<Place> places(Reference reference, TableView beside) throws MissingOperandException {
    try {
      TableView view = table(reference, beside);
      List<TableLine> lines = lines(view, reference);
      List<Place> places = new ArrayList<>();
      for (TableLine line : lines) {
        places.addAll(places(view, line, reference));
      }
      return places;
    } catch (MissingOperandException e) {
      if (reference.ifPresent()) {
        return List.of();
      }
      throw e;
    }
  }

  private List<TableLine> lines(TableView view, Reference reference)
      throws MissingOperandException {
    String name = reference.line().isEmpty() ? TOTAL : reference.line();
    List<TableLine> lines =
        atStage(view, terms.lines(view, reference.block(), name), reference.stage());
    if (!lines.isEmpty()) {
      return lines.subList(0, 1);
    }
    if (name.equals(TOTAL)) {
      List<TableLine> years = years(view, reference.stage());
      List<TableLine> parts = years.isEmpty() ? whole(view, view.rows().roots()) : years;
      if (!parts.isEmpty()) {
        return parts;
      }
    }
    if (view.empty()) {
      return List.of();
    }
    // a heading that is not listed has nothing to be compared
    boolean heading = Character.isDigit(name.charAt(0));
    throw new MissingOperandException(
        heading ? Kind.INAPPLICABLE : Kind.PLACE,
        "《" + view.table().name() + "》中没有“" + name + "”行");
  }

  /**
   * Where the first row is the sum of the others, as a department's own row is, it is the whole.
   */
  private static List<TableLine> whole(TableView view, List<TableLine> roots) {
    if (roots.size() < 2) {
      return roots;
    }
    boolean sums = false;
    for (Place place : view.row(roots.get(0))) {
      BigDecimal rest = BigDecimal.ZERO;
      for (TableLine other : roots.subList(1, roots.size())) {
        rest = rest.add(view.place(other, place.column()).value());
      }
      if (rest.compareTo(place.value()) != 0) {
        return roots;
      }
      sums |= rest.signum() != 0;
    }
    return sums ? roots.subList(0, 1) : roots;
  }

  /** The row of the stage that is meant, in a table whose rows are years. */
  private static List<TableLine> years(TableView view, String stage) {
    List<TableLine> lines = view.table().lines();
    boolean staged = lines.stream().anyMatch(line -> StageWords.of(line, view.table()).isPresent());
    if (!staged) {
      return List.of();
    }
    return atStage(view, lines, stage).stream().limit(1).toList();
  }

  private static List<TableLine> atStage(TableView view, List<TableLine> lines, String stage) {
    return StageWords.at(
        lines, line -> StageWords.of(line, view.table()), stage, view.table().document());
  }

  private List<Place> places(TableView view, TableLine line, Reference reference)
      throws MissingOperandException {
    List<TableColumn> columns = headers.amount(view, line, reference);
    if (columns.isEmpty()) {
      if (view.empty()) {
        return List.of();
      }
      throw new MissingOperandException(
          "《" + view.table().name() + "》中没有“" + column(reference) + "”栏");
    }
    List<Place> places =
        columns.stream()
            .map(column -> view.place(line, column))
            .filter(place -> StageWords.says(place, reference.stage()))
            .toList();
    boolean bare = !view.empty() && view.filled(line.block()).isEmpty();
    if (bare && !line.block().isEmpty()) {
      throw new MissingOperandException(
          "《" + view.table().name() + "》的“" + line.block() + "”一方没有填数");
    }
    if (places.isEmpty() && !view.empty()) {
      throw new MissingOperandException(
          "《" + view.table().name() + "》中没有“" + reference.stage() + "”");
    }
    return places;
  }

  private static String column(Reference reference) {
    return reference.column().isEmpty() ? "金额" : reference.column();
  }
}
