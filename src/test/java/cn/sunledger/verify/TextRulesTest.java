package cn.sunledger.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.sunledger.model.TextRule;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.profile.TextRuleLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue names exactly the rules that findings of narratives carry. */
class TextRulesTest {
  private static final Pattern IN_CODE = Pattern.compile("\"((?:N|A|P3|W|U|Y|M|Z|C|B)-[0-9]{2})\"");
  private static final Pattern IN_DATA = Pattern.compile("(?m)^- id: ([A-Z0-9]+-[0-9]{2})$");

  @Test
  void catalogueAndFindingsAgree() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/cn/sunledger/verify"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        collect(IN_CODE, Files.readString(file), used);
      }
    }
    collect(IN_DATA, Files.readString(Path.of("templates/national/narrative-flaws.yaml")), used);
    Set<String> listed = new TreeSet<>();
    List<TextRule> rules =
        new TextRuleLoader(new TemplateFolder(Optional.empty())).rules(List.of("national"));
    rules.forEach(rule -> listed.add(rule.id()));
    assertEquals(used, listed);
    rules.forEach(rule -> assertFalse(rule.title().isBlank() || rule.why().isBlank(), rule.id()));
  }

  private static void collect(Pattern pattern, String text, Set<String> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
  }
}
