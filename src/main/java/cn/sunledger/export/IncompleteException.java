package cn.sunledger.export;

import java.io.IOException;

/** JSON that is well formed but was not written here, or not to its end. */
final class IncompleteException extends IOException {
  private static final long serialVersionUID = 1L;

  IncompleteException(String message) {
    super(message);
  }
}
