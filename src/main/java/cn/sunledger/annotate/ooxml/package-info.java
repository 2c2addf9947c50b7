/**
 * .xlsx and .xlsm: the parts that change are edited in place, all others are copied as they are.
 */
package cn.sunledger.annotate.ooxml;
