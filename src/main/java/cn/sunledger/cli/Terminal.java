package cn.sunledger.cli;

import cn.sunledger.job.Failure;
import cn.sunledger.report.Shown;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a command writes: results to one stream, what a person should know besides to the other.
 *
 * @param out results
 * @param err messages
 * @param interactive whether a person is looking, so that a line may be written over
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  void results(List<String> lines) {
    lines.forEach(line -> out.print(line + "\n"));
  }

  void message(String sentence) {
    err.print(Shown.text(sentence) + "\n");
    err.flush();
  }

  void failures(List<Failure> failures) {
    failures.forEach(failure -> message(failure.sentence()));
  }

  /** Writes results and leaves the stream open. */
  void write(Content content) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    content.to(writer);
    writer.flush();
  }

  /** What goes to the results. */
  @FunctionalInterface
  interface Content {
    void to(Writer out) throws IOException;
  }
}
