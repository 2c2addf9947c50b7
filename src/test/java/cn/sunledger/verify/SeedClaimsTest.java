package cn.sunledger.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.document.PlainText;
import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.model.VerifySources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Every numeric claim of the seeds' narratives against the verdict that was worked out by hand:
 * each wrong one must be found with the right figure, and nothing that is right may be called
 * wrong.
 */
class SeedClaimsTest {
  private record Expected(
      String quote, BigDecimal stated, String recomputed, String verdict, int line) {}

  @Test
  void changsha() throws IOException {
    run("001", "changsha-2023-final-accounts.xlsx");
  }

  @Test
  void pingshan() throws IOException {
    run("003", "pingshan-2023-budget.xlsx");
  }

  /** The wrong figures of the performance forms stand in cells, where the rules find them. */
  @Test
  void textsOfPerformanceFormsAreNotAccused() throws IOException {
    Optional<Path> shared = Shared.folder();
    if (shared.isEmpty()) {
      System.out.println("left out: the texts of the performance forms, ../shared is missing");
      return;
    }
    Map<String, String> workbooks =
        Map.of(
            "002", "hunan-2022-project-self-evaluation.xls",
            "004", "zhanjiang-2023-performance-target.xlsx");
    for (Map.Entry<String, String> seed : workbooks.entrySet()) {
      Path narrative = shared.get().resolve("seed-tables/narrative/" + seed.getKey() + ".md");
      NarrativeText text = new PlainText().read(seed.getKey(), Files.readAllBytes(narrative));
      VerifyReport report =
          Verifiers.national()
              .verify(
                  text,
                  new VerifySources(
                      Verifiers.sample(seed.getValue()),
                      Optional.empty(),
                      Optional.empty(),
                      List.of()));
      assertEquals(0, report.count(ClaimVerdict.WRONG), seed.getKey());
    }
  }

  private static void run(String seed, String workbook) throws IOException {
    Optional<Path> shared = Shared.folder();
    if (shared.isEmpty()) {
      System.out.println("left out: the seeds' claims (" + seed + "), ../shared is missing");
      return;
    }
    Path narrative = shared.get().resolve("seed-tables/narrative/" + seed + ".md");
    NarrativeText text =
        new PlainText().read(narrative.getFileName().toString(), Files.readAllBytes(narrative));
    VerifyReport report =
        Verifiers.national()
            .verify(
                text,
                new VerifySources(
                    Verifiers.sample(workbook), Optional.empty(), Optional.empty(), List.of()));
    List<String> failures = new ArrayList<>();
    Map<ClaimVerdict, Map<String, Integer>> matrix = new EnumMap<>(ClaimVerdict.class);
    int[] from = {0, 0};
    int met = 0;
    int all = 0;
    for (Expected expected : expected(shared.get(), seed)) {
      all++;
      Optional<Claim> claim = find(report, expected, from);
      if (claim.isEmpty()) {
        failures.add("no claim for line " + expected.line() + ": " + expected.quote());
        continue;
      }
      met++;
      matrix
          .computeIfAbsent(claim.get().verdict(), k -> new java.util.TreeMap<>())
          .merge(expected.verdict(), 1, Integer::sum);
      compare(expected, claim.get(), failures);
    }
    System.out.println(
        seed
            + ": claims "
            + all
            + ", met "
            + met
            + ", figures "
            + report.figures()
            + ", understood "
            + report.understood()
            + ", verdicts (ours → by hand) "
            + matrix);
    assertEquals(List.of(), failures);
  }

  private static void compare(Expected expected, Claim claim, List<String> failures) {
    String what = "line " + expected.line() + " «" + expected.quote() + "» ";
    boolean wrong = claim.verdict() == ClaimVerdict.WRONG;
    switch (expected.verdict()) {
      case "wrong" -> {
        String figure = claim.expected().replaceAll("[^0-9.]", "");
        boolean right =
            wrong
                && !figure.isEmpty()
                && new BigDecimal(figure).compareTo(new BigDecimal(expected.recomputed())) == 0;
        if (!right) {
          failures.add(what + "should be wrong → " + expected.recomputed() + ", is " + claim);
        }
      }
      case "ok", "unverifiable" -> {
        if (wrong) {
          failures.add(what + "is " + expected.verdict() + " and was accused: " + claim);
        }
      }
      default -> {
        if (wrong || claim.verdict() == ClaimVerdict.UNVERIFIABLE && !figureOfCount(claim)) {
          failures.add(what + "is a rounding difference, was " + claim);
        }
      }
    }
  }

  /** 培训费 6.11 and 6.1 are two sayings of one figure that no table holds. */
  private static boolean figureOfCount(Claim claim) {
    return claim.sources().isEmpty();
  }

  private static Optional<Claim> find(VerifyReport report, Expected expected, int[] from) {
    String quote = bare(expected.quote());
    List<NarrativeText.Paragraph> paragraphs = report.text().paragraphs();
    for (int pass = 0; pass < 2; pass++) {
      int first = pass == 0 ? from[0] : 0;
      for (int p = first; p < paragraphs.size(); p++) {
        String text = bare(paragraphs.get(p).text());
        int at = text.indexOf(quote, pass == 0 && p == from[0] ? from[1] : 0);
        while (at >= 0) {
          Optional<Claim> claim = inside(report, p, at, at + quote.length(), expected.stated());
          if (claim.isPresent()) {
            from[0] = p;
            from[1] = at + (expected.verdict().equals("ok") ? 1 : 0);
            return claim;
          }
          at = text.indexOf(quote, at + 1);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Claim> inside(
      VerifyReport report, int paragraph, int start, int end, BigDecimal stated) {
    String text = report.text().paragraphs().get(paragraph).text();
    return report.claims().stream()
        .filter(c -> c.position().paragraph() == paragraph)
        .filter(
            c -> {
              int at = bare(text.substring(0, c.position().start())).length();
              return at >= start && at < end;
            })
        .filter(c -> c.stated().matches("^[-0-9].*"))
        .filter(c -> number(c.stated()).compareTo(stated) == 0)
        .findFirst();
  }

  private static BigDecimal number(String stated) {
    return new BigDecimal(stated.replace(",", "").replaceFirst("^([-0-9.]+).*", "$1"));
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u3000|]", "");
  }

  private static List<Expected> expected(Path shared, String seed) throws IOException {
    List<Expected> expected = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.parse(
            shared.resolve("seed-tables/claims.csv"),
            StandardCharsets.UTF_8,
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (CSVRecord record : parser) {
        boolean own = record.get("seed").equals(seed);
        boolean otherReading = record.get("comment").startsWith("internal sum right");
        if (own && !otherReading) {
          expected.add(
              new Expected(
                  record.get("quoted_text"),
                  new BigDecimal(record.get("stated_value").replace(",", "")),
                  record.get("recomputed_value"),
                  record.get("verdict"),
                  (int) parser.getCurrentLineNumber()));
        }
      }
    }
    return expected;
  }
}
