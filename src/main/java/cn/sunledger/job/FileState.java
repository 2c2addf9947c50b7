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
    return of(attributes(file));
  }

  /** By its attributes, null where they cannot be had. */
  static FileState of(BasicFileAttributes attributes) {
    return attributes == null
        ? new FileState(-1, FileTime.fromMillis(0))
        : new FileState(attributes.size(), attributes.lastModifiedTime());
  }

  /** The attributes of a file; null where it is not there, or cannot be asked. */
  static BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException e) {
      return null;
    }
  }
}
