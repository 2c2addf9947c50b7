/**
 * Builds the workbooks of {@code sample-workbooks} from grids (a TSV of cells and a JSON sidecar of
 * merges and formats each) and reads them back.
 */
package cn.sunledger.samples;
