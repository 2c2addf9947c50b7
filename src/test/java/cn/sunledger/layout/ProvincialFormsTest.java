package cn.sunledger.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forms of many provinces and years, each figure compared with what a person reads on the sheet:
 * its cell, table, code, label, level, column, value, unit and year.
 */
class ProvincialFormsTest {
  private static final Path FORMS = Path.of("src", "test", "resources", "forms");
  private static final TableRecognizer RECOGNIZER = recognizer();
  private static int tables;
  private static int expectedFacts;
  private static int equalFacts;

  private static TableRecognizer recognizer() {
    LayoutLoader loader = new LayoutLoader(new TemplateFolder(Optional.empty()));
    List<String> profiles = List.of("national");
    return new TableRecognizer(loader.layouts(profiles), loader.vocabulary(profiles));
  }

  static Stream<FormFile> forms() throws IOException {
    List<FormFile> forms = new ArrayList<>();
    try (Stream<Path> files = Files.list(FORMS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        forms.add(FormFile.parse(name, Files.readAllLines(file)));
      }
    }
    return forms.stream();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFigureIsReadAsAPersonReadsIt(FormFile form) {
    Disclosure read = RECOGNIZER.recognise(form.workbook());
    assertTrue(!form.tables().isEmpty(), "the form expects nothing");
    List<DisclosureTable> found = new ArrayList<>(read.tables());
    List<String> wanted = form.tables().stream().map(FormExpectation::sheet).toList();
    List<String> faults = new ArrayList<>();
    List<String> sheets = found.stream().map(DisclosureTable::sheet).toList();
    if (!wanted.equals(sheets)) {
      faults.add("tables expected on " + wanted + ", found on " + sheets);
    }
    List<String> left = read.leftSheets().stream().map(Disclosure.LeftSheet::sheet).toList();
    if (!form.left().equals(left)) {
      faults.add("sheets without table expected " + form.left() + ", found " + left);
    }
    faults.addAll(differences(form, found));
    assertEquals("", String.join("\n", faults));
  }

  private static List<String> differences(FormFile form, List<DisclosureTable> found) {
    List<String> differences = new ArrayList<>();
    List<DisclosureTable> open = new ArrayList<>(found);
    for (FormExpectation table : form.tables()) {
      List<String> expected = table.expected(form);
      Optional<DisclosureTable> match =
          open.stream().filter(other -> other.sheet().equals(table.sheet())).findFirst();
      match.ifPresent(open::remove);
      List<String> actual = match.map(table::actual).orElse(List.of());
      count(expected, actual);
      List<String> lacking = without(expected, actual);
      List<String> surplus = without(actual, expected);
      if (!lacking.isEmpty() || !surplus.isEmpty()) {
        differences.add("== " + table.sheet());
        lacking.forEach(line -> differences.add("  expected " + line));
        surplus.forEach(line -> differences.add("  read     " + line));
      }
    }
    return differences;
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    others.forEach(rest::remove);
    return rest;
  }

  private static void count(List<String> expected, List<String> actual) {
    tables++;
    Set<String> read = new HashSet<>(actual);
    for (String line : expected) {
      if (line.matches("[A-Z]+\\d+ \\[.*")) {
        expectedFacts++;
        equalFacts += read.contains(line) ? 1 : 0;
      }
    }
  }

  @AfterAll
  static void report() {
    System.out.printf(
        "provincial forms: %d tables, %d facts expected, %d equal%n",
        tables, expectedFacts, equalFacts);
  }
}
