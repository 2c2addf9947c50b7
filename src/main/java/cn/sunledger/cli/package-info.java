/** The command line: arguments, Chinese help, exit codes. */
package cn.sunledger.cli;
