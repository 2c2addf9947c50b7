/**
 * Text against tables, and text against itself. What cannot be decided stays open; nothing is
 * accused on a guess.
 */
package cn.sunledger.verify.judge;
