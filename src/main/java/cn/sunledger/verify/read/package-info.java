/** What the text says: of which subject, stage and year each figure is, and in which role. */
package cn.sunledger.verify.read;
