package cn.sunledger.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.FactsCsv;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.layout.TableRecognizer;
import cn.sunledger.model.Labels;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.TemplateFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The facts kept beside the samples: what is read today is what is kept, and what is kept is what
 * the published tables print.
 *
 * <p>{@code -Dsunledger.rewrite=true} writes them anew, but not where {@code CI} is set.
 */
class SampleFactsTest {
  private static final Path KEPT = SampleWorkbook.COMMITTED.resolve(".expected");
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** How many amounts the published tables of each seed print; numbers of lines are none. */
  private static final Map<String, Integer> AMOUNTS =
      Map.of("000", 446, "001", 351, "002", 62, "003", 709, "004", 17);

  private final TableRecognizer recognizer = recognizer();

  private static TableRecognizer recognizer() {
    LayoutLoader loader = new LayoutLoader(new TemplateFolder(Optional.empty()));
    List<String> national = List.of("national");
    return new TableRecognizer(loader.layouts(national), loader.vocabulary(national));
  }

  static Stream<SampleWorkbook> samples() {
    return SampleWorkbook.ALL.stream();
  }

  static Stream<SampleWorkbook> published() {
    return samples().filter(sample -> !sample.seed().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsReadIsWhatIsKept(SampleWorkbook sample) throws Exception {
    Path workbook = SampleWorkbook.COMMITTED.resolve(sample.file());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FactsCsv facts = new FactsCsv(bytes, CsvOptions.PLAIN);
    facts.header();
    facts.rows(sample.file(), recognizer.recognise(new WorkbookReader().read(workbook)));
    facts.flush();
    String read = bytes.toString(StandardCharsets.UTF_8);
    if (Boolean.getBoolean("sunledger.rewrite")) {
      assertEquals(null, System.getenv("CI"), "kept facts are not written anew in CI");
      Files.createDirectories(KEPT);
      Files.writeString(kept(sample), read);
    }
    assertEquals(Files.readString(kept(sample)), read);
  }

  private static Path kept(SampleWorkbook sample) {
    return KEPT.resolve(sample.file() + ".facts.csv");
  }

  @Test
  void nothingIsKeptWithoutASample() throws IOException {
    Set<String> expected = new LinkedHashSet<>();
    SampleWorkbook.ALL.forEach(sample -> expected.add(kept(sample).getFileName().toString()));
    try (Stream<Path> files = Files.list(KEPT)) {
      assertEquals(
          expected.stream().sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  /**
   * Every amount that a published table prints is a fact with the value, label, code, column, unit
   * and year that stand there.
   */
  @ParameterizedTest
  @MethodSource("published")
  void whatIsKeptIsWhatIsPublished(SampleWorkbook sample) throws IOException {
    Optional<List<SampleGrid>> grids = sample.grids();
    if (grids.isEmpty()) {
      System.out.println("left out: the facts of " + sample.file() + " against published tables");
      return;
    }
    Map<String, CSVRecord> facts = facts(sample);
    List<String> faults = new ArrayList<>();
    int amounts = 0;
    int top = 0;
    for (SampleGrid grid : grids.orElseThrow()) {
      String sheet = sample.isStacked() ? sample.stackedOn() : grid.sheetName();
      for (int r = 0; r < grid.rows().size(); r++) {
        for (int c = 0; c < grid.width(); c++) {
          if (isAmount(grid, r, c)) {
            amounts++;
            String a1 = CellReference.convertNumToColString(c) + (top + r + 1);
            CSVRecord fact = facts.get(sheet + "!" + a1);
            Optional<String> fault =
                fact == null ? Optional.of("no fact") : fault(grid, r, c, fact);
            fault.ifPresent(text -> faults.add(sheet + "!" + a1 + ": " + text));
          }
        }
      }
      top = sample.isStacked() ? SampleBuilder.below(grid, top) : 0;
    }
    assertEquals("", String.join("\n", faults));
    assertEquals(AMOUNTS.get(sample.seed()), amounts, "amounts of " + sample.file());
  }

  private static Map<String, CSVRecord> facts(SampleWorkbook sample) throws IOException {
    Map<String, CSVRecord> facts = new HashMap<>();
    try (Reader reader = Files.newBufferedReader(kept(sample))) {
      for (CSVRecord fact : CSV.parse(reader)) {
        CSVRecord before = facts.put(fact.get("sheet") + "!" + fact.get("cell"), fact);
        assertFalse(before != null, "two facts of one cell: " + fact);
      }
    }
    return facts;
  }

  /** A numeric cell that is no line's number and no column's. */
  private static boolean isAmount(SampleGrid grid, int r, int c) {
    return grid.isNumber(r, c)
        && (grid.isForm() || r > grid.headerRows().get(1))
        && headers(grid, c).stream().noneMatch(label -> label.equals("行次"));
  }

  /** What of a fact does not stand in the published table; empty where all of it does. */
  private static Optional<String> fault(SampleGrid grid, int r, int c, CSVRecord fact) {
    if (new BigDecimal(grid.text(r, c)).compareTo(new BigDecimal(fact.get("value"))) != 0) {
      return Optional.of(fact.get("value") + " is not " + grid.text(r, c));
    }
    boolean money = fact.get("unit").endsWith("元");
    if (money && !fact.get("unit").equals(grid.unit())) {
      return Optional.of("unit " + fact.get("unit") + ", not " + grid.unit());
    }
    if (!fact.get("year").equals(String.valueOf(grid.year()))) {
      return Optional.of("year " + fact.get("year") + ", not " + grid.year());
    }
    boolean titled = grid.rows().stream().anyMatch(row -> row.contains(grid.title()));
    String title = Labels.compact(titled ? grid.title() : grid.sheetName());
    if (!fact.get("title").startsWith(title)) {
      return Optional.of("title " + fact.get("title") + ", not " + title);
    }
    return label(grid, r, c, fact).or(() -> code(grid, r, c, fact)).or(() -> path(grid, c, fact));
  }

  private static Optional<String> label(SampleGrid grid, int r, int c, CSVRecord fact) {
    String label = fact.get("row_label");
    boolean stands =
        label.isEmpty() || before(grid, r, c).stream().anyMatch(text -> text.endsWith(label));
    return stands ? Optional.empty() : Optional.of("label " + label + " does not stand there");
  }

  private static Optional<String> code(SampleGrid grid, int r, int c, CSVRecord fact) {
    String code = fact.get("row_code");
    if (code.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder joined = new StringBuilder();
    boolean alone = false;
    for (String text : before(grid, r, c)) {
      joined.append(text.matches("[0-9]+") ? text : "|");
      alone |= text.startsWith(code);
    }
    boolean stands = alone || joined.indexOf(code) >= 0;
    return stands ? Optional.empty() : Optional.of("code " + code + " does not stand there");
  }

  /** The texts that a person sees in a row in front of a column, those of merges too. */
  private static List<String> before(SampleGrid grid, int r, int column) {
    List<String> texts = new ArrayList<>();
    for (int c = 0; c < column; c++) {
      String text = Labels.compact(seen(grid, r, c));
      boolean again = c > 0 && grid.merge(r, c) != null && grid.merge(r, c) == grid.merge(r, c - 1);
      if (!text.isEmpty() && !again) {
        texts.add(text);
      }
    }
    return texts;
  }

  /**
   * In a table the path is what the header prints over the column, from outside in; in a form each
   * of its labels stands somewhere above.
   */
  private static Optional<String> path(SampleGrid grid, int c, CSVRecord fact) {
    String path = fact.get("column_path");
    if (!grid.isForm()) {
      String printed = String.join("/", headers(grid, c));
      return path.equals(printed)
          ? Optional.empty()
          : Optional.of("column " + path + ", not " + printed);
    }
    for (String label : path.isEmpty() ? new String[0] : path.split("/")) {
      boolean stands = false;
      for (int r = 0; r < grid.rows().size(); r++) {
        stands |= Labels.compact(seen(grid, r, c)).contains(label);
      }
      if (!stands) {
        return Optional.of("column " + label + " stands nowhere above");
      }
    }
    return Optional.empty();
  }

  /** The labels of the header over a column; the numbers of columns are none. */
  private static List<String> headers(SampleGrid grid, int c) {
    Set<String> labels = new LinkedHashSet<>();
    for (int r = grid.headerRows().get(0); r <= grid.headerRows().get(1); r++) {
      String label = Labels.compact(seen(grid, r, c));
      if (!label.isEmpty() && !label.matches("[0-9]{1,2}|栏次")) {
        labels.add(label);
      }
    }
    return List.copyOf(labels);
  }

  private static String seen(SampleGrid grid, int r, int c) {
    CellRangeAddress merge = grid.merge(r, c);
    return merge == null ? grid.text(r, c) : grid.text(merge.getFirstRow(), merge.getFirstColumn());
  }
}
