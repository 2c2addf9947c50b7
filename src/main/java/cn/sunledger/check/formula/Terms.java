package cn.sunledger.check.formula;

import cn.sunledger.check.table.StageWords;
import cn.sunledger.check.table.TableView;
import cn.sunledger.check.table.TotalWords;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.RuleTerm;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a name of a formula means in a table: by concept first, then by label or code. */
public final class Terms {
  private static final String TOTAL = "合计";
  private static final String ANYWHERE = "*//";

  private final Map<String, RuleTerm> terms;
  private final Map<TableLine, String> labels = new IdentityHashMap<>();
  private final Map<TableColumn, Header> headers = new IdentityHashMap<>();
  private final Map<String, Pattern> patterns = new HashMap<>();

  /**
   * With a vocabulary.
   *
   * @param terms the rule book's terms by name
   */
  public Terms(Map<String, RuleTerm> terms) {
    this.terms = Map.copyOf(terms);
  }

  /**
   * The lines a name stands for.
   *
   * @param view the table
   * @param block the side to look at; empty for all sides
   * @param name term, label or code, in normal form
   * @return the lines in order; several where the table repeats itself
   */
  public List<TableLine> lines(TableView view, String block, String name) {
    List<TableLine> lines =
        view.table().lines().stream()
            .filter(line -> TableView.isBlock(line.block(), block))
            .toList();
    if (Character.isDigit(name.charAt(0))) {
      return lines.stream().filter(line -> view.code(line).equals(name)).toList();
    }
    RuleTerm term = term(name);
    List<TableLine> named =
        lines.stream()
            .filter(line -> line.measure().map(term.measures()::contains).orElse(false))
            .toList();
    if (named.isEmpty()) {
      named = lines.stream().filter(line -> labelled(line, lines, term)).toList();
    }
    return named.isEmpty() && name.equals(TOTAL) ? totals(lines) : named;
  }

  /**
   * The columns a name stands for.
   *
   * @param columns the columns to look at
   * @param name term or label, in normal form
   */
  public List<TableColumn> columns(List<TableColumn> columns, String name) {
    RuleTerm term = term(name);
    List<TableColumn> named =
        columns.stream()
            .filter(column -> column.measure().map(term.measures()::contains).orElse(false))
            .toList();
    for (int i = 0; named.isEmpty() && i < term.labels().size(); i++) {
      String wanted = term.labels().get(i);
      named = columns.stream().filter(column -> headed(column, wanted)).toList();
    }
    return named;
  }

  /**
   * Whether a heading over several columns is what a name stands for.
   *
   * @param label as printed
   * @param name term or label, in normal form
   */
  boolean means(String label, String name) {
    String normal = Labels.normal(Labels.withoutEnumerator(Labels.normal(label)));
    return term(name).labels().stream()
        .anyMatch(wanted -> wanted.indexOf('/') < 0 && glob(wanted, normal));
  }

  private RuleTerm term(String name) {
    return terms.getOrDefault(name, new RuleTerm(name, List.of(), List.of(name)));
  }

  /** The table's whole: its 合计 row, or where it has no such row, the first row of a unit. */
  private static List<TableLine> totals(List<TableLine> lines) {
    List<TableLine> totals =
        lines.stream()
            .filter(line -> line.role() == LineRole.TOTAL || line.role() == LineRole.GRAND_TOTAL)
            .filter(line -> line.bareLabel().isEmpty() || TotalWords.total(line.bareLabel()))
            .toList();
    if (totals.isEmpty()) {
      totals = lines.stream().filter(line -> line.role() == LineRole.UNIT).toList();
    }
    if (totals.isEmpty() && lines.size() == 1) {
      totals = lines;
    }
    return totals.isEmpty() ? totals : totals.subList(0, 1);
  }

  private boolean labelled(TableLine line, List<TableLine> lines, RuleTerm term) {
    String label = label(line);
    for (String wanted : term.labels()) {
      int slash = wanted.indexOf('/');
      if (slash < 0 ? glob(wanted, label) : under(wanted, slash, line, lines)) {
        return true;
      }
    }
    return false;
  }

  private boolean under(String wanted, int slash, TableLine line, List<TableLine> lines) {
    if (!glob(wanted.substring(slash + 1), label(line))) {
      return false;
    }
    String heading = wanted.substring(0, slash);
    Optional<TableLine> above = Optional.empty();
    for (TableLine candidate : lines) {
      if (candidate.equals(line)) {
        break;
      }
      boolean sameSide = candidate.block().equals(line.block());
      if (sameSide && candidate.role() != LineRole.ITEM) {
        above = Optional.empty();
      }
      if (sameSide && glob(heading, label(candidate))) {
        above = Optional.of(candidate);
      }
    }
    return above.isPresent();
  }

  private boolean headed(TableColumn column, String wanted) {
    Header header = headers.computeIfAbsent(column, Header::of);
    return wanted.indexOf('/') < 0
        ? glob(wanted, header.label)
        : pattern(ANYWHERE + wanted).matcher(header.path).matches();
  }

  private String label(TableLine line) {
    return labels.computeIfAbsent(line, own -> Labels.normal(own.bareLabel()));
  }

  private boolean glob(String wanted, String label) {
    return wanted.indexOf('*') < 0
        ? label.equals(wanted)
        : pattern(wanted).matcher(label).matches();
  }

  private Pattern pattern(String wanted) {
    return patterns.computeIfAbsent(wanted, Terms::compiled);
  }

  /** {@code *} is any text within one label, {@code *}{@code //} in front any labels above. */
  private static Pattern compiled(String wanted) {
    boolean anywhere = wanted.startsWith(ANYWHERE);
    StringBuilder pattern = new StringBuilder(anywhere ? "(?:.*/)?" : "");
    for (char c : (anywhere ? wanted.substring(ANYWHERE.length()) : wanted).toCharArray()) {
      pattern.append(
          c == '*' ? "[^/]*" : "()[]{}.+?^$|\\".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
    }
    return Pattern.compile(pattern.toString());
  }

  /** A column's innermost label and its whole path, in normal form. */
  private record Header(String label, String path) {
    static Header of(TableColumn column) {
      List<String> labels = StageWords.path(column);
      String last = labels.isEmpty() ? "" : labels.get(labels.size() - 1);
      return new Header(
          Labels.normal(Labels.withoutEnumerator(Labels.normal(last))),
          Labels.normal(String.join("/", labels)));
    }
  }
}
