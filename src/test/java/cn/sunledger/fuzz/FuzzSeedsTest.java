package cn.sunledger.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing once found stays found. */
@Timeout(60)
class FuzzSeedsTest {
  private static final Path SEEDS = Path.of("src/test/resources/fuzz");
  private static final Map<String, Consumer<byte[]>> TARGETS =
      Map.of(
          "FileFuzz", FileFuzz::fuzzerTestOneInput,
          "PartFuzz", PartFuzz::fuzzerTestOneInput,
          "ScanFuzz", ScanFuzz::fuzzerTestOneInput,
          "TableFuzz", TableFuzz::fuzzerTestOneInput);

  static Stream<Path> seeds() throws IOException {
    try (Stream<Path> files = Files.walk(SEEDS)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSeedKeepsThePromise(Path seed) throws IOException {
    Consumer<byte[]> target = TARGETS.get(seed.getParent().getFileName().toString());
    assertTrue(target != null, "no target for " + seed);
    try {
      target.accept(Files.readAllBytes(seed));
    } catch (RuntimeException e) {
      fail(seed + " breaks the program", e);
    }
  }
}
