package cn.sunledger.job;

import cn.sunledger.document.DocumentFormat;
import cn.sunledger.document.DocumentMark;
import cn.sunledger.document.NarrativeRenderer;
import cn.sunledger.model.Narrative;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the narratives of several workbooks, each to a file of its own. */
public final class ExplainJob {
  private final DisclosureJob job;
  private final NarrativeRenderer renderer = new NarrativeRenderer();

  /**
   * With stages.
   *
   * @param stages built from the templates in force
   */
  public ExplainJob(Stages stages) {
    this.job = new DisclosureJob(stages);
  }

  /**
   * What came of it.
   *
   * @param done the narratives
   * @param remarks what a person should know of the pairing
   * @param failures workbooks that gave none
   */
  public record Result(List<Explained> done, List<String> remarks, List<Failure> failures) {
    /** Copies the lists. */
    public Result {
      done = List.copyOf(done);
      remarks = List.copyOf(remarks);
      failures = List.copyOf(failures);
    }
  }

  /**
   * A narrative.
   *
   * @param name how messages call the workbook
   * @param target the file
   * @param narrative the text
   */
  public record Explained(String name, Path target, Narrative narrative) {}

  /**
   * Explains.
   *
   * @param files the workbooks
   * @param budget their budget, where it was named
   * @param previous last year's workbook, where it was named
   * @param format the kind of file
   * @param out the folder for the files, else each goes beside its workbook
   * @param force whether files may be overwritten that sunledger did not write
   * @throws RefusedException where a file would fall on what is not ours
   * @throws FailedException where a partner that was named cannot be read
   * @throws IOException where a file cannot be written
   */
  public Result run(
      List<Path> files,
      Optional<Path> budget,
      Optional<Path> previous,
      DocumentFormat format,
      Optional<Path> out,
      boolean force)
      throws RefusedException, FailedException, IOException {
    List<Path> partners = Stream.of(budget, previous).flatMap(Optional::stream).toList();
    Map<Path, Path> targets =
        OutputPlan.of(
            files,
            partners,
            out,
            file -> OutputNames.stem(file) + ".narrative." + format.extension(),
            target -> true);
    ReadBatch batch = job.read(files, budget, previous);
    List<Failure> failures = new ArrayList<>(batch.failures());
    List<Explained> done = new ArrayList<>();
    for (Pairing.WorkbookSet set : batch.subjects()) {
      Narrative narrative = job.explain(set);
      String name = set.current().name();
      if (narrative.sections().isEmpty()) {
        failures.add(
            new Failure(
                name,
                "是" + set.current().disclosure().document().title() + "，模板里没有这一类的情况说明",
                "请在模板的 narrative 中补上提纲"));
      } else {
        Path target = targets.get(set.current().path());
        write(target, renderer.render(narrative, format), format, force);
        done.add(new Explained(name, target, narrative));
      }
    }
    return new Result(done, batch.remarks(), failures);
  }

  private static void write(Path target, byte[] content, DocumentFormat format, boolean force)
      throws RefusedException, IOException {
    if (Files.exists(target) && !force && !isOurs(target, content, format)) {
      throw new RefusedException(OutputPlan.taken(target));
    }
    WholeFile.write(target, file -> file.write(content));
  }

  /** A text of ours begins with the same title, a document of ours names its program. */
  private static boolean isOurs(Path target, byte[] content, DocumentFormat format)
      throws IOException {
    if (!Files.isRegularFile(target)) {
      return false;
    }
    return format == DocumentFormat.DOCX
        ? DocumentMark.on(target)
        : Arrays.equals(firstLine(Files.readAllBytes(target)), firstLine(content));
  }

  private static byte[] firstLine(byte[] text) {
    String all = new String(text, StandardCharsets.UTF_8);
    return all.lines().findFirst().orElse("").getBytes(StandardCharsets.UTF_8);
  }
}
