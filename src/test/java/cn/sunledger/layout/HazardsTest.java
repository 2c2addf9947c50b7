package cn.sunledger.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.grid.WorkbookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every hazard of the published tables: a small workbook each, and every fact that stands in it
 * with cell, line, code, level, column path, value, unit, year and unit name.
 */
class HazardsTest {
  static final List<String> HAZARDS =
      List.of(
          "preamble-any-order",
          "preamble-glued",
          "preamble-row-after",
          "year-in-title",
          "unit-per-table",
          "two-sided",
          "three-classifications",
          "code-three-cells",
          "code-glued",
          "code-numeric",
          "labels-wrapped",
          "header-one-to-four",
          "header-unmerged",
          "header-repeated",
          "column-numbers",
          "total-places",
          "offset-and-gaps",
          "stacked-and-beside",
          "continued",
          "hidden",
          "sheet-names",
          "numbers-as-text",
          "marks",
          "formulas",
          "year-rows",
          "interleaved",
          "notes-and-signatures",
          "multi-unit",
          "same-title-units",
          "rates-and-counts",
          "merged-labels",
          "not-tables",
          "form-selfeval-national",
          "form-selfeval-provincial",
          "form-target",
          "form-indicator-list",
          "form-department-target");

  private final TableRecognizer recognizer = Recognizers.national();

  @Test
  void everyHazardIsListed() throws IOException {
    try (Stream<Path> files = Files.list(HazardCase.FOLDER)) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".txt", "")).sorted().toList();
      assertEquals(List.copyOf(new TreeSet<>(HAZARDS)), names);
    }
  }

  @ParameterizedTest
  @FieldSource("HAZARDS")
  void isReadFromTheGrid(String name) throws IOException {
    HazardCase hazard = HazardCase.load(name);
    assertEquals(hazard.facts(), FactText.of(recognizer.recognise(hazard.grid())));
  }

  @ParameterizedTest
  @FieldSource("HAZARDS")
  void isReadFromTheWorkbook(String name, @TempDir Path folder) throws Exception {
    HazardCase hazard = HazardCase.load(name);
    Path file = hazard.write(folder);
    assertEquals(
        hazard.facts(), FactText.of(recognizer.recognise(new WorkbookReader().read(file))));
  }
}
