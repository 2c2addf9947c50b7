/**
 * 网页: the page that workbooks are dropped on, served on this machine only; who may ask, what is
 * kept and for how long, and what comes back as pages and files.
 */
package cn.sunledger.serve;
