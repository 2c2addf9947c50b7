/** What sunledger writes into a workbook, apart from any file format. */
package cn.sunledger.annotate.content;
