/**
 * 情况说明: facts and changes to text, through Freemarker templates. Every number that is printed is a
 * typed value with its cell or its answer; templates word the sentences and calculate nothing.
 */
package cn.sunledger.narrative;
