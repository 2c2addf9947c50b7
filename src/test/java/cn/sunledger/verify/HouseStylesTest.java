package cn.sunledger.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.document.PlainText;
import cn.sunledger.model.Claim;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.Severity;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.model.VerifySources;
import cn.sunledger.samples.SampleReader;
import cn.sunledger.samples.TextWorkbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Narratives in the wording of different places, with a few figures and words made wrong: {@code
 * {{wrong=>right}}} says what must be found, and nothing else may be accused. The first line names
 * the workbooks.
 */
class HouseStylesTest {
  private static final Path STYLES = Path.of("src/test/resources/verify/styles");
  private static final Path CASES = Path.of("src/test/resources/narrative/cases");
  private static final Pattern MARKED = Pattern.compile("\\{\\{(.*?)=>(.*?)\\}\\}");

  @TempDir Path folder;

  private record Planted(int line, int start, int end, String wrong, String right) {}

  static List<String> styles() throws IOException {
    try (Stream<Path> files = Files.list(STYLES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("styles")
  void onlyWhatIsWrongIsAccused(String style) throws IOException {
    List<String> lines = Files.readAllLines(STYLES.resolve(style));
    List<Planted> planted = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < lines.size(); i++) {
      Matcher marked = MARKED.matcher(lines.get(i));
      StringBuilder line = new StringBuilder();
      int from = 0;
      while (marked.find()) {
        line.append(lines.get(i), from, marked.start());
        int start = line.length();
        line.append(marked.group(1));
        planted.add(new Planted(i, start, line.length(), marked.group(1), marked.group(2)));
        from = marked.end();
      }
      text.append(line).append(lines.get(i).substring(from)).append('\n');
    }
    NarrativeText narrative =
        new PlainText().read(style, text.toString().getBytes(StandardCharsets.UTF_8));
    VerifyReport report = Verifiers.national().verify(narrative, sources(lines.get(0)));
    System.out.println(
        style
            + ": figures "
            + report.figures()
            + ", understood "
            + report.understood()
            + ", planted "
            + planted.size()
            + ", "
            + cn.sunledger.report.VerifyText.verdict(report));
    assertEquals("", String.join("\n", faults(report, planted)));
  }

  private static List<String> faults(VerifyReport report, List<Planted> planted) {
    List<String> faults = new ArrayList<>();
    Set<Planted> found = new HashSet<>();
    for (Claim claim : report.claims()) {
      if (!claim.isWrong()) {
        continue;
      }
      NarrativeText.Paragraph paragraph =
          report.text().paragraphs().get(claim.position().paragraph());
      Optional<Planted> here =
          planted.stream()
              .filter(p -> paragraph.source() == p.line())
              .filter(p -> claim.position().start() < p.end())
              .filter(p -> claim.position().end() > p.start())
              .findFirst();
      if (here.isEmpty()) {
        faults.add("accused: " + claim);
      } else if (!figure(claim.expected()).equals(figure(here.get().right()))) {
        faults.add("expected " + here.get().right() + " of " + claim);
      } else {
        found.add(here.get());
      }
    }
    report.remarks().stream()
        .filter(remark -> remark.finding().severity() == Severity.ERROR)
        .forEach(remark -> faults.add("remarked: " + remark));
    planted.stream().filter(p -> !found.contains(p)).forEach(p -> faults.add("missed: " + p));
    return faults;
  }

  private static String figure(String text) {
    return text.replaceAll("[,元万%]", "")
        .replaceFirst("(\\.\\d*?)0+$", "$1")
        .replaceFirst("\\.$", "");
  }

  private VerifySources sources(String header) {
    String[] names = header.substring(1).strip().split(" ");
    return new VerifySources(
        workbook(names[0]).orElseThrow(), workbook(names[1]), workbook(names[2]), List.of());
  }

  private Optional<Disclosure> workbook(String name) {
    if (name.equals("-")) {
      return Optional.empty();
    }
    return Optional.of(
        name.endsWith(".xlsx")
            ? SampleReader.sample(name)
            : SampleReader.read(TextWorkbook.write(CASES.resolve(name + ".txt"), folder)));
  }
}
