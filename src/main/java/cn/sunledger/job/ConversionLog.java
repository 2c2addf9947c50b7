package cn.sunledger.job;

import cn.sunledger.export.ConvertedSource;
import cn.sunledger.export.SheetResources;
import cn.sunledger.export.SourceJson;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has been converted so far, in the order in which it was done: the rows for facts.csv one
 * after the other, and a journal with one line for each source that says where its rows are. Both
 * only grow, the journal after the rows, so that a conversion that was cut off at any moment can go
 * on from its last whole line. A third file notes what datapackage.json will say of the sheets; it
 * is made again from the journal.
 */
final class ConversionLog implements Closeable {
  private static final int PIECE = 1 << 16;

  private final FileChannel rows;
  private final FileChannel journal;
  private final FileChannel notes;
  private final Charset encoding;
  private final Map<String, Line> lines = new HashMap<>();
  private final byte[] piece = new byte[PIECE];
  private long rowsEnd;
  private long journalEnd;
  private long notesEnd;

  /** Where a stretch of a file is. */
  private record Place(long offset, int length) {}

  /**
   * Where a source's line and notes are, which bytes it was made from, and where its rows are.
   *
   * @param facts how many rows
   * @param rows where they begin
   * @param bytes how long they are
   */
  record Line(Place journal, Place notes, String sha256, int facts, long rows, long bytes) {}

  private ConversionLog(
      FileChannel rows, FileChannel journal, FileChannel notes, Charset encoding) {
    this.rows = rows;
    this.journal = journal;
    this.notes = notes;
    this.encoding = encoding;
  }

  static Path rowsFile(Path folder) {
    return folder.resolve("facts.log");
  }

  static Path journalFile(Path folder) {
    return folder.resolve("journal.jsonl");
  }

  /**
   * Opens the log in a folder and reads what is whole of it.
   *
   * @param encoding of the sheet files
   */
  static ConversionLog open(Path folder, Charset encoding) throws IOException {
    ConversionLog log =
        new ConversionLog(
            open(rowsFile(folder)),
            open(journalFile(folder)),
            open(folder.resolve("notes.log"), StandardOpenOption.DELETE_ON_CLOSE),
            encoding);
    log.replay(Files.readAllBytes(journalFile(folder)));
    return log;
  }

  private static FileChannel open(Path file, OpenOption... more) throws IOException {
    Set<OpenOption> options = new HashSet<>(Arrays.asList(more));
    options.add(StandardOpenOption.CREATE);
    options.add(StandardOpenOption.READ);
    options.add(StandardOpenOption.WRITE);
    return FileChannel.open(file, options);
  }

  private void replay(byte[] text) throws IOException {
    int start = 0;
    for (int end = 0; end < text.length; end++) {
      if (text[end] == '\n') {
        if (!replay(Arrays.copyOfRange(text, start, end), start)) {
          break;
        }
        start = end + 1;
      }
    }
    journal.truncate(start);
    journalEnd = start;
    rowsEnd = rows.size();
  }

  private boolean replay(byte[] line, long start) throws IOException {
    ConvertedSource source;
    try {
      source = SourceJson.parse(line);
    } catch (IOException e) {
      return false;
    }
    if (source.factsOffset() + source.factsBytes() > rows.size()) {
      return false;
    }
    keep(source, new Place(start, line.length), SheetResources.notes(source, encoding));
    return true;
  }

  private void keep(ConvertedSource source, Place line, byte[] noted) throws IOException {
    Place place = new Place(notesEnd, noted.length);
    write(notes, noted, notesEnd);
    notesEnd += noted.length;
    lines.put(
        source.path(),
        new Line(
            line,
            place,
            source.sha256(),
            source.facts(),
            source.factsOffset(),
            source.factsBytes()));
  }

  /** Adds a source with its rows; the last one of a name counts. */
  void add(ConvertedSource source, FactRows facts) throws IOException {
    byte[] line = SourceJson.line(source);
    byte[] noted = SheetResources.notes(source, encoding);
    synchronized (this) {
      if (facts.length() > 0) {
        rows.position(rowsEnd);
        facts.copyTo(Channels.newOutputStream(rows));
      }
      write(source.at(rowsEnd), SourceJson.moved(line, rowsEnd), noted);
      rowsEnd += facts.length();
    }
  }

  /** Adds a source whose rows are there. */
  synchronized void add(ConvertedSource source) throws IOException {
    write(source, SourceJson.line(source), SheetResources.notes(source, encoding));
  }

  private void write(ConvertedSource source, byte[] line, byte[] noted) throws IOException {
    byte[] ended = Arrays.copyOf(line, line.length + 1);
    ended[line.length] = '\n';
    write(journal, ended, journalEnd);
    keep(source, new Place(journalEnd, line.length), noted);
    journalEnd += ended.length;
  }

  private static void write(FileChannel file, byte[] bytes, long place) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer, place + buffer.position());
    }
  }

  /** A source by its name, where it was made from these bytes. */
  synchronized Optional<ConvertedSource> find(String path, String sha256) throws IOException {
    Line line = lines.get(path);
    return line == null || !line.sha256().equals(sha256)
        ? Optional.empty()
        : Optional.of(find(path));
  }

  /** A source by its name, which there must be. */
  synchronized ConvertedSource find(String path) throws IOException {
    return SourceJson.parse(read(journal, line(path).journal()));
  }

  /** Where a source's rows are, by its name, which there must be. */
  synchronized Line line(String path) {
    Line line = lines.get(path);
    if (line == null) {
      throw new IllegalStateException("no line for " + path);
    }
    return line;
  }

  /** A source as {@link SourceJson#line} wrote it. */
  synchronized byte[] journal(String path) throws IOException {
    return read(journal, line(path).journal());
  }

  /** What was noted of a source's sheets. */
  synchronized byte[] notes(String path) throws IOException {
    return read(notes, line(path).notes());
  }

  private static byte[] read(FileChannel file, Place place) throws IOException {
    byte[] bytes = new byte[place.length()];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, place.offset() + buffer.position()) < 0) {
        throw new EOFException("the log of the conversion is cut off");
      }
    }
    return bytes;
  }

  /** Copies a source's rows. */
  synchronized void copyRows(String path, OutputStream out) throws IOException {
    Line line = line(path);
    ByteBuffer buffer = ByteBuffer.wrap(piece);
    for (long copied = 0; copied < line.bytes(); ) {
      buffer.clear().limit((int) Math.min(PIECE, line.bytes() - copied));
      int count = rows.read(buffer, line.rows() + copied);
      if (count < 0) {
        throw new EOFException("rows of " + path + " are cut off");
      }
      out.write(piece, 0, count);
      copied += count;
    }
  }

  @Override
  public void close() throws IOException {
    try (rows;
        journal;
        notes) {
      // all three, whatever happens to one
      lines.clear();
    }
  }
}
