package cn.sunledger.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which workbooks the others are compared with, where somebody says it. */
final class PartnerOptions {
  @Option(names = "--budget", paramLabel = "FILE", description = "同一单位同一年度的部门预算，用来算执行率；不写则在给出的文件里找")
  private Path budget;

  @Option(
      names = "--previous",
      paramLabel = "FILE",
      description = "同一单位上一年度的同类工作簿，用来算同比；不写则在给出的文件里找")
  private Path previous;

  Optional<Path> budget() {
    return Optional.ofNullable(budget);
  }

  Optional<Path> previous() {
    return Optional.ofNullable(previous);
  }
}
