/** Flaws that are no wrong figures: wording, units, years, reasons, and what must be disclosed. */
package cn.sunledger.verify.lint;
