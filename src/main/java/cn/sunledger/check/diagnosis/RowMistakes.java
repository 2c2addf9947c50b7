package cn.sunledger.check.diagnosis;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Part;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.HeadingNames;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 漏行、重行、编码错: rows that are missing, doubled, or stand under a wrong code. */
final class RowMistakes {
  private static final int CODE_COST = 15;
  private static final int NAMED_COST = 13;
  private static final int MISSING_COST = 18;
  private static final int LISTED_COST = 11;
  private static final int GAP_COST = 6;
  private static final int FULL_LIST = 4;
  private static final int DOUBLED_COST = 1;
  private static final int MOST = 24;

  private final DisclosureView workbook;

  RowMistakes(DisclosureView workbook) {
    this.workbook = workbook;
  }

  /** The mistakes with rows that could explain some of what fails. */
  List<RowMistake> suggest(Situation situation) {
    List<RowMistake> mistakes = new ArrayList<>();
    Suspects suspects = new Suspects(workbook, situation);
    for (TableView view : workbook.tables()) {
      // a row under a wrong code is one that other tables list and this one seems not to
      boolean lacks =
          situation.failing().stream()
              .anyMatch(equation -> equation.lacking().contains(view.table()));
      boolean suspected = suspects.tables().contains(view);
      if (lacks || suspected) {
        codes(view, suspects, lacks, mistakes);
      }
      if (suspected) {
        doubled(view, mistakes);
      }
    }
    missing(situation, mistakes);
    return mistakes.size() > MOST ? mistakes.subList(0, MOST) : mistakes;
  }

  /** A heading whose name other tables, or the known headings, give another code. */
  private void codes(TableView view, Suspects suspects, boolean lacks, List<RowMistake> mistakes) {
    Set<String> own = new LinkedHashSet<>();
    view.table().lines().forEach(line -> own.add(line.code()));
    for (TableLine line : view.table().lines()) {
      if (!HeadingNames.isHeading(line) || confirmed(view, line)) {
        continue;
      }
      Set<String> named = workbook.names().codes(line.label());
      Set<String> candidates = new LinkedHashSet<>(named);
      neighbours(view, line)
          .forEach(code -> candidates.add(code + line.code().substring(line.code().length() - 2)));
      candidates.removeIf(
          code ->
              code.equals(line.code())
                  || own.contains(code)
                  || code.charAt(0) != line.code().charAt(0)
                  || code.length() != line.code().length());
      boolean touched = lacks || suspects.lines(view).contains(line);
      for (String code : touched ? candidates : Set.<String>of()) {
        mistakes.add(
            new RowMistake(
                "D-08",
                view,
                List.of(line.labelCell()),
                "“" + Names.line(line) + "”的科目编码疑为 " + code + " 之误",
                Variant.recoded(workbook.disclosure(), view.table(), line, code),
                named.contains(code) ? NAMED_COST : CODE_COST));
      }
    }
  }

  /** Whether another table prints the same code with the same name. */
  private boolean confirmed(TableView view, TableLine line) {
    return workbook.tables().stream()
        .filter(other -> other != view)
        .flatMap(other -> other.table().lines().stream())
        .anyMatch(
            other ->
                other.code().equals(line.code()) && other.bareLabel().equals(line.bareLabel()));
  }

  /** The headings that the lines next to a line belong to. */
  private static Set<String> neighbours(TableView view, TableLine line) {
    List<TableLine> lines = view.lines(line.block());
    int index = lines.indexOf(line);
    Set<String> parents = new LinkedHashSet<>();
    for (int step : List.of(-1, 1)) {
      int i = index + step;
      if (i >= 0 && i < lines.size() && HeadingNames.isHeading(lines.get(i))) {
        String code = lines.get(i).code();
        int length = line.code().length() - 2;
        if (length >= 3 && code.length() >= length) {
          parents.add(code.substring(0, length));
        }
      }
    }
    return parents;
  }

  /** Two lines that say the same. */
  private void doubled(TableView view, List<RowMistake> mistakes) {
    List<TableLine> lines = view.table().lines();
    for (int i = 1; i < lines.size(); i++) {
      TableLine upper = lines.get(i - 1);
      TableLine lower = lines.get(i);
      boolean same =
          lower.role() == LineRole.ITEM
              && !lower.name().isEmpty()
              && upper.name().equals(lower.name())
              && upper.block().equals(lower.block())
              && amounts(view, upper).equals(amounts(view, lower));
      if (same) {
        mistakes.add(
            new RowMistake(
                "D-08",
                view,
                List.of(lower.labelCell(), upper.labelCell()),
                "“" + Names.line(lower) + "”重复列示了一行",
                Variant.without(workbook.disclosure(), view.table(), lower),
                DOUBLED_COST));
      }
    }
  }

  private static List<String> amounts(TableView view, TableLine line) {
    return view.row(line).stream().map(Place::shown).toList();
  }

  /** A sum that is short of the same row in several columns, or of a row that another table has. */
  private void missing(Situation situation, List<RowMistake> mistakes) {
    Map<TableLine, Map<TableColumn, BigDecimal>> shortfalls = new LinkedHashMap<>();
    Map<TableLine, Equation> samples = new LinkedHashMap<>();
    for (Equation equation : situation.failing()) {
      boolean sum = equation.axis() == Axis.COLUMN && equation.left().size() == 1;
      BigDecimal lacking = equation.balance(situation.edits()).difference();
      if (sum && !equation.right().isEmpty()) {
        Place total = equation.left().get(0).place();
        shortfalls
            .computeIfAbsent(total.line(), key -> new LinkedHashMap<>())
            .put(total.column(), lacking);
        samples.putIfAbsent(total.line(), equation);
      }
    }
    shortfalls.forEach(
        (line, lacking) -> {
          if (lacking.values().stream().allMatch(amount -> amount.signum() > 0)) {
            missing(samples.get(line), lacking, mistakes);
          }
        });
  }

  private void missing(
      Equation sample, Map<TableColumn, BigDecimal> lacking, List<RowMistake> mistakes) {
    Place total = sample.left().get(0).place();
    TableView view =
        workbook.tables().stream()
            .filter(own -> own.table() == total.table())
            .findFirst()
            .orElse(null);
    if (view == null) {
      return;
    }
    String parent = total.line().role() == LineRole.ITEM ? view.code(total.line()) : "";
    List<Part> parts = sample.right();
    TableLine beside = parts.get(parts.size() - 1).place().line();
    Map<String, String> elsewhere = absent(view, parent, beside);
    elsewhere.forEach(
        (code, name) ->
            mistakes.add(
                mistake(view, total, beside, code, lacking, "疑漏列“" + name + "”一行", MISSING_COST)));
    Optional<String> gap = gap(view, parent, beside);
    if (gap.isPresent() && !elsewhere.containsKey(gap.get())) {
      String name = gap.get() + " " + workbook.names().known().get(gap.get());
      mistakes.add(
          mistake(view, total, beside, gap.get(), lacking, "疑漏列“" + name + "”一行", GAP_COST));
    } else if (lacking.size() > 1 && elsewhere.isEmpty()) {
      String cause = "“" + Names.line(total.line()) + "”下疑漏列一行";
      int cost = parent.isEmpty() ? LISTED_COST : MISSING_COST;
      mistakes.add(mistake(view, total, beside, parent + "97", lacking, cause, cost));
    }
  }

  /** The one known heading that a list of nearly all headings of its kind lacks. */
  private Optional<String> gap(TableView view, String parent, TableLine beside) {
    int length = view.code(beside).length();
    if (parent.isEmpty() || length == 0) {
      return Optional.empty();
    }
    Set<String> own = new LinkedHashSet<>();
    view.table().lines().forEach(line -> own.add(view.code(line)));
    List<String> siblings =
        workbook.names().known().keySet().stream()
            .filter(code -> code.length() == length && code.startsWith(parent))
            .toList();
    List<String> lacking = siblings.stream().filter(code -> !own.contains(code)).toList();
    return lacking.size() == 1 && siblings.size() >= FULL_LIST
        ? Optional.of(lacking.get(0))
        : Optional.empty();
  }

  private RowMistake mistake(
      TableView view,
      Place total,
      TableLine beside,
      String code,
      Map<TableColumn, BigDecimal> lacking,
      String cause,
      int cost) {
    StringBuilder amounts = new StringBuilder();
    lacking.forEach(
        (column, value) ->
            amounts
                .append(amounts.length() == 0 ? "（" : "、")
                .append(Names.column(column))
                .append(' ')
                .append(value.toPlainString()));
    List<CellRef> look = new ArrayList<>(List.of(total.line().labelCell()));
    view.row(total.line()).stream()
        .filter(place -> lacking.containsKey(place.column()))
        .forEach(place -> look.add(place.cell()));
    return new RowMistake(
        "D-08",
        view,
        look,
        cause + amounts + "）",
        Variant.with(workbook.disclosure(), view.table(), beside, code, lacking),
        cost);
  }

  /** Headings right below a parent that other tables list and this one does not. */
  private Map<String, String> absent(TableView view, String parent, TableLine beside) {
    String sibling = view.code(beside);
    Map<String, String> absent = new LinkedHashMap<>();
    if (sibling.isEmpty()) {
      return absent;
    }
    Set<String> own = new LinkedHashSet<>();
    view.table().lines().forEach(line -> own.add(view.code(line)));
    for (TableView other : workbook.tables()) {
      for (TableLine line : other.table().lines()) {
        String code = other.code(line);
        boolean fits =
            code.length() == sibling.length()
                && code.startsWith(parent)
                && code.charAt(0) == sibling.charAt(0)
                && !own.contains(code);
        if (fits && other.row(line).stream().anyMatch(place -> !place.zero())) {
          absent.putIfAbsent(code, code + " " + line.bareLabel());
        }
      }
    }
    return absent;
  }
}
