/**
 * 核对: evaluates the rules on one workbook and says what is wrong, where, and why. Every rule
 * passes, fails, or says why it could not run; nothing here reads files or renders.
 */
package cn.sunledger.check;
