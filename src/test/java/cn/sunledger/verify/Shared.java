package cn.sunledger.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The material that is no part of the project: beside it, or where a variable says. */
final class Shared {
  private Shared() {}

  static Optional<Path> folder() {
    String named = System.getenv("SUNLEDGER_SHARED");
    Path path = named == null ? Path.of("../shared") : Path.of(named);
    return Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
  }
}
