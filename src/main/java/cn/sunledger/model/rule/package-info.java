/**
 * The rule book as data: what a rule compares, where, how much it may be off, and how it is told.
 * Read from {@code templates/<profile>/rules} by {@code profile}, evaluated by {@code check}.
 */
package cn.sunledger.model.rule;
