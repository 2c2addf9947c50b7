package cn.sunledger.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile and broken files, in a process of 256 MB of heap and limited time: each is converted or
 * refused in one sentence, nothing hangs or exhausts the memory, and nothing is written but into
 * the folder of the results.
 */
class HostileProcessTest {
  private static final String HEAP = "-Xmx256m";
  private static final int LONGEST_SECONDS = Integer.getInteger("hostile.seconds", 60);
  private static final int PATIENCE_SECONDS = 600;

  @TempDir Path folder;

  /** What the process said of one file. */
  private record Said(int code, long millis, String text) {}

  @Test
  void nothingHangsExhaustsEscapesOrLies() throws Exception {
    Path in = Files.createDirectories(folder.resolve("deep/er/in"));
    Path out = Files.createDirectories(folder.resolve("deep/er/out"));
    List<HostileCase> cases = new HostileFiles(in).write();
    Map<String, Said> said = run(in, out);

    List<String> faults = new ArrayList<>();
    for (HostileCase each : cases) {
      judge(each, said.get(each.file()), out.resolve(each.file()), faults);
    }
    assertEquals(List.of(), faults);
    assertTrue(cases.size() >= 40, cases.size() + " cases");
    assertEquals(List.of(folder.resolve("deep")), list(folder).filter(Files::isDirectory).toList());
    assertEquals(List.of(folder.resolve("deep/er")), list(folder.resolve("deep")).toList());
    assertEquals(List.of(in, out), list(folder.resolve("deep/er")).toList());
  }

  private static Stream<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    }
  }

  private Map<String, Said> run(Path in, Path out) throws Exception {
    List<String> lines =
        ChildConversion.inChild(HEAP, in, out, folder.resolve("told.txt"), PATIENCE_SECONDS);
    Map<String, Said> said = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split("\t", -1);
      if (words[0].equals("end")) {
        said.put(
            words[1], new Said(Integer.parseInt(words[2]), Long.parseLong(words[3]), words[4]));
      } else {
        assertEquals("begin", words[0], "a library speaks: " + line);
      }
    }
    return said;
  }

  private static void judge(HostileCase each, Said said, Path out, List<String> faults)
      throws IOException {
    if (said == null) {
      faults.add(each.file() + ": nothing was said");
      return;
    }
    if (said.millis() > LONGEST_SECONDS * 1000L) {
      faults.add(each.file() + " took " + said.millis() + " ms");
    }
    if (!each.refusal().isEmpty()) {
      if (said.code() != 3 || !said.text().matches(each.refusal()) || Files.exists(out)) {
        faults.add(each.file() + " was not refused so: " + said);
      }
      return;
    }
    if (said.code() != 0) {
      faults.add(each.file() + " was not read: " + said);
      return;
    }
    String descriptor = Files.readString(out.resolve("datapackage.json"));
    for (String words : each.said()) {
      if (!descriptor.contains(words)) {
        faults.add(each.file() + " does not say " + words + " but " + descriptor);
      }
    }
    if (!each.csv().isEmpty()) {
      try (Stream<Path> files = Files.walk(out.resolve("sheets"))) {
        Path sheet = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        List<String> lines = Files.readAllLines(sheet);
        if (!lines.equals(each.csv())) {
          faults.add(each.file() + " holds " + lines);
        }
      }
    }
  }
}
