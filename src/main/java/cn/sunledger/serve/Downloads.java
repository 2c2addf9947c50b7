package cn.sunledger.serve;

import cn.sunledger.export.CheckedFile;
import cn.sunledger.export.ClaimsCsv;
import cn.sunledger.export.ComparisonCsv;
import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.FactsCsv;
import cn.sunledger.export.FindingsCsv;
import cn.sunledger.export.VerifiedFile;
import cn.sunledger.job.OutputNames;
import cn.sunledger.job.Pairing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What can be taken along: the annotated workbook, the 情况说明, the CSV, all of it at once. */
final class Downloads {
  private static final String ZIP = "application/zip";
  private static final String CSV = "text/csv; charset=utf-8";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String OTHER = "application/octet-stream";

  /** Opened by a double click in a spreadsheet, which knows UTF-8 by this mark only. */
  private static final CsvOptions FOR_SPREADSHEETS = new CsvOptions(true, false);

  private final Workshop workshop;

  Downloads(Workshop workshop) {
    this.workshop = workshop;
  }

  /**
   * One file of one workbook.
   *
   * @param what {@code annotated}, {@code narrative}, {@code facts}, {@code findings} or {@code
   *     changes}
   */
  Reply one(Desk desk, DroppedFile file, String what)
      throws IOException, Refusal, Workshop.Trouble {
    if (file.narrative()) {
      return text(desk, file, what);
    }
    Outcome outcome = Results.ready(desk, file).orElseThrow(Refusal::gone);
    String stem = OutputNames.stem(file.path());
    return switch (what) {
      case "annotated" -> {
        Path made = annotated(desk, file);
        yield new Temporary(Reply.download(made, OTHER, annotatedName(file)), made).reply();
      }
      case "narrative" -> Reply.download(docx(desk, file, outcome), DOCX, stem + ".narrative.docx");
      case "facts" -> Reply.download(facts(file, outcome), CSV, stem + ".facts.csv");
      case "findings" -> Reply.download(findings(file, outcome), CSV, stem + ".findings.csv");
      case "changes" -> Reply.download(changes(outcome), CSV, stem + ".changes.csv");
      default -> throw Refusal.missing();
    };
  }

  private Reply text(Desk desk, DroppedFile file, String what)
      throws IOException, Refusal, Workshop.Trouble {
    TextOutcome outcome = Results.checked(desk, file).orElseThrow(Refusal::gone);
    String stem = OutputNames.stem(file.path());
    return switch (what) {
      case "annotated" -> {
        Path folder = Files.createDirectory(file.path().resolveSibling(Gate.secret()));
        Path made =
            workshop
                .commented(file, outcome, folder)
                .orElseThrow(() -> new Refusal(409, "文中没有要批注的问题。"));
        yield new Temporary(Reply.download(made, DOCX, stem + ".annotated.docx"), made).reply();
      }
      case "claims" -> Reply.download(claims(file, outcome), CSV, stem + ".claims.csv");
      default -> throw Refusal.missing();
    };
  }

  private static byte[] claims(DroppedFile file, TextOutcome outcome) throws IOException {
    StringBuilder text = new StringBuilder();
    new ClaimsCsv(FOR_SPREADSHEETS)
        .write(
            List.of(
                new VerifiedFile(
                    file.name(),
                    "",
                    outcome.workbook().name(),
                    Optional.of(outcome.workbook().read.disclosure()),
                    outcome.report())),
            text);
    return bytes(text);
  }

  /** Everything of all workbooks; what could not be made is named inside. */
  Reply all(Desk desk) throws IOException, Refusal {
    Path made = desk.folder().resolve(Gate.secret() + ".zip");
    List<String> troubles = new ArrayList<>();
    int files = 0;
    try (OutputStream out = Files.newOutputStream(made);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (DroppedFile file : desk.files()) {
        if (Results.ready(desk, file).isPresent()) {
          add(zip, desk, file, troubles);
          files++;
        } else if (Results.checked(desk, file).isPresent()) {
          TextOutcome outcome = Results.checked(desk, file).orElseThrow();
          String stem = OutputNames.stem(file.path());
          put(zip, stem + "/" + stem + ".claims.csv", claims(file, outcome));
          files++;
        } else if (!file.sentence.isEmpty()) {
          troubles.add(file.sentence);
        }
      }
      if (!troubles.isEmpty()) {
        put(zip, "没有完成的文件.txt", String.join("\r\n", troubles).getBytes(StandardCharsets.UTF_8));
      }
    }
    if (files == 0) {
      Files.deleteIfExists(made);
      throw new Refusal(409, "还没有可以下载的结果。");
    }
    return new Temporary(Reply.download(made, ZIP, "晒账本结果.zip"), made).reply();
  }

  private void add(ZipOutputStream zip, Desk desk, DroppedFile file, List<String> troubles)
      throws IOException, Refusal {
    Outcome outcome = Results.ready(desk, file).orElseThrow(Refusal::gone);
    String stem = OutputNames.stem(file.path());
    try {
      Path made = annotated(desk, file);
      zip.putNextEntry(new ZipEntry(stem + "/" + annotatedName(file)));
      Files.copy(made, zip);
      zip.closeEntry();
      Files.deleteIfExists(made);
      if (!outcome.narrative().sections().isEmpty()) {
        put(zip, stem + "/" + stem + ".narrative.docx", docx(desk, file, outcome));
      }
    } catch (Workshop.Trouble e) {
      troubles.add(e.getMessage());
    }
    put(zip, stem + "/facts.csv", facts(file, outcome));
    put(zip, stem + "/findings.csv", findings(file, outcome));
    if (!outcome.comparison().rows().isEmpty()) {
      put(zip, stem + "/changes.csv", changes(outcome));
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private Path annotated(Desk desk, DroppedFile file)
      throws IOException, Refusal, Workshop.Trouble {
    Pairing.WorkbookSet set = desk.setToWrite(file);
    Path target =
        file.path().resolveSibling(Gate.secret() + "." + OutputNames.extension(file.path()));
    workshop.annotate(set, target, file.name());
    return target;
  }

  private static String annotatedName(DroppedFile file) {
    return OutputNames.stem(file.path()) + ".annotated." + OutputNames.extension(file.path());
  }

  private byte[] docx(Desk desk, DroppedFile file, Outcome outcome)
      throws Refusal, Workshop.Trouble {
    if (outcome.narrative().sections().isEmpty()) {
      throw new Refusal(409, "模板里没有这一类文件的情况说明。");
    }
    return workshop.document(desk.setToWrite(file), file.name());
  }

  private static byte[] facts(DroppedFile file, Outcome outcome) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FactsCsv csv = new FactsCsv(bytes, FOR_SPREADSHEETS);
    csv.header();
    csv.rows(file.name(), outcome.set().current().disclosure());
    csv.flush();
    return bytes.toByteArray();
  }

  private static byte[] findings(DroppedFile file, Outcome outcome) throws IOException {
    StringBuilder text = new StringBuilder();
    new FindingsCsv(FOR_SPREADSHEETS)
        .write(
            List.of(
                new CheckedFile(
                    file.name(), outcome.set().current().disclosure(), outcome.report())),
            text);
    return bytes(text);
  }

  private static byte[] changes(Outcome outcome) throws IOException {
    StringBuilder text = new StringBuilder();
    new ComparisonCsv(FOR_SPREADSHEETS).write(List.of(outcome.comparison()), text);
    return bytes(text);
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** An answer whose file is removed once it was sent, or could not be. */
  private record Temporary(Reply whole, Path file) implements Reply.Body {
    Reply reply() {
      return new Reply(whole.status(), whole.headers(), this);
    }

    @Override
    public long length() throws IOException {
      return whole.body().length();
    }

    @Override
    public void to(OutputStream out) throws IOException {
      try {
        whole.body().to(out);
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }
}
