/**
 * 文表核对: reads a published 情况说明 beside its tables and says of every claim in it whether it is right,
 * wrong, rounded, or cannot be decided, and why.
 */
package cn.sunledger.verify;
