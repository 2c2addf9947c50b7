/**
 * 成文: a narrative as a document that people open: Word in the layout of official documents,
 * Markdown, plain text. It words nothing.
 */
package cn.sunledger.document;
