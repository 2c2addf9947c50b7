package cn.sunledger.job;

import cn.sunledger.annotate.WorkbookAnnotator;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Narrative;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was written about a workbook.
 *
 * @param written the file
 * @param disclosure what was read of the workbook
 * @param report what the rules said
 * @param comparison its figures against budget and last year
 * @param narrative its 情况说明
 */
public record Annotation(
    Path written,
    Disclosure disclosure,
    CheckReport report,
    Comparison comparison,
    Narrative narrative) {
  /** What the annotator writes down. */
  WorkbookAnnotator.Findings findings() {
    return new WorkbookAnnotator.Findings(
        disclosure,
        report,
        Optional.of(comparison).filter(found -> !found.rows().isEmpty()),
        Optional.of(narrative).filter(text -> !text.sections().isEmpty()));
  }
}
