/** From diagnoses to findings: the sentences a colleague would say. */
package cn.sunledger.check.report;
