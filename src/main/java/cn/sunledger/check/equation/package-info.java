/** 等式: the comparisons that the rules come down to, each over cells, with its allowed rounding. */
package cn.sunledger.check.equation;
