package cn.sunledger.watch;

import java.nio.file.Path;

/**
 * A file that was dropped.
 *
 * @param file where it lies in the inbox
 * @param name its path inside the inbox, with {@code /}
 * @param copy a copy that nobody else writes to, called like the file
 */
public record Drop(Path file, String name, Path copy) {}
