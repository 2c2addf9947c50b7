package cn.sunledger.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Titles as they are printed in many places, each named as the one table that it is. */
class TitlesTest {
  private static final Path TITLES = Path.of("src", "test", "resources", "forms", "titles.tsv");

  @Test
  void everyTitleNamesItsTable() throws IOException {
    LayoutLoader loader = new LayoutLoader(new TemplateFolder(Optional.empty()));
    LayoutMatcher matcher = new LayoutMatcher(loader.layouts(List.of("national")));
    List<String> faults = new ArrayList<>();
    int titles = 0;
    for (String line : Files.readAllLines(TITLES)) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      String[] parts = line.split("\t");
      Words words = new Words();
      LayoutMatcher.Look look = new LayoutMatcher.Look(words.of(parts[1]), List.of(), words);
      Optional<DocumentKind> kind =
          WorkbookContext.kindOf(parts[1])
              .or(() -> parts.length < 3 ? Optional.empty() : Optional.of(kind(parts[2])));
      String id =
          matcher
              .match(look, kind)
              .or(() -> matcher.byKeywords(look, kind))
              .map(layout -> layout.id().id())
              .orElse("-");
      titles++;
      if (!id.equals(parts[0])) {
        faults.add(parts[1] + ": expected " + parts[0] + ", named " + id);
      }
    }
    assertEquals("", String.join("\n", faults), titles + " titles");
  }

  private static DocumentKind kind(String id) {
    return Stream.of(DocumentKind.values())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
