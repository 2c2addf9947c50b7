/** The rules that no formula can say; rule files name them by {@code class:}. */
package cn.sunledger.check.rules;
