package cn.sunledger.verify;

import cn.sunledger.document.PlainText;
import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.model.VerifySources;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints what is found of a narrative, for looking at: [-a] NARRATIVE [WORKBOOK [BUDGET|-
 * [PREVIOUS]]].
 */
final class VerifyDump {
  private VerifyDump() {}

  static Disclosure none(NarrativeText text) {
    boolean fin = text.file().contains("js");
    Matcher year = Pattern.compile("(20\\d{2})").matcher(text.file());
    return new Disclosure(
        "",
        fin ? DocumentKind.DEPARTMENT_FINAL_ACCOUNTS : DocumentKind.DEPARTMENT_BUDGET,
        year.find() ? Optional.of(Integer.parseInt(year.group(1))) : Optional.empty(),
        "",
        "",
        List.of(),
        List.of(),
        List.of());
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> rest = new ArrayList<>(List.of(args));
    boolean all = rest.remove("-a");
    Path file = Path.of(rest.get(0));
    NarrativeText text =
        new PlainText().read(file.getFileName().toString(), Files.readAllBytes(file));
    Disclosure current =
        rest.size() > 1 ? ReadingDump.disclosure(Path.of(rest.get(1))) : none(text);
    Optional<Disclosure> budget =
        rest.size() > 2 && !rest.get(2).equals("-")
            ? Optional.of(ReadingDump.disclosure(Path.of(rest.get(2))))
            : Optional.empty();
    Optional<Disclosure> previous =
        rest.size() > 3
            ? Optional.of(ReadingDump.disclosure(Path.of(rest.get(3))))
            : Optional.empty();
    VerifyReport report =
        Verifiers.national().verify(text, new VerifySources(current, budget, previous, List.of()));
    for (Claim c : report.claims()) {
      if (all || c.verdict() == ClaimVerdict.WRONG || c.verdict() == ClaimVerdict.ROUNDING) {
        out.println(
            c.verdict()
                + " "
                + c.severity()
                + " "
                + c.kind()
                + " ["
                + c.rule()
                + "] P"
                + c.position().paragraph()
                + " «"
                + c.quote()
                + "» "
                + c.stated()
                + " → "
                + c.expected()
                + " | "
                + c.reason()
                + " | "
                + c.cause()
                + " "
                + c.sources().stream().limit(2).toList());
      }
    }
    report
        .remarks()
        .forEach(
            r ->
                out.println(
                    "REMARK "
                        + r.finding().severity()
                        + " ["
                        + r.finding().rule()
                        + "] P"
                        + r.position().paragraph()
                        + " «"
                        + r.quote()
                        + "» "
                        + r.finding().message()));
    out.println(
        "figures "
            + report.figures()
            + " understood "
            + report.understood()
            + " claims "
            + report.claims().size()
            + " ok "
            + report.count(ClaimVerdict.OK)
            + " wrong "
            + report.count(ClaimVerdict.WRONG)
            + " rounding "
            + report.count(ClaimVerdict.ROUNDING)
            + " unverifiable "
            + report.count(ClaimVerdict.UNVERIFIABLE));
  }
}
