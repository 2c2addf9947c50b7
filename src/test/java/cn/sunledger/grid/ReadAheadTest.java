package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading ahead gives the same bytes, hands on what goes wrong, and can be left at any time. */
@Timeout(60)
class ReadAheadTest {
  private static byte[] some(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @Test
  void theBytesAreTheSame() throws IOException {
    for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, 1_000_000}) {
      try (InputStream in = new ReadAhead(new ByteArrayInputStream(some(length)))) {
        assertArrayEquals(some(length), in.readAllBytes());
        assertEquals(-1, in.read());
        assertEquals(-1, in.read(new byte[10], 0, 10));
      }
    }
  }

  @Test
  void oneByteAtATimeToo() throws IOException {
    try (InputStream in = new ReadAhead(new ByteArrayInputStream(some(70_000)))) {
      for (byte expected : some(70_000)) {
        assertEquals(expected & 0xFF, in.read());
      }
    }
  }

  @Test
  void aFaultComesBehindWhatWasReadBefore() throws IOException {
    WorkbookFault fault = WorkbookFault.damaged("压缩数据有误", null);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw fault;
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw fault;
          }
        };
    InputStream both = new SequenceInputStream(new ByteArrayInputStream(some(200_000)), broken);
    try (InputStream in = new ReadAhead(both)) {
      assertArrayEquals(some(200_000), in.readNBytes(200_000));
      assertSame(fault, assertThrows(WorkbookFault.class, in::read));
      assertSame(fault, assertThrows(WorkbookFault.class, in::read));
    }
  }

  @Test
  void whoLeavesEarlyFindsTheStreamClosedAndUnused() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    AtomicBoolean usedLater = new AtomicBoolean();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            usedLater.set(closed.get());
            return 'x';
          }

          @Override
          public void close() {
            closed.set(true);
          }
        };
    for (int read = 0; read < 300_000; read += 100_000) {
      closed.set(false);
      try (InputStream in = new ReadAhead(endless)) {
        assertEquals(read, in.readNBytes(read).length);
      }
      assertTrue(closed.get());
      assertFalse(usedLater.get(), "the stream was read after it was closed");
    }
  }
}
