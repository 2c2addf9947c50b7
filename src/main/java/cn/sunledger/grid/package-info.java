/**
 * Workbook bytes to grids of typed cells with addresses and merges. Nothing here knows what a cell
 * means.
 */
package cn.sunledger.grid;
