package cn.sunledger.narrative;

import cn.sunledger.samples.TextWorkbook;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds workbooks from texts and prints their narrative, for looking at. */
final class CaseDump {
  private CaseDump() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("cases");
    String[] files = args.clone();
    for (int i = 1; i < files.length; i++) {
      if (!files[i].equals("-")) {
        files[i] = TextWorkbook.write(Path.of(files[i]), folder).toString();
      }
    }
    NarrativeDump.main(files);
  }
}
