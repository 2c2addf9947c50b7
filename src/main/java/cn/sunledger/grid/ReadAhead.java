package cn.sunledger.grid;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a stream on a thread of its own, a few pieces ahead of who reads from here: a large part is
 * unpacked while its cells are read. For one reader; what the stream throws, the reader gets.
 */
final class ReadAhead extends InputStream {
  private static final int PIECE = 1 << 16;
  private static final int PIECES = 4;

  /**
   * What was read in one go.
   *
   * @param bytes holds it, from the start
   * @param length how much it is; -1 at the end of the stream
   * @param fault what the stream threw in place of it, or null
   */
  private record Piece(byte[] bytes, int length, Throwable fault) {}

  /** Says that nobody reads any more. */
  private static final byte[] STOP = {};

  private final InputStream in;
  private final BlockingQueue<Piece> read = new ArrayBlockingQueue<>(PIECES);
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(PIECES + 1);
  private final Thread thread;
  private Piece piece = new Piece(new byte[0], 0, null);
  private int position;

  ReadAhead(InputStream in) {
    this.in = in;
    for (int i = 0; i < PIECES; i++) {
      free.add(new byte[PIECE]);
    }
    thread = new Thread(this::run, "sunledger-unpacking");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      Piece last;
      do {
        byte[] bytes = free.take();
        if (bytes == STOP) {
          return;
        }
        last = next(bytes);
        read.put(last);
      } while (last.length >= 0 && last.fault == null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Piece next(byte[] bytes) {
    try {
      return new Piece(bytes, in.read(bytes, 0, bytes.length), null);
    } catch (IOException | RuntimeException | Error e) {
      return new Piece(bytes, 0, e);
    }
  }

  /** Whether there is more; waits for it. */
  private boolean more() throws IOException {
    while (position == piece.length && piece.fault == null) {
      try {
        if (piece.bytes.length > 0) {
          free.put(piece.bytes);
        }
        piece = read.take();
        position = 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    if (piece.fault instanceof IOException fault) {
      throw fault;
    } else if (piece.fault instanceof RuntimeException fault) {
      throw fault;
    } else if (piece.fault instanceof Error fault) {
      throw fault;
    }
    return piece.length >= 0;
  }

  @Override
  public int read() throws IOException {
    return more() ? piece.bytes[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int count = Math.min(length, piece.length - position);
    System.arraycopy(piece.bytes, position, target, offset, count);
    position += count;
    return count;
  }

  /** Waits until the thread has let go of the stream. */
  @Override
  public void close() throws IOException {
    free.clear();
    free.add(STOP);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    in.close();
  }
}
