package cn.sunledger.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What tells whether somebody has written to a file while it was read.
 *
 * @param size its length
 * @param modified when it was last written to
 */
record FileState(long size, FileTime modified) {
  /** Of a file; of one that is not there, or cannot be asked, the same for all. */
  static FileState of(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileState(attributes.size(), attributes.lastModifiedTime());
    } catch (IOException e) {
      return new FileState(-1, FileTime.fromMillis(0));
    }
  }
}
