package cn.sunledger.verify;

import cn.sunledger.compare.DisclosureComparer;
import cn.sunledger.document.DocumentFormat;
import cn.sunledger.document.NarrativeRenderer;
import cn.sunledger.document.PlainText;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.layout.ProvincialForms;
import cn.sunledger.layout.TableRecognizer;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.VerifySources;
import cn.sunledger.model.Wording;
import cn.sunledger.model.rule.CodeBook;
import cn.sunledger.narrative.NarrativeWriter;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.ProfileChain;
import cn.sunledger.profile.RuleLoader;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.profile.WordingReader;
import cn.sunledger.samples.SampleReader;
import cn.sunledger.samples.TextWorkbook;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Narratives that the program itself writes of the samples and of awkward workbooks. */
final class OwnTexts {
  private static final Path CASES = Path.of("src/test/resources/narrative/cases");

  private static final CodeBook CODES =
      new RuleLoader(new TemplateFolder(Optional.empty())).codes(List.of("national"));

  private static final List<String> PROFILES =
      List.of("national", "shanghai", "guangdong", "hunan", "changsha");

  private OwnTexts() {}

  /**
   * A narrative with what it was written from.
   *
   * @param name workbook and profile
   * @param text as read back
   * @param sources the workbooks
   */
  record Case(String name, NarrativeText text, VerifySources sources) {}

  /** All cases; workbooks are written to a folder first. */
  static List<Case> all(Path folder) {
    List<Case> cases = new ArrayList<>();
    VerifySources changsha =
        sources(
            SampleReader.sample("changsha-2023-final-accounts.xlsx"),
            Optional.of(SampleReader.sample("changsha-2023-budget.xlsx")),
            Optional.of(SampleReader.sample("changsha-2022-final-accounts.xlsx")));
    for (String profile : List.of("changsha", "hunan", "national", "shanghai", "guangdong")) {
      cases.add(of("changsha-2023", profile, changsha, answers("changsha-2023-final-accounts")));
    }
    VerifySources pingshan =
        sources(
            SampleReader.sample("pingshan-2023-budget.xlsx"),
            Optional.empty(),
            Optional.of(SampleReader.sample("pingshan-2022-budget.xlsx")));
    for (String profile : List.of("shenzhen", "national", "shanghai")) {
      cases.add(of("pingshan-2023", profile, pingshan, answers("pingshan-2023-budget")));
    }
    VerifySources yuan =
        sources(
            read("yuan-2024-final", folder),
            Optional.of(read("yuan-2024-budget", folder)),
            Optional.of(read("yuan-2023-final", folder)));
    for (String profile : List.of("national", "shanghai", "guangdong", "hunan", "changsha")) {
      cases.add(of("yuan-2024", profile, yuan, Map.of()));
    }
    VerifySources odd =
        sources(
            read("odd-2024-final", folder),
            Optional.empty(),
            Optional.of(read("odd-2023-final", folder)));
    cases.add(of("odd-2024", "national", odd, Map.of()));
    VerifySources wan = sources(read("wan-2024-final", folder), Optional.empty(), Optional.empty());
    for (String profile : List.of("national", "shanghai")) {
      cases.add(of("wan-2024", profile, wan, Map.of()));
    }
    VerifySources hunan =
        sources(SampleReader.sample("hunan-2023-budget.xlsx"), Optional.empty(), Optional.empty());
    cases.add(of("hunan-2023-budget", "national", hunan, Map.of()));
    return cases;
  }

  /** Narratives of final accounts with random amounts, with last year's beside them. */
  static List<Case> ofRandomAmounts(long seed, int count, Path folder) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      VerifySources sources =
          sources(
              random(seed + i, 2024, folder),
              Optional.empty(),
              i % 3 == 0 ? Optional.empty() : Optional.of(random(seed + i, 2023, folder)));
      String profile = PROFILES.get(i % PROFILES.size());
      cases.add(of("random-" + (seed + i), profile, sources, Map.of()));
    }
    return cases;
  }

  /** Narratives of the forms of all provinces, none of which comes with a partner. */
  static List<Case> ofForms() {
    LayoutLoader loader = new LayoutLoader(new TemplateFolder(Optional.empty()));
    List<String> national = List.of("national");
    TableRecognizer recognizer =
        new TableRecognizer(loader.layouts(national), loader.vocabulary(national));
    List<Case> cases = new ArrayList<>();
    try {
      for (WorkbookGrid form : ProvincialForms.all()) {
        Disclosure disclosure = recognizer.recognise(form);
        if (!disclosure.document().isPerformance() && !disclosure.tables().isEmpty()) {
          VerifySources sources = sources(disclosure, Optional.empty(), Optional.empty());
          cases.add(of(form.file(), "national", sources, Map.of()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static Disclosure random(long seed, int year, Path folder) {
    Path file = folder.resolve("random-" + seed + "-" + year + ".txt");
    try {
      Files.writeString(file, new RandomDisclosure(seed, year).text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SampleReader.read(TextWorkbook.write(file, folder));
  }

  private static VerifySources sources(
      Disclosure current, Optional<Disclosure> budget, Optional<Disclosure> previous) {
    return new VerifySources(current, budget, previous, List.of());
  }

  private static Case of(
      String name, String profile, VerifySources sources, Map<String, String> answers) {
    ProfileChain chain = new ProfileChain(new TemplateFolder(Optional.empty()), profile);
    Wording wording = new WordingReader(chain).read();
    Narrative narrative =
        new NarrativeWriter(wording, chain)
            .write(
                sources.current(),
                new DisclosureComparer(wording.rateDigits(), CODES)
                    .compare(sources.current(), sources.budget(), sources.previous()),
                answers);
    byte[] file = new NarrativeRenderer().render(narrative, DocumentFormat.TXT);
    return new Case(name + "." + profile, new PlainText().read(name + ".txt", file), sources);
  }

  private static Disclosure read(String name, Path folder) {
    return SampleReader.read(TextWorkbook.write(CASES.resolve(name + ".txt"), folder));
  }

  private static Map<String, String> answers(String file) {
    Map<String, String> answers = new LinkedHashMap<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    Path path = Path.of("sample-workbooks").resolve(file + ".answers.csv");
    try (Reader in = Files.newBufferedReader(path)) {
      for (CSVRecord row : format.parse(in)) {
        answers.put(row.get("key"), row.get("answer"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }
}
