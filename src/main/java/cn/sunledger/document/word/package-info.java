/**
 * Word documents from inside: the parts of the package, the text with the place of each character
 * in {@code document.xml}, and the comments that are put into a copy.
 */
package cn.sunledger.document.word;
