/** 投件箱: sees files arrive in a folder, waits until they are complete, and hands each on once. */
package cn.sunledger.watch;
