package cn.sunledger.model;

/**
 * An amount that knows where it was read.
 *
 * @param amount the amount as shown
 * @param file the workbook's file name
 * @param cell the cell
 */
public record SourcedAmount(Amount amount, String file, CellRef cell) {}
