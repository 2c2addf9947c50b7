package cn.sunledger.export;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * Writes CSV files one after the other, all of them through the same memory: tens of thousands of
 * small ones cost little more than what the system takes for a file. For one thread.
 */
public final class CsvFiles {
  private final CsvOptions options;
  private final Target target = new Target();
  private final Utf8Writer utf8 = new Utf8Writer(target);

  /**
   * With options.
   *
   * @param options how CSV is written
   */
  public CsvFiles(CsvOptions options) {
    this.options = options;
  }

  /**
   * What a file shall hold.
   *
   * @param <E> what may go wrong besides of writing
   */
  @FunctionalInterface
  public interface Content<E extends Exception> {
    /**
     * Writes it.
     *
     * @param out takes the text; need not be flushed or closed
     * @throws IOException where writing fails
     * @throws E where there is nothing to write
     */
    void to(Writer out) throws IOException, E;
  }

  /**
   * Writes a file; one that is there is overwritten.
   *
   * @param <E> what may go wrong besides of writing
   * @param file where
   * @param content what it shall hold
   * @return how many bytes it has
   * @throws IOException where it cannot be written
   * @throws E as the content says
   */
  public <E extends Exception> long write(Path file, Content<E> content) throws IOException, E {
    try (target) {
      target.open(file);
      if (options.encoding().equals(StandardCharsets.UTF_8)) {
        utf8.begin();
        content.to(utf8);
        utf8.finish();
      } else {
        try (Writer out = options.writer(target)) {
          content.to(out);
        }
      }
      return target.count;
    }
  }

  /** The file that is being written. */
  private static final class Target extends OutputStream {
    private FileOutputStream file;
    private long count;

    void open(Path path) throws IOException {
      try {
        // a channel, which the library opens for a path, takes twice the time of a small file
        file = new FileOutputStream(path.toFile());
      } catch (FileNotFoundException e) {
        throw new FileSystemException(path.toString(), null, e.getMessage());
      }
      count = 0;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      file.write(bytes, offset, length);
      count += length;
    }

    @Override
    public void close() throws IOException {
      FileOutputStream open = file;
      file = null;
      if (open != null) {
        open.close();
      }
    }
  }
}
