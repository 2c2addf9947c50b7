package cn.sunledger.narrative;

import cn.sunledger.document.DocumentFormat;
import cn.sunledger.document.NarrativeRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the Changsha narrative in all formats to a folder, for looking at. */
final class NarrativeFiles {
  private NarrativeFiles() {}

  public static void main(String[] args) throws IOException {
    for (DocumentFormat format : DocumentFormat.values()) {
      Files.write(
          Path.of(args[1]).resolve(args[0] + "." + format.extension()),
          new NarrativeRenderer().render(Narratives.changsha(args[0]), format));
    }
  }
}
