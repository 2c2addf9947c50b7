/**
 * Grids to recognised tables and their facts, by meaning: titles, header paths, row labels and
 * codes. No address of a cell is known here, and a table that no layout names is read by its
 * structure all the same.
 */
package cn.sunledger.layout;
