package cn.sunledger.serve;

import cn.sunledger.job.Pairing;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.VerifyReport;
import java.util.Optional;

/**
 * What came of one workbook.
 *
 * @param set the workbook with its partners
 * @param report what the rules said
 * @param comparison its figures against budget and last year
 * @param narrative its 情况说明; without sections where there is none for this kind of document
 * @param sources where the figures of that text stand, as far as they are found again in the tables
 */
record Outcome(
    Pairing.WorkbookSet set,
    CheckReport report,
    Comparison comparison,
    Narrative narrative,
    Optional<VerifyReport> sources) {
  Outcome with(Narrative rewritten, Optional<VerifyReport> found) {
    return new Outcome(set, report, comparison, rewritten, found);
  }
}
