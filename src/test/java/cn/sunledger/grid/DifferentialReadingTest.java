package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The same files by three readers: ours, EasyExcel (for .xlsx) and POI's user model. Where they
 * differ, {@code reading-differences.tsv} says how often, who is right and why.
 */
class DifferentialReadingTest {
  private static final Pattern SENTENCE = Pattern.compile("《[^》]+》[^。；]+；[^。]+。", Pattern.DOTALL);

  private static final Duration LONGEST = Duration.ofSeconds(10);

  @Test
  void samplesReadAlike() throws Exception {
    Map<String, Integer> differences = new TreeMap<>();
    for (Path file : files(Path.of("sample-workbooks"))) {
      if (file.toString().endsWith(".xlsx") || file.toString().endsWith(".xls")) {
        compare(file, new WorkbookReader().read(file), differences);
      }
    }
    assertEquals(Map.of(), differences);
  }

  @Test
  @Tag("long")
  void theCorpusReadsAlikeButForWhatIsListed() throws Exception {
    Path corpus = shared("poi-corpus");
    if (corpus == null) {
      return;
    }
    Map<String, Integer> differences = new TreeMap<>();
    for (Path file : files(corpus)) {
      try {
        compare(file, new WorkbookReader().read(file), differences);
      } catch (UnreadableWorkbookException e) {
        // the other test says which files these are
      }
    }
    assertEquals(String.join("\n", listed()), String.join("\n", lines(differences)));
  }

  @Test
  @Tag("long")
  void everyFileOfTheCorpusIsReadOrRefusedInOneSentence() throws Exception {
    Path corpus = shared("poi-corpus");
    if (corpus == null) {
      return;
    }
    for (Path file : files(corpus)) {
      Instant start = Instant.now();
      try {
        new WorkbookReader().read(file);
      } catch (UnreadableWorkbookException e) {
        assertTrue(SENTENCE.matcher(e.getMessage()).matches(), e.getMessage());
      }
      Duration took = Duration.between(start, Instant.now());
      assertTrue(took.compareTo(LONGEST) < 0, file.getFileName() + " took " + took);
    }
  }

  private static void compare(Path file, WorkbookGrid workbook, Map<String, Integer> differences)
      throws IOException {
    ReadCells own = ReadCells.own(workbook);
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(".xls")) {
      count(differences, name + "\tEasyExcel", () -> byEasyExcel(file, workbook, own));
    }
    count(
        differences, name + "\tPOI values", () -> without(own.differences(PoiReader.values(file))));
    count(
        differences,
        name + "\tPOI structure",
        () -> apart(GridText.structure(workbook), PoiReader.structure(file)));
  }

  /** What a comparison gives. */
  private interface Comparison {
    List<String> run() throws IOException;
  }

  /** Counts the differences; −1 where the other reader fails. */
  private static void count(Map<String, Integer> differences, String key, Comparison comparison) {
    int found;
    try {
      List<String> lines = comparison.run();
      lines.stream().limit(3).forEach(line -> System.out.println(key + "\t" + line));
      found = lines.size();
    } catch (IOException | RuntimeException e) {
      found = -1;
    }
    if (found != 0) {
      differences.put(key, found);
    }
  }

  private static List<String> byEasyExcel(Path file, WorkbookGrid workbook, ReadCells own)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (SheetGrid sheet : workbook.sheets()) {
      while (names.size() < sheet.index()) {
        names.add("(no worksheet)");
      }
      names.add(sheet.name());
    }
    return without(own.differences(EasyExcelReader.values(file, names)));
  }

  /** We give dates as ISO texts, the others as numbers: no difference if both are the same time. */
  private static List<String> without(List<String> differences) {
    return differences.stream().filter(line -> !IsoTimes.sameTime(line)).toList();
  }

  private static List<String> apart(Set<String> own, Set<String> other) {
    List<String> lines = new ArrayList<>();
    own.stream().filter(line -> !other.contains(line)).map("+ "::concat).forEach(lines::add);
    other.stream().filter(line -> !own.contains(line)).map("- "::concat).forEach(lines::add);
    return lines;
  }

  private static Set<String> lines(Map<String, Integer> differences) {
    Set<String> lines = new TreeSet<>();
    differences.forEach((key, count) -> lines.add(key + "\t" + count));
    return lines;
  }

  /** The list without who is right and why. */
  private static Set<String> listed() throws IOException {
    try (InputStream in =
        DifferentialReadingTest.class.getResourceAsStream("reading-differences.tsv")) {
      Set<String> lines = new TreeSet<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t"))
          .forEach(cells -> lines.add(cells[0] + "\t" + cells[1] + "\t" + cells[2]));
      return lines;
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** A folder that is beside the project on some machines; null where it is not. */
  private static Path shared(String name) {
    String set = System.getenv("SUNLEDGER_SHARED");
    Path folder = Path.of(set == null ? "../shared" : set).resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    System.out.println("left out, since it is not here: " + name);
    return null;
  }
}
