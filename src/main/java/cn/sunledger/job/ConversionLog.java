package cn.sunledger.job;

import cn.sunledger.export.ConvertedSource;
import cn.sunledger.export.SourceJson;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has been converted so far, in the order in which it was done: the rows for facts.csv one
 * after the other, and a journal with one line for each source that says where its rows are. Both
 * only grow, the journal after the rows, so that a conversion that was cut off at any moment can go
 * on from its last whole line.
 */
final class ConversionLog implements Closeable {
  private final FileChannel rows;
  private final OutputStream rowsOut;
  private final RandomAccessFile journal;
  private final Map<String, Line> lines = new HashMap<>();

  /** Where a source's line is in the journal, and which bytes it was made from. */
  private record Line(long offset, int length, String sha256) {}

  private ConversionLog(FileChannel rows, RandomAccessFile journal) {
    this.rows = rows;
    this.rowsOut = Channels.newOutputStream(rows);
    this.journal = journal;
  }

  static Path rowsFile(Path folder) {
    return folder.resolve("facts.log");
  }

  static Path journalFile(Path folder) {
    return folder.resolve("journal.jsonl");
  }

  /** Opens the log in a folder and reads what is whole of it. */
  static ConversionLog open(Path folder) throws IOException {
    FileChannel rows =
        FileChannel.open(
            rowsFile(folder),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    ConversionLog log =
        new ConversionLog(rows, new RandomAccessFile(journalFile(folder).toFile(), "rw"));
    log.replay(Files.readAllBytes(journalFile(folder)));
    return log;
  }

  private void replay(byte[] text) throws IOException {
    int start = 0;
    for (int end = 0; end < text.length; end++) {
      if (text[end] == '\n') {
        if (!replay(text, start, end - start)) {
          break;
        }
        start = end + 1;
      }
    }
    journal.setLength(start);
    journal.seek(start);
    rows.position(rows.size());
  }

  private boolean replay(byte[] text, int start, int length) {
    try {
      ConvertedSource source =
          SourceJson.parse(new String(text, start, length, StandardCharsets.UTF_8));
      if (source.factsOffset() + source.factsBytes() > rows.size()) {
        return false;
      }
      lines.put(source.path(), new Line(start, length, source.sha256()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Adds a source with its rows; the last one of a name counts. */
  synchronized void add(ConvertedSource source, FactRows facts) throws IOException {
    long offset = rows.position();
    facts.copyTo(rowsOut);
    write(source.at(offset));
  }

  /** Adds a source whose rows are there. */
  synchronized void add(ConvertedSource source) throws IOException {
    write(source);
  }

  private void write(ConvertedSource source) throws IOException {
    byte[] line = SourceJson.line(source).getBytes(StandardCharsets.UTF_8);
    long offset = journal.length();
    journal.seek(offset);
    journal.write(ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').array());
    lines.put(source.path(), new Line(offset, line.length, source.sha256()));
  }

  /** A source by its name, where it was made from these bytes. */
  synchronized Optional<ConvertedSource> find(String path, String sha256) throws IOException {
    Line line = lines.get(path);
    return line == null || !line.sha256().equals(sha256)
        ? Optional.empty()
        : Optional.of(read(line));
  }

  /** A source by its name. */
  synchronized Optional<ConvertedSource> find(String path) throws IOException {
    Line line = lines.get(path);
    return line == null ? Optional.empty() : Optional.of(read(line));
  }

  private ConvertedSource read(Line line) throws IOException {
    byte[] text = new byte[line.length()];
    journal.seek(line.offset());
    journal.readFully(text);
    return SourceJson.parse(new String(text, StandardCharsets.UTF_8));
  }

  /** Copies a source's rows. */
  synchronized void copyRows(ConvertedSource source, OutputStream out) throws IOException {
    long copied = 0;
    WritableByteChannel target = Channels.newChannel(out);
    while (copied < source.factsBytes()) {
      long count =
          rows.transferTo(source.factsOffset() + copied, source.factsBytes() - copied, target);
      if (count <= 0) {
        throw new EOFException("rows of " + source.path() + " are cut off");
      }
      copied += count;
    }
  }

  @Override
  public void close() throws IOException {
    rowsOut.close();
    journal.close();
  }
}
