package cn.sunledger.serve;

import java.time.Duration;

/**
 * What one running page takes at most; beyond that it says so and goes on.
 *
 * @param fileBytes length of one file
 * @param allBytes length of all files together
 * @param files files on one page
 * @param desks pages that are open at a time
 * @param form length of what a form sends, in bytes
 * @param answer length of one answer, in characters
 * @param upload how long one file may take to arrive
 * @param work how long one file may take to be read, and to be checked
 * @param afterLeaving how long the files of a page are kept once it was left, so that reloading it
 *     loses nothing
 * @param withoutSign how long the files of a page are kept from which nothing more is heard; a
 *     machine that sleeps, or a browser that freezes what is not looked at, gives no sign either
 */
record Limits(
    long fileBytes,
    long allBytes,
    int files,
    int desks,
    int form,
    int answer,
    Duration upload,
    Duration work,
    Duration afterLeaving,
    Duration withoutSign) {
  static final Limits USUAL =
      new Limits(
          100L << 20,
          2L << 30,
          200,
          20,
          1 << 16,
          4000,
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Duration.ofHours(12));
}
