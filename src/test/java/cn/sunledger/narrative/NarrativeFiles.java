package cn.sunledger.narrative;

import cn.sunledger.document.DocumentFormat;
import cn.sunledger.document.NarrativeRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the Changsha narrative as texts to a folder, for looking at. */
final class NarrativeFiles {
  private NarrativeFiles() {}

  public static void main(String[] args) throws IOException {
    for (DocumentFormat format : List.of(DocumentFormat.MD, DocumentFormat.TXT)) {
      Files.write(
          Path.of(args[1]).resolve(args[0] + "." + format.extension()),
          new NarrativeRenderer().render(Narratives.changsha(args[0]), format));
    }
  }
}
