package cn.sunledger.serve;

import cn.sunledger.model.VerifyReport;

/**
 * What came of one narrative.
 *
 * @param workbook the file that it was checked against
 * @param report its claims and flaws
 */
record TextOutcome(DroppedFile workbook, VerifyReport report) {}
