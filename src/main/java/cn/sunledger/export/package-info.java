/**
 * Facts, raw sheets, findings and comparisons as CSV and JSON, for programs to read. Nothing here
 * opens files: what is written goes to a writer of the caller's.
 */
package cn.sunledger.export;
