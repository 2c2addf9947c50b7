package cn.sunledger.narrative;

import cn.sunledger.compare.DisclosureComparer;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.Wording;
import cn.sunledger.profile.ProfileChain;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.profile.WordingReader;
import cn.sunledger.samples.SampleReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Writes narratives as the program does, for tests. */
final class Narratives {
  private Narratives() {}

  /** The narrative of workbooks under a profile. */
  static Narrative write(
      String profile,
      Disclosure current,
      Optional<Disclosure> budget,
      Optional<Disclosure> previous,
      Map<String, String> answers) {
    ProfileChain chain = new ProfileChain(new TemplateFolder(Optional.empty()), profile);
    Wording wording = new WordingReader(chain).read();
    return new NarrativeWriter(wording, chain)
        .write(
            current,
            new DisclosureComparer(wording.rateDigits()).compare(current, budget, previous),
            answers);
  }

  /** The Changsha sample with its budget, last year's workbook and its answers. */
  static Narrative changsha(String profile) {
    return write(
        profile,
        SampleReader.sample("changsha-2023-final-accounts.xlsx"),
        Optional.of(SampleReader.sample("changsha-2023-budget.xlsx")),
        Optional.of(SampleReader.sample("changsha-2022-final-accounts.xlsx")),
        answers("changsha-2023-final-accounts.answers.csv"));
  }

  /** The Pingshan budget with last year's and its answers. */
  static Narrative pingshan(String profile) {
    return write(
        profile,
        SampleReader.sample("pingshan-2023-budget.xlsx"),
        Optional.empty(),
        Optional.of(SampleReader.sample("pingshan-2022-budget.xlsx")),
        answers("pingshan-2023-budget.answers.csv"));
  }

  /** The answers of a sample. */
  static Map<String, String> answers(String file) {
    Map<String, String> answers = new LinkedHashMap<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(Path.of("sample-workbooks").resolve(file))) {
      for (CSVRecord row : format.parse(in)) {
        answers.put(row.get("key"), row.get("answer"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }
}
