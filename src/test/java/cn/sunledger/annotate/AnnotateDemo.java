package cn.sunledger.annotate;

import java.nio.file.Path;
import java.util.Optional;

/** Annotates the sample, for looking at. */
final class AnnotateDemo {
  private AnnotateDemo() {}

  public static void main(String[] args) throws Exception {
    Path in = Path.of(args[0]);
    new WorkbookAnnotator()
        .annotate(
            in,
            Path.of(args[1]),
            Changsha.disclosure(in),
            Changsha.report(),
            Optional.of(Changsha.comparison(in.getFileName().toString())),
            Optional.of(Changsha.narrative("")));
  }
}
