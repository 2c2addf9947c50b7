package cn.sunledger.job;

import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.DataPackage;
import cn.sunledger.export.FactsCsv;
import cn.sunledger.export.FactsWorkbook;
import cn.sunledger.export.FailuresCsv;
import cn.sunledger.export.SourceJson;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the results of a bulk conversion: the files that are about all sources. */
final class ConversionResults {
  private final ConversionFolder folder;
  private final ConversionOptions options;
  private final List<String> ignored;

  ConversionResults(ConversionFolder folder, ConversionOptions options, List<String> ignored) {
    this.folder = folder;
    this.options = options;
    this.ignored = ignored;
  }

  /** Writes them in the order of the names and tells how many facts there are. */
  long write(List<String> names, List<Failure> failures) throws IOException {
    Set<Path> stale = folder.formerSheets();
    DataPackage.FactsFile facts =
        options.settings().facts() ? facts(names) : new DataPackage.FactsFile(0, 0, "");
    failures(failures);
    Optional<DataPackage.WorkbookFile> workbook = workbook();
    DataPackage descriptor =
        new DataPackage(
            options.settings(), facts, workbook, names.size(), failures.size(), ignored);
    WholeFile.write(
        folder.out().resolve(ConversionFolder.DESCRIPTOR),
        out -> descriptor.write(new Walk(names), out));
    for (int i = 0; i < names.size() && !stale.isEmpty(); i++) {
      folder.files(folder.log().find(names.get(i))).forEach(stale::remove);
    }
    for (Path file : stale) {
      Files.deleteIfExists(file);
      WholeFile.deleteIfEmpty(file.getParent());
    }
    return facts.rows();
  }

  private DataPackage.FactsFile facts(List<String> names) throws IOException {
    MessageDigest digest = Digests.sha256();
    long[] rows = {0};
    Path file = folder.out().resolve(ConversionFolder.FACTS);
    WholeFile.write(
        file,
        out -> {
          OutputStream digesting = new DigestOutputStream(out, digest);
          header(digesting);
          for (String name : names) {
            folder.log().copyRows(name, digesting);
            rows[0] += folder.log().line(name).facts();
          }
          digesting.flush();
        });
    return new DataPackage.FactsFile(
        rows[0], Files.size(file), HexFormat.of().formatHex(digest.digest()));
  }

  /** The facts as a workbook; one of an earlier run does not stay beside facts that are new. */
  private Optional<DataPackage.WorkbookFile> workbook() throws IOException {
    Path file = folder.out().resolve(ConversionFolder.FACTS_WORKBOOK);
    if (!options.workbook()) {
      Files.deleteIfExists(file);
      return Optional.empty();
    }
    CsvOptions csv = options.settings().csv();
    MessageDigest digest = Digests.sha256();
    Path facts = folder.out().resolve(ConversionFolder.FACTS);
    try (Reader text = Files.newBufferedReader(facts, csv.encoding())) {
      if (csv.bom() && text.read() < 0) {
        throw new EOFException(facts + " is empty");
      }
      WholeFile.write(
          file,
          out -> {
            OutputStream digesting = new DigestOutputStream(out, digest);
            new FactsWorkbook(csv).write(text, digesting);
            digesting.flush();
          });
    }
    return Optional.of(
        new DataPackage.WorkbookFile(Files.size(file), HexFormat.of().formatHex(digest.digest())));
  }

  private void header(OutputStream out) throws IOException {
    FactsCsv facts = new FactsCsv(out, options.settings().csv());
    facts.header();
    facts.flush();
  }

  private void failures(List<Failure> failures) throws IOException {
    Path file = folder.out().resolve(ConversionFolder.FAILURES);
    if (failures.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    WholeFile.write(
        file,
        out -> {
          Writer text = options.settings().csv().writer(out);
          FailuresCsv rows = new FailuresCsv(text, options.settings().csv());
          for (Failure failure : failures) {
            rows.row(failure.file(), failure.reason(), failure.remedy());
          }
          text.flush();
        });
  }

  /** The sources in the order of their names, with their rows where they are in facts.csv. */
  private final class Walk implements DataPackage.Sources {
    private final List<String> names;

    Walk(List<String> names) {
      this.names = names;
    }

    @Override
    public void resources(DataPackage.NoteVisitor visitor) throws IOException {
      for (String name : names) {
        visitor.see(folder.log().notes(name));
      }
    }

    @Override
    public void lines(DataPackage.NoteVisitor visitor) throws IOException {
      long offset = headerBytes();
      for (String name : names) {
        visitor.see(SourceJson.moved(folder.log().journal(name), offset));
        offset += folder.log().line(name).bytes();
      }
    }
  }

  private long headerBytes() throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header(header);
    return header.size();
  }
}
