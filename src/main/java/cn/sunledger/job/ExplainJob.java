package cn.sunledger.job;

import cn.sunledger.document.DocumentFormat;
import cn.sunledger.document.DocumentMark;
import cn.sunledger.document.NarrativeRenderer;
import cn.sunledger.model.Narrative;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  public DisclosureJob.Done<Explained> run(
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
    return DisclosureJob.each(
        batch,
        batch.subjects(),
        set -> {
          Narrative narrative = narrative(set);
          Path target = targets.get(set.current().path());
          write(target, renderer.render(narrative, format), format, force);
          return new Explained(set.current().name(), target, narrative);
        });
  }

  private Narrative narrative(Pairing.WorkbookSet set) throws FailedException {
    Narrative narrative = job.explain(set);
    if (narrative.sections().isEmpty()) {
      String kind = set.current().disclosure().document().title();
      throw new FailedException(
          new Failure(
              set.current().name(), "是" + kind + "，模板里没有这一类的情况说明", "请在模板的 narrative 中补上提纲"));
    }
    return narrative;
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
