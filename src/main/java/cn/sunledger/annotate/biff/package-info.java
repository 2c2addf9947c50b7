/** .xls and the WPS kinds that are the same inside. */
package cn.sunledger.annotate.biff;
