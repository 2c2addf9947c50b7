package cn.sunledger.grid;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One to eight ASCII characters that are found in a buffer by a single comparison.
 *
 * @param value the characters, the first one lowest
 * @param mask which bytes of eight count
 * @param length how many characters there are
 */
record Mark(long value, long mask, int length) {
  /** So many bytes behind a place may be looked at, whether they count or not. */
  static final int REACH = Long.BYTES;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  static Mark of(String text) {
    byte[] bytes = new byte[REACH];
    int length = text.length();
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, length);
    long mask = length == REACH ? -1 : (1L << Byte.SIZE * length) - 1;
    return new Mark((long) EIGHT.get(bytes, 0), mask, length);
  }

  /** Whether the characters stand at a place, behind which the buffer reaches far enough. */
  boolean at(byte[] buffer, int place) {
    return ((long) EIGHT.get(buffer, place) & mask) == value;
  }
}
