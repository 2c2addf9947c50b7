package cn.sunledger.cli;

import cn.sunledger.job.Failure;
import cn.sunledger.report.Shown;
import java.io.PrintStream;
import java.io.PrintWriter;
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

  /** A writer to the results that nobody closes. */
  PrintWriter writer() {
    return new PrintWriter(out, false, StandardCharsets.UTF_8);
  }
}
