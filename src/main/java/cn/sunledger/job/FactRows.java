package cn.sunledger.job;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The rows of facts.csv that come from one workbook, until they are written: in memory while they
 * are few, in a file while they are many.
 */
final class FactRows extends OutputStream implements Closeable {
  private static final int MOST_IN_MEMORY = 8 << 20;

  private final ConversionFolder folder;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private Optional<Path> file = Optional.empty();
  private OutputStream out = memory;
  private long length;

  /**
   * @param folder where a file may be made
   */
  FactRows(ConversionFolder folder) {
    this.folder = folder;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    if (file.isEmpty() && length + count > MOST_IN_MEMORY) {
      // makes the folder, and would empty it later
      folder.log();
      file = Optional.of(Files.createTempFile(folder.work(), "facts", ".tmp"));
      out = Files.newOutputStream(file.get());
      memory.writeTo(out);
      memory.reset();
    }
    out.write(bytes, offset, count);
    length += count;
  }

  long length() {
    return length;
  }

  /** Ends writing, copies all bytes. */
  void copyTo(OutputStream target) throws IOException {
    out.close();
    if (file.isPresent()) {
      Files.copy(file.get(), target);
    } else {
      memory.writeTo(target);
    }
  }

  /** Lets go of what was written. */
  @Override
  public void close() throws IOException {
    out.close();
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }
}
