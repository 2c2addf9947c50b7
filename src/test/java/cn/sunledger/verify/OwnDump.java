package cn.sunledger.verify;

import java.nio.file.*;

final class OwnDump {
  public static void main(String[] a) throws Exception {
    for (OwnTexts.Case c : OwnTexts.all(Files.createTempDirectory("own"))) {
      if (c.name().equals(a[0]))
        c.text()
            .paragraphs()
            .forEach(p -> System.out.println((p.heading() ? "## " : "") + p.text()));
    }
  }
}
