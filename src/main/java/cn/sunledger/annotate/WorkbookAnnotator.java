package cn.sunledger.annotate;

import cn.sunledger.annotate.content.AnnotatableWorkbook;
import cn.sunledger.annotate.content.ContentComposer;
import cn.sunledger.annotate.content.DetachedWorkbook;
import cn.sunledger.annotate.content.OwnSheet;
import cn.sunledger.annotate.ooxml.BlankWorkbook;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Narrative;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

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
    annotate(
        input, output, new Findings(disclosure, report, comparison, narrative), UserTexts.NONE);
  }

  /**
   * All that is written into a workbook.
   *
   * @param disclosure what was read from it
   * @param report what the rules said of it
   * @param comparison its figures against budget and last year, if there are any
   * @param narrative its 情况说明, if there is one
   */
  public record Findings(
      Disclosure disclosure,
      CheckReport report,
      Optional<Comparison> comparison,
      Optional<Narrative> narrative) {}

  /**
   * Annotates a workbook, with what a user wrote elsewhere.
   *
   * @param input an .xlsx, .xlsm or .xls file
   * @param output the file to write, of the same kind
   * @param findings what is written into it
   * @param texts what a user wrote into an earlier copy and last year
   * @throws AnnotationException where the input cannot be read or annotated without risk of harm,
   *     or the output cannot be written
   */
  public void annotate(Path input, Path output, Findings findings, UserTexts texts)
      throws AnnotationException {
    WorkbookOpener.with(
        input,
        workbook -> {
          UserTexts all = texts.under(ManualAnswers.of(workbook));
          ContentComposer composer = composer(workbook, all, Optional.empty());
          WholeWorkbook.write(output, file -> workbook.write(compose(composer, findings), file));
          return output;
        });
  }

  /**
   * Writes what would have been written into a workbook into one of its own, for a workbook that
   * can be read but must not be touched.
   *
   * @param input the workbook
   * @param output the report, an .xlsx file in any folder
   * @param findings what is written into it
   * @param texts what a user wrote into an earlier report and last year
   * @param reason why the workbook is not annotated, one Chinese sentence
   * @throws AnnotationException where the report cannot be written
   */
  public void report(Path input, Path output, Findings findings, UserTexts texts, String reason)
      throws AnnotationException {
    try {
      WholeWorkbook.write(
          output,
          file ->
              BlankWorkbook.fill(
                  file,
                  OwnSheet.Role.FINDINGS,
                  own -> {
                    AnnotatableWorkbook detached =
                        new DetachedWorkbook(own, findings.disclosure(), address(input, output));
                    detached.write(
                        compose(composer(detached, texts, Optional.of(reason)), findings), file);
                  }));
    } catch (IOException e) {
      throw WorkbookOpener.unwritable(output, e);
    }
  }

  private static ContentComposer composer(
      AnnotatableWorkbook workbook, UserTexts texts, Optional<String> notice) {
    return new ContentComposer(workbook, texts.answers(), texts.opinions(), notice);
  }

  private static cn.sunledger.annotate.content.OwnContent compose(
      ContentComposer composer, Findings findings) throws IOException {
    return composer.compose(
        findings.disclosure(), findings.report(), findings.comparison(), findings.narrative());
  }

  /** A file as a link in another one names it; by its name alone where they share no root. */
  private static String address(Path file, Path seenFrom) {
    return SummaryWorkbook.address(file, seenFrom.toAbsolutePath().getParent());
  }
}
