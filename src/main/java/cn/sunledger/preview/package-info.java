/**
 * 预览: how a sheet looks on the screen, for a page that shows it: widths, merges, fonts, grounds and
 * borders as the workbook sets them, texts as its cells show them.
 */
package cn.sunledger.preview;
