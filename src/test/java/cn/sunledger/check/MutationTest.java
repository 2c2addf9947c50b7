package cn.sunledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.check.rules.Checks;
import cn.sunledger.check.table.Place;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.layout.TableRecognizer;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.RuleLoader;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Seeds one error at a random place of every sample, many times over: what arithmetic can see is
 * found, and the cell or row that was changed is the first one named.
 */
class MutationTest {
  private static final List<String> PROFILES = List.of("national");
  private static final TemplateFolder TEMPLATES = new TemplateFolder(Optional.empty());
  private static final RuleBook BOOK = new RuleLoader(TEMPLATES, Checks.names()).load(PROFILES);

  @Test
  void fewMutantsEscape() throws Exception {
    Tally tally = run(4, 20230101);
    System.out.println(tally);
    assertTrue(tally.recall() >= 90, tally::toString);
  }

  @Test
  @Tag("long")
  void hardlyAnyMutantEscapes() throws Exception {
    Tally tally = run(Integer.getInteger("sunledger.mutants", 60), 20240601);
    System.out.println(tally);
    assertTrue(tally.recall() >= 95, tally::toString);
  }

  private static Tally run(int rounds, long seed) throws Exception {
    Tally tally = new Tally();
    RuleChecker checker = new RuleChecker(BOOK);
    for (Disclosure base : samples()) {
      Random random = new Random(seed + base.file().hashCode());
      Set<String> known = serious(checker.check(base, List.of()));
      List<Equation> equations = CheckRun.comparisons(BOOK, base);
      for (Mutation kind : Mutation.values()) {
        for (int i = 0; i < rounds; i++) {
          Optional<Mutant> mutant = kind.seed(base, random);
          if (mutant.isPresent()) {
            CheckReport report = checker.check(mutant.get().disclosure(), List.of());
            tally.count(kind, mutant.get(), visible(kind, mutant.get(), equations), report, known);
          }
        }
      }
    }
    return tally;
  }

  private static List<Disclosure> samples() throws IOException, Exception {
    LayoutLoader layouts = new LayoutLoader(TEMPLATES);
    TableRecognizer recognizer =
        new TableRecognizer(layouts.layouts(PROFILES), layouts.vocabulary(PROFILES));
    List<Path> files;
    try (Stream<Path> paths = Files.list(Path.of("sample-workbooks"))) {
      files = paths.filter(path -> path.toString().endsWith(".xlsx")).sorted().toList();
    }
    List<Disclosure> samples = new ArrayList<>();
    for (Path file : files) {
      samples.add(recognizer.recognise(new WorkbookReader().read(file)));
    }
    return samples;
  }

  private static Set<String> serious(CheckReport report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .map(Finding::message)
        .collect(Collectors.toSet());
  }

  /** Whether some comparison of the sound workbook would fail with the changed amounts. */
  private static boolean visible(Mutation kind, Mutant mutant, List<Equation> equations) {
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

  @Test
  void soundSamplesRaiseNoFalseAlarm() throws Exception {
    RuleChecker checker = new RuleChecker(BOOK);
    Set<String> alarms = new HashSet<>();
    for (Disclosure sample : samples()) {
      if (sample.file().startsWith("changsha")) {
        alarms.addAll(serious(checker.check(sample, List.of())));
      }
    }
    assertEquals(Set.of(), alarms);
  }

  static boolean sameRow(CellRef cell, Set<CellRef> culprits) {
    return culprits.stream()
        .anyMatch(culprit -> culprit.sheet().equals(cell.sheet()) && culprit.row() == cell.row());
  }
}
