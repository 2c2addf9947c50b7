/** From the formulas of the rule book to equations over the cells of a workbook. */
package cn.sunledger.check.formula;
