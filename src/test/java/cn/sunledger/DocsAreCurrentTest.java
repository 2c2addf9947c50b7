package cn.sunledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.export.FactsSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What README.md says is what the program does. */
class DocsAreCurrentTest {
  @Test
  void theColumnsOfFactsCsv() throws IOException {
    List<String> expected =
        FactsSchema.FIELDS.stream()
            .map(
                field ->
                    "| `"
                        + field.name()
                        + "` | "
                        + field.title()
                        + " | "
                        + field.description()
                        + " |")
            .toList();

    assertEquals(expected, section("## facts.csv").filter(line -> line.startsWith("| `")).toList());
  }

  private static java.util.stream.Stream<String> section(String heading) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("README.md"));
    int start = lines.indexOf(heading);
    return lines.subList(start + 1, lines.size()).stream()
        .takeWhile(line -> !line.startsWith("## "));
  }
}
