/** Findings and comparisons as Chinese text for a terminal. Nothing here decides anything. */
package cn.sunledger.report;
