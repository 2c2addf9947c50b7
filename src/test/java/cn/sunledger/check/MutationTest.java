package cn.sunledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.layout.ProvincialForms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Seeds one error at a random place of every sample, many times over, and reads the workbook anew:
 * what arithmetic can see is found, and the cell or row that was changed is the first one named.
 */
class MutationTest {

  @Test
  void fewMutantsEscape() throws Exception {
    Tally tally = new MutationRun(National.BOOK, National.RECOGNIZER).run(samples(), 1, 20230101);
    assertTrue(tally.recall() >= 97, tally::toString);
    assertTrue(tally.blamed() >= 90, tally::toString);
  }

  @Test
  @Tag("long")
  void hardlyAnyMutantEscapes() throws Exception {
    int rounds = Integer.getInteger("sunledger.mutants", 60);
    Tally tally =
        new MutationRun(National.BOOK, National.RECOGNIZER).run(samples(), rounds, 20240601);
    System.out.println(tally);
    assertTrue(tally.recall() >= 97, tally::toString);
    assertTrue(tally.blamed() >= 95, tally::toString);
  }

  @Test
  @Tag("long")
  void hardlyAnyMutantOfOtherProvincesEscapes() throws Exception {
    int rounds = Integer.getInteger("sunledger.mutants", 20);
    List<WorkbookGrid> forms =
        ProvincialForms.all().stream()
            .filter(form -> !CutOff.ALARMS.containsKey(form.file()))
            .toList();
    Tally tally = new MutationRun(National.BOOK, National.RECOGNIZER).run(forms, rounds, 20240601);
    System.out.println(tally);
    assertTrue(tally.recall() >= 95, tally::toString);
    assertTrue(tally.blamed() >= 85, tally::toString);
  }

  @Test
  void soundSamplesRaiseNoFalseAlarm() throws Exception {
    RuleChecker checker = new RuleChecker(National.BOOK);
    Set<String> alarms = new HashSet<>();
    for (WorkbookGrid sample : samples()) {
      if (sample.file().startsWith("changsha")) {
        alarms.addAll(
            MutationRun.serious(checker.check(National.RECOGNIZER.recognise(sample), List.of())));
      }
    }
    assertEquals(Set.of(), alarms);
  }

  private static List<WorkbookGrid> samples() throws Exception {
    List<Path> files;
    try (Stream<Path> paths = Files.list(Path.of("sample-workbooks"))) {
      files = paths.filter(path -> path.toString().endsWith(".xlsx")).sorted().toList();
    }
    List<WorkbookGrid> samples = new ArrayList<>();
    for (Path file : files) {
      samples.add(new WorkbookReader().read(file));
    }
    return samples;
  }
}
