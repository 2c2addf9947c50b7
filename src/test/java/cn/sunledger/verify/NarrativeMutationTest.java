package cn.sunledger.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.document.PlainText;
import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.verify.NarrativeMutation.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes one number, word or unit in narratives that are right, and sees whether the change is
 * found and nothing else is accused. Seeded; the counts are printed per kind.
 */
class NarrativeMutationTest {
  private static final int SHOWN = Integer.getInteger("sunledger.mutations.shown", 6);

  @TempDir Path folder;

  private static final class Tally {
    int tried;
    int decidable;
    int found;
    int foundOfDecidable;
    int alarms;
    final List<String> missed = new ArrayList<>();
    final List<String> accused = new ArrayList<>();
  }

  @Test
  void some() {
    run(20231, 16);
  }

  @Test
  @Tag("long")
  void thousands() {
    run(
        Long.getLong("sunledger.mutation.seed", 4711),
        Integer.getInteger("sunledger.mutations", 400));
  }

  private void run(long seed, int each) {
    Random random = new Random(seed);
    run(withTables(), EnumSet.allOf(Kind.class), random, each, "with tables", 2);
    List<OwnTexts.Case> published = published();
    if (!published.isEmpty()) {
      // how a subject is called, and what is listed, only tables can tell
      Set<Kind> ofText = EnumSet.complementOf(EnumSet.of(Kind.NAME, Kind.LISTED_ITEM));
      run(published, ofText, random, each, "text alone", 10);
    }
  }

  /**
   * Where only the text tells, a wrong amount may show at the rate or the sum that is worked out
   * from it, and either may be the wrong one: more is allowed there.
   */
  private static void run(
      List<OwnTexts.Case> cases,
      Set<Kind> kinds,
      Random random,
      int each,
      String group,
      int alarmsOfHundred) {
    NarrativeVerifier verifier = Verifiers.national();
    List<VerifyReport> clean =
        cases.stream().map(c -> verifier.verify(c.text(), c.sources())).toList();
    Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    for (Kind kind : kinds) {
      Tally tally = tallies.computeIfAbsent(kind, k -> new Tally());
      for (int i = 0, misses = 0; i < each && misses < each * 20; i++) {
        int which = random.nextInt(cases.size());
        Optional<NarrativeMutation> mutation = NarrativeMutation.of(kind, clean.get(which), random);
        if (mutation.isEmpty()) {
          i--;
          misses++;
          continue;
        }
        VerifyReport report = verifier.verify(mutation.get().text(), cases.get(which).sources());
        count(tally, mutation.get(), clean.get(which), report, cases.get(which).name());
      }
    }
    System.out.println(group);
    print(tallies);
    int decidable = tallies.values().stream().mapToInt(t -> t.decidable).sum();
    int found = tallies.values().stream().mapToInt(t -> t.foundOfDecidable).sum();
    int tried = tallies.values().stream().mapToInt(t -> t.tried).sum();
    int alarms = tallies.values().stream().mapToInt(t -> t.alarms).sum();
    assertTrue(found * 100 >= decidable * 95, group + ": found " + found + " of " + decidable);
    assertTrue(alarms * 100 <= tried * alarmsOfHundred, alarms + " false alarms in " + tried);
  }

  /** What the program writes itself, and the wordings of different places. */
  private List<OwnTexts.Case> withTables() {
    List<OwnTexts.Case> cases = new ArrayList<>(OwnTexts.all(folder));
    for (String name : HouseStyles.names()) {
      HouseStyles.Style style = HouseStyles.read(name, folder);
      cases.add(new OwnTexts.Case(name, style.right(), style.sources()));
    }
    return cases;
  }

  /** Published narratives of other places, whose tables are not at hand: their own arithmetic. */
  private static List<OwnTexts.Case> published() {
    Optional<Path> folder = Shared.folder().map(shared -> shared.resolve("domain/narratives"));
    if (folder.isEmpty()) {
      System.out.println("left out: published narratives, ../shared is missing");
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      List<OwnTexts.Case> cases = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        NarrativeText text =
            new PlainText().read(file.getFileName().toString(), Files.readAllBytes(file));
        cases.add(new OwnTexts.Case(text.file(), text, NarrativeSubject.of(text).alone()));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void count(
      Tally tally,
      NarrativeMutation mutation,
      VerifyReport clean,
      VerifyReport report,
      String name) {
    Set<String> before = findings(clean);
    tally.tried++;
    boolean found = false;
    for (Claim claim : report.claims()) {
      boolean accused =
          claim.verdict() == ClaimVerdict.WRONG || claim.verdict() == ClaimVerdict.ROUNDING;
      if (!accused) {
        continue;
      }
      boolean here =
          claim.position().paragraph() == mutation.span().paragraph()
              && claim.position().start() <= mutation.span().end() + 1
              && claim.position().end() >= mutation.span().start() - 1;
      if (here || claim.quote().contains(mutation.after()) && !mutation.after().isEmpty()) {
        found = true;
      } else if (claim.verdict() == ClaimVerdict.WRONG && before.add(key(claim))) {
        tally.alarms++;
        tally.accused.add(
            name
                + " "
                + mutation.before()
                + "→"
                + mutation.after()
                + ": «"
                + claim.quote()
                + "» "
                + claim.stated()
                + " → "
                + claim.expected()
                + " "
                + claim.reason());
      }
    }
    found |=
        report.remarks().stream()
            .anyMatch(r -> before.add(r.finding().rule() + r.quote() + r.finding().message()));
    tally.found += found ? 1 : 0;
    if (mutation.decidable()) {
      tally.decidable++;
      tally.foundOfDecidable += found ? 1 : 0;
      if (!found) {
        String paragraph = mutation.text().paragraphs().get(mutation.span().paragraph()).text();
        int from = Math.max(0, mutation.span().start() - 30);
        int to = Math.min(paragraph.length(), mutation.span().end() + 12);
        tally.missed.add(
            name
                + " "
                + mutation.before()
                + "→"
                + mutation.after()
                + " in "
                + paragraph.substring(from, to));
      }
    }
  }

  private static String key(Claim claim) {
    return claim.quote() + "|" + claim.stated();
  }

  private static Set<String> findings(VerifyReport report) {
    Set<String> found = new HashSet<>();
    report.claims().stream()
        .filter(c -> c.verdict() == ClaimVerdict.WRONG || c.verdict() == ClaimVerdict.ROUNDING)
        .forEach(c -> found.add(key(c)));
    report
        .remarks()
        .forEach(r -> found.add(r.finding().rule() + r.quote() + r.finding().message()));
    return found;
  }

  private static void print(Map<Kind, Tally> tallies) {
    tallies.forEach(
        (kind, t) -> {
          System.out.println(
              kind
                  + ": tried "
                  + t.tried
                  + ", found "
                  + t.found
                  + "; decidable "
                  + t.decidable
                  + ", found "
                  + t.foundOfDecidable
                  + "; false alarms "
                  + t.alarms);
          t.missed.stream().limit(SHOWN).forEach(m -> System.out.println("    missed " + m));
          t.accused.stream().limit(SHOWN).forEach(a -> System.out.println("    accused " + a));
        });
  }
}
