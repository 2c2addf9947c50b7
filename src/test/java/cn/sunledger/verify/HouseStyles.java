package cn.sunledger.verify;

import cn.sunledger.document.PlainText;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.VerifySources;
import cn.sunledger.samples.SampleReader;
import cn.sunledger.samples.TextWorkbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Narratives in the wording of different places, with a few figures and words made wrong: {@code
 * {{wrong=>right}}}. The first line names the workbooks.
 */
final class HouseStyles {
  private static final Path STYLES = Path.of("src/test/resources/verify/styles");
  private static final Path CASES = Path.of("src/test/resources/narrative/cases");
  private static final Pattern MARKED = Pattern.compile("、?\\{\\{(.*?)=>(.*?)\\}\\}");
  private static final String LEFT_OUT = "不列";

  private HouseStyles() {}

  /**
   * Something made wrong.
   *
   * @param line number of its line in the narrative, from 1
   * @param start first character
   * @param end one behind the last
   * @param wrong what is printed
   * @param right what should be
   */
  record Planted(int line, int start, int end, String wrong, String right) {}

  /**
   * A narrative.
   *
   * @param name the file's name
   * @param text with what was made wrong
   * @param right as it should be
   * @param planted what was made wrong
   * @param sources its workbooks
   */
  record Style(
      String name,
      NarrativeText text,
      NarrativeText right,
      List<Planted> planted,
      VerifySources sources) {}

  static List<String> names() {
    try (Stream<Path> files = Files.list(STYLES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one; workbooks are written to a folder first. */
  static Style read(String name, Path folder) {
    List<String> lines;
    try {
      lines = Files.readAllLines(STYLES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Planted> planted = new ArrayList<>();
    StringBuilder wrong = new StringBuilder();
    StringBuilder right = new StringBuilder();
    for (int i = 1; i < lines.size(); i++) {
      Matcher marked = MARKED.matcher(lines.get(i));
      StringBuilder line = new StringBuilder();
      int from = 0;
      while (marked.find()) {
        String between = lines.get(i).substring(from, marked.start());
        String comma = marked.group().startsWith("、") ? "、" : "";
        boolean left = marked.group(2).equals(LEFT_OUT);
        line.append(between).append(comma);
        right.append(between).append(left ? "" : comma + marked.group(2));
        int start = line.length();
        line.append(marked.group(1));
        planted.add(new Planted(i, start, line.length(), marked.group(1), marked.group(2)));
        from = marked.end();
      }
      wrong.append(line).append(lines.get(i).substring(from)).append('\n');
      right.append(lines.get(i).substring(from)).append('\n');
    }
    return new Style(
        name, text(name, wrong), text(name, right), planted, sources(lines.get(0), folder));
  }

  private static NarrativeText text(String name, StringBuilder text) {
    return new PlainText().read(name, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static VerifySources sources(String header, Path folder) {
    String[] names = header.substring(1).strip().split(" ");
    return new VerifySources(
        workbook(names[0], folder).orElseThrow(),
        workbook(names[1], folder),
        workbook(names[2], folder),
        List.of());
  }

  private static Optional<Disclosure> workbook(String name, Path folder) {
    if (name.equals("-")) {
      return Optional.empty();
    }
    return Optional.of(
        name.endsWith(".xlsx")
            ? SampleReader.sample(name)
            : SampleReader.read(TextWorkbook.write(CASES.resolve(name + ".txt"), folder)));
  }
}
