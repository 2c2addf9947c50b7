/** What the tables say: every figure with its concept, fund, stage, year and subject. */
package cn.sunledger.verify.table;
