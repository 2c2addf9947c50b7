package cn.sunledger.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.Claim;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.Severity;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.report.VerifyText;
import cn.sunledger.verify.HouseStyles.Planted;
import cn.sunledger.verify.HouseStyles.Style;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the wordings of different places every mistake is found, and nothing else is accused. */
class HouseStylesTest {
  @TempDir Path folder;

  /** Of a hundred figures so many must be known for what they are figures of. */
  private static final int UNDERSTOOD = 93;

  static List<String> styles() {
    return HouseStyles.names();
  }

  @ParameterizedTest
  @MethodSource("styles")
  void onlyWhatIsWrongIsAccused(String name) {
    Style style = HouseStyles.read(name, folder);
    VerifyReport report = Verifiers.national().verify(style.text(), style.sources());
    System.out.println(
        name
            + ": figures "
            + report.figures()
            + ", understood "
            + report.understood()
            + ", planted "
            + style.planted().size()
            + ", "
            + VerifyText.verdict(report));
    assertEquals("", String.join("\n", faults(report, style.planted())));
    VerifyReport right = Verifiers.national().verify(style.right(), style.sources());
    assertEquals("", String.join("\n", faults(right, List.of())));
    assertTrue(
        right.understood() * 100 >= right.figures() * UNDERSTOOD,
        right.understood() + " of " + right.figures() + " figures understood");
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
}
