/**
 * 批注: findings, comparison and narrative go back into the workbook they came from, and nothing that
 * was there is lost. What is written ({@code content}) is apart from how: {@code ooxml} rewrites
 * only the parts of the package that change, {@code biff} goes through POI.
 */
package cn.sunledger.annotate;
