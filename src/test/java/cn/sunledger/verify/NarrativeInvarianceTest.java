package cn.sunledger.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.document.PlainText;
import cn.sunledger.document.SheetLines;
import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.verify.HouseStyles.Style;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a text is set makes no difference to what it says. */
class NarrativeInvarianceTest {
  @TempDir Path folder;

  static List<String> styles() {
    return HouseStyles.names();
  }

  @ParameterizedTest
  @MethodSource("styles")
  void settingMakesNoDifference(String name) {
    Style style = HouseStyles.read(name, folder);
    List<String> expected = verdicts(style, style.text());
    assertEquals(expected, verdicts(style, set(style, NarrativeInvarianceTest::fullWidth)), "wide");
    assertEquals(expected, verdicts(style, set(style, NarrativeInvarianceTest::spaced)), "spaced");
    assertEquals(expected, verdicts(style, wrapped(style)), "wrapped");
    assertEquals(expected, verdicts(style, sheet(style)), "in a sheet");
    byte[] gb = String.join("\n", lines(style)).getBytes(Charset.forName("GB18030"));
    assertEquals(expected, verdicts(style, new PlainText().read(name, gb)), "GB18030");
  }

  private static List<String> lines(Style style) {
    return style.text().paragraphs().stream().map(NarrativeText.Paragraph::text).toList();
  }

  private static NarrativeText set(Style style, UnaryOperator<String> change) {
    String text = String.join("\n", lines(style).stream().map(change).toList());
    return new PlainText().read(style.name(), text.getBytes(StandardCharsets.UTF_8));
  }

  private static NarrativeText sheet(Style style) {
    SheetLines sheet = new SheetLines();
    List<String> lines = lines(style);
    for (int i = 0; i < lines.size(); i++) {
      sheet.add(i + 1, lines.get(i));
    }
    return sheet.text(style.name());
  }

  private static String fullWidth(String line) {
    StringBuilder wide = new StringBuilder();
    for (char c : line.toCharArray()) {
      wide.append(c >= '0' && c <= '9' || c == '.' || c == '%' ? (char) (c - '!' + '！') : c);
    }
    return wide.toString();
  }

  private static String spaced(String line) {
    return line.replaceAll("(?<=\\p{IsHan})(?=[0-9])|(?<=[0-9%])(?=\\p{IsHan})", " ");
  }

  /** Lines of a page, as text copied from a PDF has them. */
  private static NarrativeText wrapped(Style style) {
    List<String> lines = new ArrayList<>();
    for (String line : lines(style)) {
      for (int from = 0; from < line.length(); from += 34) {
        lines.add(line.substring(from, Math.min(line.length(), from + 34)));
      }
    }
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new PlainText().read(style.name(), text);
  }

  private static List<String> verdicts(Style style, NarrativeText text) {
    List<String> verdicts = new ArrayList<>();
    for (Claim claim : Verifiers.national().verify(text, style.sources()).claims()) {
      if (claim.verdict() != ClaimVerdict.UNVERIFIABLE) {
        verdicts.add(
            claim.kind().id()
                + " "
                + plain(claim.stated())
                + " "
                + claim.verdict().id()
                + (claim.isWrong() ? " " + plain(claim.expected()) : ""));
      }
    }
    return verdicts;
  }

  private static String plain(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
        .replaceAll("\\s", "");
  }
}
