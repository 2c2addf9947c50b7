package cn.sunledger.cli;

import cn.sunledger.export.CheckedFile;
import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.FindingsCsv;
import cn.sunledger.export.FindingsJson;
import cn.sunledger.job.DisclosureJob;
import cn.sunledger.job.Failure;
import cn.sunledger.job.ReadBatch;
import cn.sunledger.job.RefusedException;
import cn.sunledger.model.Severity;
import cn.sunledger.report.CheckText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 勾稽关系 and all other rules. */
@Command(
    name = "check",
    sortOptions = false,
    customSynopsis = SunledgerCommand.NAME + " check PATH… [选项]",
    description = {"核对勾稽关系和其他规则，结果写到标准输出。", "文件夹会连同下级文件夹一起核对；同一部门的几份工作簿互相对照。"},
    footer = "例：" + SunledgerCommand.NAME + " check 决算公开/ --fail-on warning")
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "工作簿或文件夹（含下级文件夹）")
  private List<Path> paths;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text（默认）、json 或 csv")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "有达到这一级的问题时退出码为 1：error（默认）、warning 或 never")
  private FailOn failOn = FailOn.ERROR;

  @Mixin private TemplateOptions templates;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, RefusedException {
    DisclosureJob job = new DisclosureJob(templates.stages());
    ReadBatch batch = job.readAll(paths);
    DisclosureJob.Done<CheckedFile> done =
        DisclosureJob.each(
            batch,
            batch.sets(),
            set ->
                new CheckedFile(set.current().name(), set.current().disclosure(), job.check(set)));
    print(done.results(), done.failures());
    terminal.failures(done.failures());
    if (!done.failures().isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    return done.results().stream().anyMatch(this::fails) ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private boolean fails(CheckedFile file) {
    return failOn.reachedBy(
        file.report().count(Severity.ERROR), file.report().count(Severity.WARNING));
  }

  private void print(List<CheckedFile> files, List<Failure> failures) throws IOException {
    if (files.isEmpty()) {
      return;
    }
    switch (format) {
      case CSV -> terminal.write(out -> new FindingsCsv(CsvOptions.PLAIN).write(files, out));
      case JSON -> {
        List<String> sentences = failures.stream().map(Failure::sentence).toList();
        terminal.write(out -> new FindingsJson().write(files, sentences, out));
      }
      default -> terminal.results(text(files));
    }
  }

  private static List<String> text(List<CheckedFile> files) {
    List<String> lines = new ArrayList<>();
    for (CheckedFile file : files) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(new CheckText().lines(file.file(), file.disclosure(), file.report()));
    }
    return lines;
  }
}
