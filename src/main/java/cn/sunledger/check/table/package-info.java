/** A table as the rules see it: amounts by place, the tree of its rows and of its header. */
package cn.sunledger.check.table;
