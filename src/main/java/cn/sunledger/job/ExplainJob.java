package cn.sunledger.job;

import cn.sunledger.document.DocumentFormat;
import cn.sunledger.document.DocumentMark;
import cn.sunledger.document.NarrativeRenderer;
import cn.sunledger.document.UnusableTemplateException;
import cn.sunledger.document.WordDocument;
import cn.sunledger.model.ManualItem;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.Publication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
   * What to write.
   *
   * @param files the workbooks, or folders of them
   * @param budget their budget, where it was named
   * @param previous last year's workbook, where it was named
   * @param format the kind of file
   * @param template a Word document whose cover and styles are used
   * @param wishes what else was asked for
   * @param out the folder for the files, else each goes beside its workbook
   * @param force whether files may be overwritten that sunledger did not write
   */
  public record Request(
      List<Path> files,
      Optional<Path> budget,
      Optional<Path> previous,
      DocumentFormat format,
      Optional<Path> template,
      Wishes wishes,
      Optional<Path> out,
      boolean force) {
    /** Copies the list. */
    public Request {
      files = List.copyOf(files);
    }
  }

  /**
   * A narrative that was written.
   *
   * @param name how messages call the workbook
   * @param target the file
   * @param open what nobody has answered yet, in the order of the text
   * @param drafted how many reasons were drafted from the figures
   */
  public record Explained(String name, Path target, List<ManualItem> open, int drafted) {
    /** Copies the list. */
    public Explained {
      open = List.copyOf(open);
    }
  }

  /**
   * Explains.
   *
   * @param request what to write
   * @throws RefusedException where a file would fall on what is not ours, or the Word template is
   *     none
   * @throws FailedException where a partner that was named cannot be read
   * @throws IOException where a file cannot be written
   */
  public DisclosureJob.Done<Explained> run(Request request)
      throws RefusedException, FailedException, IOException {
    Optional<byte[]> template = template(request);
    List<Path> partners =
        Stream.of(request.budget(), request.previous()).flatMap(Optional::stream).toList();
    Map<Path, Path> folders = folders(request);
    Map<Path, Path> targets =
        OutputPlan.of(
            List.copyOf(folders.keySet()),
            partners,
            request.out(),
            file -> folders.get(file).resolve(name(file, request.format())).toString(),
            target -> true);
    ReadBatch batch = job.readAll(request.files(), request.budget(), request.previous());
    List<Pairing.WorkbookSet> sets =
        batch.subjects().stream().filter(set -> !isSupplement(set, batch)).toList();
    return DisclosureJob.each(
        batch, sets, set -> explain(set, targets.get(set.current().path()), request, template));
  }

  /** Each workbook, with the folder inside its folder that was named. */
  private static Map<Path, Path> folders(Request request) {
    Map<Path, Path> folders = new LinkedHashMap<>();
    for (Path path : request.files()) {
      if (Files.isDirectory(path)) {
        WorkbookFiles.find(List.of(path))
            .sources()
            .forEach(
                source -> {
                  Path inside =
                      request.out().isPresent() ? path.relativize(source.path()).getParent() : null;
                  folders.putIfAbsent(source.path(), inside == null ? Path.of("") : inside);
                });
      } else {
        folders.putIfAbsent(path, Path.of(""));
      }
    }
    return folders;
  }

  private static String name(Path file, DocumentFormat format) {
    return OutputNames.stem(file) + ".narrative." + format.extension();
  }

  /** Whether a workbook only holds statistics that the text of another one uses. */
  private static boolean isSupplement(Pairing.WorkbookSet set, ReadBatch batch) {
    return batch.subjects().size() > 1
        && set.current().disclosure().tables().stream()
            .filter(table -> table.id().isPresent())
            .allMatch(table -> table.is("final_statistics"))
        && !set.related().isEmpty();
  }

  private Explained explain(
      Pairing.WorkbookSet set, Path target, Request request, Optional<byte[]> template)
      throws FailedException, RefusedException, IOException {
    byte[] content;
    List<ManualItem> open;
    String text;
    if (request.format() == DocumentFormat.DOCX) {
      Publication publication = job.publish(set, request.wishes());
      require(set, publication.parts());
      content = word(publication, set, template);
      open = publication.open();
      text = publication.toString();
    } else {
      Narrative narrative = job.explain(set, request.wishes());
      require(set, narrative.sections());
      content = renderer.render(narrative, request.format());
      open = narrative.open();
      text = narrative.toString();
    }
    write(target, content, request.format(), request.force());
    return new Explained(set.current().name(), target, open, drafts(text));
  }

  private byte[] word(Publication publication, Pairing.WorkbookSet set, Optional<byte[]> template)
      throws FailedException, RefusedException {
    try {
      return new WordDocument().bytes(publication, job.printed(set), template);
    } catch (UnusableTemplateException e) {
      throw new RefusedException(
          "--docx-template 指定的文件" + e.getMessage() + "，请在 Word 里另存为 .docx 后重试。");
    }
  }

  private static Optional<byte[]> template(Request request) throws RefusedException {
    if (request.template().isEmpty()) {
      return Optional.empty();
    }
    Path file = request.template().get();
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new RefusedException("--docx-template 指定的文件“" + file + "”读不出来，请检查路径和权限。");
    }
  }

  private static int drafts(String text) {
    return text.split("【待核：按数字草拟", -1).length - 1;
  }

  private static void require(Pairing.WorkbookSet set, List<?> parts) throws FailedException {
    if (parts.isEmpty()) {
      String kind = set.current().disclosure().document().title();
      throw new FailedException(
          new Failure(
              set.current().name(), "是" + kind + "，模板里没有这一类的情况说明", "请在模板的 narrative 中补上提纲"));
    }
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
