package cn.sunledger.export;

import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;

/**
 * A workbook with what the rules said of it.
 *
 * @param file how the workbook is named
 * @param disclosure its tables
 * @param report what the rules said
 */
public record CheckedFile(String file, Disclosure disclosure, CheckReport report) {}
