package cn.sunledger.check;

import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.check.rules.Checks;
import cn.sunledger.check.table.Place;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.layout.ProvincialForms;
import cn.sunledger.layout.TableRecognizer;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.RuleLoader;
import cn.sunledger.profile.TemplateFolder;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Seeds errors into workbooks, reads each of them anew from its cells, and counts what the checker
 * says of it.
 */
final class MutationRun {
  private static final String KINDS = System.getProperty("sunledger.mutants.kinds", "");

  private final RuleBook book;
  private final TableRecognizer recognizer;

  MutationRun(RuleBook book, TableRecognizer recognizer) {
    this.book = book;
    this.recognizer = recognizer;
  }

  /**
   * Runs.
   *
   * @param grids the workbooks
   * @param rounds how often each kind of error is seeded into each of them
   * @param seed of the places
   */
  Tally run(List<WorkbookGrid> grids, int rounds, long seed) {
    Tally tally = new Tally();
    RuleChecker checker = new RuleChecker(book);
    for (WorkbookGrid grid : grids) {
      Disclosure base = recognizer.recognise(grid);
      Random random = new Random(seed + grid.file().hashCode());
      Set<String> known = serious(checker.check(base, List.of()));
      List<Equation> equations = CheckRun.comparisons(book, base);
      for (Mutation kind : kinds()) {
        for (int i = 0; i < rounds; i++) {
          Optional<Mutant> seeded = kind.seed(grid, base, random);
          if (seeded.isPresent()) {
            Mutant mutant = seeded.get();
            Disclosure read = recognizer.recognise(mutant.grid());
            CheckReport report = checker.check(read, List.of());
            tally.count(
                kind, grid.file(), mutant, visible(kind, mutant, base, equations), report, known);
          }
        }
      }
    }
    return tally;
  }

  /** All kinds, or those that the property names, for looking at. */
  private static List<Mutation> kinds() {
    return KINDS.isEmpty()
        ? List.of(Mutation.values())
        : Stream.of(KINDS.split(",")).map(Mutation::valueOf).toList();
  }

  static Set<String> serious(CheckReport report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .map(MutationRun::key)
        .collect(Collectors.toSet());
  }

  /** What tells a finding again after its figures have changed. */
  static String key(Finding finding) {
    return finding.rule() + finding.table() + finding.cells().stream().limit(1).toList();
  }

  /** Whether some comparison of the sound workbook would fail with the changed amounts. */
  private static boolean visible(
      Mutation kind, Mutant mutant, Disclosure base, List<Equation> equations) {
    if (kind == Mutation.ROW_DROPPED && headsOthers(mutant, base)) {
      return false;
    }
    if (kind == Mutation.YEAR_CHANGED || kind == Mutation.ROW_DOUBLED) {
      return true;
    }
    Edits edits = new Edits(mutant.changed());
    return equations.stream()
        .filter(
            equation ->
                equation.places().stream().map(Place::cell).anyMatch(mutant.changed()::containsKey))
        .anyMatch(equation -> equation.balance(edits).verdict() == Verdict.FAILED);
  }

  /** Without a 款 its 项 add up to the 类 all the same. */
  private static boolean headsOthers(Mutant mutant, Disclosure base) {
    return base.tables().stream()
        .filter(
            table ->
                mutant.culprits().stream().anyMatch(cell -> cell.sheet().equals(table.sheet())))
        .flatMap(table -> table.lines().stream())
        .anyMatch(
            line ->
                mutant.named().stream()
                    .filter(name -> name.matches("[0-9]+"))
                    .anyMatch(code -> line.code().startsWith(code) && !line.code().equals(code)));
  }

  /** Prints a run over workbooks: {@code ROUNDS [forms | FILE…]}. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    TemplateFolder templates = new TemplateFolder(Optional.empty());
    List<String> profiles = List.of("national");
    LayoutLoader layouts = new LayoutLoader(templates);
    MutationRun run =
        new MutationRun(
            new RuleLoader(templates, Checks.names()).load(profiles),
            new TableRecognizer(layouts.layouts(profiles), layouts.vocabulary(profiles)));
    List<WorkbookGrid> grids = new ArrayList<>();
    for (String arg : List.of(args).subList(1, args.length)) {
      if (arg.startsWith("forms")) {
        for (WorkbookGrid form : ProvincialForms.all()) {
          boolean sound = !CutOff.ALARMS.containsKey(form.file());
          if (sound && form.file().contains(arg.substring("forms".length()))) {
            grids.add(form);
          }
        }
      } else {
        grids.add(new WorkbookReader().read(Path.of(arg)));
      }
    }
    out.println(run.run(grids, Integer.parseInt(args[0]), Long.getLong("seed", 1)));
  }
}
