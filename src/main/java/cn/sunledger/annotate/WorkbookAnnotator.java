package cn.sunledger.annotate;

import cn.sunledger.annotate.content.AnnotatableWorkbook;
import cn.sunledger.annotate.content.ContentComposer;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Narrative;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/** 批注: writes findings, comparison and narrative into a copy of the workbook they came from. */
public final class WorkbookAnnotator {
  /**
   * Annotates a workbook. What sunledger wrote into it earlier is replaced, what a user filled in
   * is kept. The output appears whole or not at all and may be the input itself.
   *
   * @param input an .xlsx, .xlsm or .xls file
   * @param output the file to write, of the same kind
   * @param disclosure what was read from the input
   * @param report what the rules said of it
   * @param comparison its figures against budget and last year, if there are any
   * @param narrative its 情况说明, if there is one
   * @throws AnnotationException where the input cannot be read or annotated without risk of harm,
   *     or the output cannot be written
   */
  public void annotate(
      Path input,
      Path output,
      Disclosure disclosure,
      CheckReport report,
      Optional<Comparison> comparison,
      Optional<Narrative> narrative)
      throws AnnotationException {
    WorkbookOpener.with(
        input,
        workbook -> {
          write(workbook, output, disclosure, report, comparison, narrative);
          return output;
        });
  }

  private static void write(
      AnnotatableWorkbook workbook,
      Path output,
      Disclosure disclosure,
      CheckReport report,
      Optional<Comparison> comparison,
      Optional<Narrative> narrative)
      throws IOException {
    ManualAnswers former = ManualAnswers.of(workbook);
    ContentComposer composer = new ContentComposer(workbook, former.answers(), former.opinions());
    Path folder = output.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // not createTempFile: what it makes nobody but its owner may read
    Path unfinished = folder.resolve(".sunledger-" + UUID.randomUUID() + ".tmp");
    try {
      workbook.write(composer.compose(disclosure, report, comparison, narrative), unfinished);
      move(unfinished, output);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
