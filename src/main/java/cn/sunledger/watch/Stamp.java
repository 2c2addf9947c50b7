package cn.sunledger.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * By what a change of a file is seen without reading it.
 *
 * @param size in bytes
 * @param modified when it was last written
 * @param key what the file system knows it by, which changes when another file takes its name
 */
record Stamp(long size, FileTime modified, Optional<Object> key) {
  static Stamp of(BasicFileAttributes attributes) {
    return new Stamp(
        attributes.size(),
        attributes.lastModifiedTime(),
        Optional.ofNullable(attributes.fileKey()));
  }

  static Stamp of(Path file) throws IOException {
    return of(Files.readAttributes(file, BasicFileAttributes.class));
  }
}
