package cn.sunledger.cli;

import cn.sunledger.export.ComparisonCsv;
import cn.sunledger.export.ComparisonJson;
import cn.sunledger.export.CsvOptions;
import cn.sunledger.job.DisclosureJob;
import cn.sunledger.job.FailedException;
import cn.sunledger.job.Failure;
import cn.sunledger.job.ReadBatch;
import cn.sunledger.job.RefusedException;
import cn.sunledger.model.Comparison;
import cn.sunledger.report.CompareText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Execution rates and year-on-year changes. */
@Command(
    name = "compare",
    sortOptions = false,
    customSynopsis =
        SunledgerCommand.NAME + " compare FILE… [--budget FILE] [--previous FILE] [选项]",
    description = {"算执行率、同比、占比和增减贡献，写到标准输出。", "同时给出几份工作簿时，按单位、年度和种类自动配对；比率按单元格显示的数计算，四舍五入。"},
    footer = "例：" + SunledgerCommand.NAME + " compare 2023决算.xlsx 2023预算.xlsx 2022决算.xlsx")
final class CompareCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "工作簿，可以有几份，也可以是文件夹")
  private List<Path> files;

  @Mixin private PartnerOptions partners;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text（默认）、csv 或 json")
  private Format format = Format.TEXT;

  @Mixin private TemplateOptions templates;

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, FailedException, RefusedException {
    DisclosureJob job = new DisclosureJob(templates.stages());
    ReadBatch batch = job.readAll(files, partners.budget(), partners.previous());
    DisclosureJob.Done<Comparison> done = DisclosureJob.each(batch, batch.subjects(), job::compare);
    print(done.results(), done.failures());
    done.remarks().forEach(terminal::message);
    terminal.failures(done.failures());
    return done.failures().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
  }

  private void print(List<Comparison> comparisons, List<Failure> failures) throws IOException {
    if (comparisons.isEmpty()) {
      return;
    }
    switch (format) {
      case CSV ->
          terminal.write(out -> new ComparisonCsv(CsvOptions.PLAIN).write(comparisons, out));
      case JSON -> {
        List<String> sentences = failures.stream().map(Failure::sentence).toList();
        terminal.write(out -> new ComparisonJson().write(comparisons, sentences, out));
      }
      default -> terminal.results(text(comparisons));
    }
  }

  private static List<String> text(List<Comparison> comparisons) {
    List<String> lines = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(new CompareText().lines(comparison));
    }
    return lines;
  }
}
