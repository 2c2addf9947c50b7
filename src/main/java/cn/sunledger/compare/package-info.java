/**
 * 对比: execution rates, year-on-year changes, shares and contributions. The figures of each workbook
 * are brought under common keys first, so that tables of other layouts, years and units meet by
 * meaning. No rules, no files, no rendering.
 */
package cn.sunledger.compare;
