package cn.sunledger.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code csv} over a corpus of odd real workbooks, file by file in a process of 512 MB: each is
 * converted, or refused in one sentence, in no more than ten seconds.
 */
@Tag("long")
class CorpusConversionTest {
  private static final Pattern SENTENCE = Pattern.compile("《[^》]+》[^。；]+；[^。]+。", Pattern.DOTALL);
  private static final long LONGEST_MILLIS = Integer.getInteger("corpus.seconds", 10) * 1000L;
  private static final int PATIENCE_SECONDS = 3_600;

  @TempDir Path folder;

  @Test
  void everyFileIsConvertedOrRefusedInOneSentence() throws Exception {
    String set = System.getenv("SUNLEDGER_SHARED");
    Path corpus = Path.of(set == null ? "../shared" : set).resolve("poi-corpus");
    if (!Files.isDirectory(corpus)) {
      System.out.println("left out, since it is not here: poi-corpus");
      return;
    }
    List<String> lines =
        ChildConversion.inChild(
            "-Xmx512m",
            corpus,
            folder.resolve("out"),
            folder.resolve("told.txt"),
            PATIENCE_SECONDS);
    List<String> faults = new ArrayList<>();
    int converted = 0;
    int refused = 0;
    long slowest = 0;
    for (String line : lines) {
      String[] word = line.split("\t", -1);
      if (!word[0].equals("end")) {
        continue;
      }
      slowest = Math.max(slowest, Long.parseLong(word[3]));
      if (word[2].equals("0")) {
        converted++;
      } else if (word[2].equals("3") && SENTENCE.matcher(word[4]).matches()) {
        refused++;
      } else {
        faults.add(line);
      }
      if (Long.parseLong(word[3]) > LONGEST_MILLIS || line.contains("程序内部出错")) {
        faults.add(line);
      }
    }
    System.out.printf(
        "corpus: %d converted, %d refused, slowest %d ms%n", converted, refused, slowest);
    assertEquals(List.of(), faults);
    assertEquals(2 * (converted + refused), lines.size(), "lines that nobody expects");
  }
}
