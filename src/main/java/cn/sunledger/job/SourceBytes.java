package cn.sunledger.job;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A workbook's file before it is converted. A small one, as nearly all are, is read once, for its
 * digest and for its cells.
 *
 * @param state how it stood before it was read
 * @param sha256 of its bytes, in hexadecimal; empty where it is no file
 * @param content the whole file; null where it is large or no file
 */
record SourceBytes(FileState state, String sha256, byte[] content) {
  /** Beyond that a file is read piece by piece. */
  private static final int SMALL = 1 << 20;

  /**
   * Reads it.
   *
   * @param file where it is
   * @param name how messages call it
   * @param digest makes digests
   * @throws FailedException where it cannot be read
   */
  static SourceBytes read(Path file, String name, MessageDigest digest) throws FailedException {
    BasicFileAttributes attributes = FileState.attributes(file);
    FileState state = FileState.of(attributes);
    if (attributes == null || !attributes.isRegularFile()) {
      return new SourceBytes(state, "", null);
    }
    try {
      if (attributes.size() > SMALL) {
        try (InputStream in = Files.newInputStream(file)) {
          return new SourceBytes(state, Digests.sha256(in), null);
        }
      }
      byte[] content = whole(file, (int) attributes.size());
      return new SourceBytes(state, Digests.sha256(digest, content), content);
    } catch (IOException e) {
      throw new FailedException(new Failure(name, "读不出来", "请检查权限，或关闭正在使用它的程序后重试"));
    }
  }

  /** As many bytes as there should be; where they are fewer, the file has been changed. */
  private static byte[] whole(Path file, int size) throws IOException {
    byte[] bytes = new byte[size];
    int count = 0;
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      for (int read = 0; count < size && read >= 0; count += Math.max(0, read)) {
        read = in.read(bytes, count, size - count);
      }
    }
    return count == size ? bytes : Arrays.copyOf(bytes, count);
  }
}
