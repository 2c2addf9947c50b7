package cn.sunledger.export;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.VerifyReport;
import java.util.Optional;

/**
 * A narrative with what was found of it.
 *
 * @param file how the narrative is named
 * @param sheet the sheet in which it stands, in a workbook; empty for a document
 * @param workbook how the workbook it was checked against is named; empty where none was at hand
 * @param disclosure that workbook
 * @param report what was found
 */
public record VerifiedFile(
    String file,
    String sheet,
    String workbook,
    Optional<Disclosure> disclosure,
    VerifyReport report) {}
