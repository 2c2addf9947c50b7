/**
 * The common model: facts with their cells, tables, findings, comparisons and narratives. Records,
 * enums and sealed interfaces only; nothing here knows files, Excel or YAML, and money is never
 * floating point.
 */
package cn.sunledger.model;
