/**
 * The text in pieces: folded characters that know where they stood, words, numbers with their
 * units, names marked 类, 款, 项.
 */
package cn.sunledger.verify.text;
