package cn.sunledger.grid;

import java.util.Arrays;

/** The names of the elements that are open, so that each end is known to fit its start. */
final class XmlNames {
  private final int deepest;
  private int[] starts = new int[16];
  private byte[] names = new byte[128];
  private int depth;
  private int end;

  XmlNames(int deepest) {
    this.deepest = deepest;
  }

  boolean isEmpty() {
    return depth == 0;
  }

  /** Opens an element; false where it is nested too deeply. */
  boolean push(byte[] buffer, int from, int to) {
    if (depth == starts.length) {
      if (depth >= deepest) {
        return false;
      }
      starts = Arrays.copyOf(starts, depth * 2);
    }
    int length = to - from;
    if (end + length > names.length) {
      names = Arrays.copyOf(names, Math.max(names.length * 2, end + length));
    }
    starts[depth++] = end;
    for (int i = from; i < to; i++) {
      names[end++] = buffer[i];
    }
    return true;
  }

  /** Closes an element; false where another one is open. */
  boolean pop(byte[] buffer, int from, int to) {
    if (depth == 0) {
      return false;
    }
    int start = starts[--depth];
    int length = end - start;
    end = start;
    if (length != to - from) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (names[start + i] != buffer[from + i]) {
        return false;
      }
    }
    return true;
  }
}
