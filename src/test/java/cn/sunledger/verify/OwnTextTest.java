package cn.sunledger.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.VerifyReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In what the program writes itself nothing is found but the places a person still has to fill, and
 * two flaws of wording that the published answers of a sample hold.
 */
class OwnTextTest {
  private static final List<String> ANSWERED =
      List.of(
          "pingshan-2023.shenzhen W-09 «他政府办公厅（室）及相关机构事务支出预算8万元，主要包括：主要用于",
          "pingshan-2023.shenzhen W-05 «22年预算减少131万元，下降23%，主要原因是新增社工项目经费");

  @TempDir Path folder;

  @Test
  void isClean() {
    clean(OwnTexts.all(folder));
  }

  @Test
  void isCleanOfRandomAmounts() {
    clean(OwnTexts.ofRandomAmounts(100, 15, folder));
  }

  @Test
  @Tag("long")
  void isCleanOfManyRandomAmounts() {
    clean(OwnTexts.ofRandomAmounts(10_000, Integer.getInteger("sunledger.random", 400), folder));
  }

  private static void clean(List<OwnTexts.Case> cases) {
    List<String> found = new ArrayList<>();
    for (OwnTexts.Case own : cases) {
      VerifyReport report = Verifiers.national().verify(own.text(), own.sources());
      for (Claim claim : report.claims()) {
        if (claim.verdict() == ClaimVerdict.WRONG || claim.verdict() == ClaimVerdict.ROUNDING) {
          found.add(
              own.name()
                  + " "
                  + claim.verdict()
                  + " "
                  + claim.kind()
                  + " «"
                  + claim.quote()
                  + "» "
                  + claim.stated()
                  + " → "
                  + claim.expected()
                  + " | "
                  + claim.rule()
                  + " "
                  + claim.reason()
                  + " | "
                  + claim.section());
        }
      }
      report.remarks().stream()
          .filter(r -> !r.finding().message().startsWith("这是草稿：还有"))
          .forEach(
              r ->
                  found.add(
                      own.name()
                          + " "
                          + r.finding().rule()
                          + " «"
                          + r.quote()
                          + "» "
                          + r.finding().message()
                          + " | "
                          + r.section()));
      System.out.println(
          own.name()
              + ": figures "
              + report.figures()
              + ", understood "
              + report.understood()
              + ", ok "
              + report.count(ClaimVerdict.OK)
              + ", unverifiable "
              + report.count(ClaimVerdict.UNVERIFIABLE));
    }
    found.removeIf(line -> ANSWERED.stream().anyMatch(line::startsWith));
    assertEquals("", String.join("\n", found));
  }
}
