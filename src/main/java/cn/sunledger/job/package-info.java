/**
 * 作业: the stages in one straight line, for one workbook, for several that belong together, and in
 * bulk; finding the workbooks, pairing them, and writing results whole or not at all.
 */
package cn.sunledger.job;
