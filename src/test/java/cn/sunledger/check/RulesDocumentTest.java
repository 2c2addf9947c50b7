package cn.sunledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.check.rules.Checks;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.profile.RuleLoader;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** RULES.md says what the rule files say; {@code -Dsunledger.rewrite=true} writes it anew. */
class RulesDocumentTest {
  private static final Path FILE = Path.of("templates", "national", "RULES.md");

  @Test
  void rulesMdIsCurrent() throws IOException {
    RuleBook book =
        new RuleLoader(new TemplateFolder(Optional.empty()), Checks.names())
            .load(List.of("national"));
    String expected = RulesDocument.write(book);
    if (Boolean.getBoolean("sunledger.rewrite")) {
      Files.writeString(FILE, expected);
    }
    assertEquals(expected, Files.readString(FILE));
  }
}
