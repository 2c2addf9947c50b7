package cn.sunledger.annotate;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a workbook beside its place first and moves it there in one step. */
final class WholeWorkbook {
  /** Writes a workbook. */
  @FunctionalInterface
  interface Content {
    void to(Path file) throws IOException;
  }

  private WholeWorkbook() {}

  /** Writes it whole or not at all, and its folder where that is missing. */
  static void write(Path output, Content content) throws IOException {
    Path folder = output.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // not createTempFile: what it makes nobody but its owner may read
    Path unfinished = folder.resolve(".sunledger-" + UUID.randomUUID() + ".tmp");
    try {
      content.to(unfinished);
      move(unfinished, output);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
