package cn.sunledger.cli;

import cn.sunledger.job.AnnotateJob;
import cn.sunledger.job.DisclosureJob;
import cn.sunledger.job.FailedException;
import cn.sunledger.job.RefusedException;
import cn.sunledger.report.CheckText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job. */
@Command(
    name = "annotate",
    sortOptions = false,
    customSynopsis =
        SunledgerCommand.NAME
            + " annotate PATH… [--budget FILE] [--previous FILE] [--out DIR] [选项]",
    description = {
      "批注工作簿：连同核对结果、执行率与同比、情况说明、待填事项一起交回一份副本。",
      "副本名为 <原名>.annotated.xlsx（.xls、.xlsm 依原样）；原文件不变。",
      "填好待填事项后再批注一次，情况说明就完整了。",
      "给出文件夹时，另写一份《" + AnnotateJob.SUMMARY + "》汇总各单位的核对结果。"
    },
    footer =
        "例："
            + SunledgerCommand.NAME
            + " annotate 2023决算.xlsx --budget 2023预算.xlsx --previous 2022决算.xlsx")
final class AnnotateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "工作簿，可以有几份；文件夹则批注其中全部工作簿")
  private List<Path> paths;

  @Mixin private PartnerOptions partners;

  @Option(
      names = "--narrative",
      paramLabel = "FILE",
      description = "已有的情况说明（.docx、.txt、.md），与表逐句核对，结果并入核对结果")
  private Path narrative;

  @Option(names = "--out", paramLabel = "DIR", description = "副本放在哪里；不写则放在原文件旁边")
  private Path out;

  @Option(names = "--force", description = "已有不是晒账本写的同名文件时也覆盖")
  private boolean force;

  @Mixin private TemplateOptions templates;

  AnnotateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws RefusedException, FailedException, IOException {
    AnnotateJob.Request request =
        new AnnotateJob.Request(
            paths,
            partners.budget(),
            partners.previous(),
            Optional.ofNullable(narrative),
            Optional.ofNullable(out),
            force);
    AnnotateJob.Outcome outcome = new AnnotateJob(templates.stages()).run(request, this::show);
    outcome.summary().ifPresent(list -> terminal.results(List.of(list.toString())));
    DisclosureJob.Done<AnnotateJob.Annotated> result = outcome.done();
    result.remarks().forEach(terminal::message);
    terminal.failures(result.failures());
    return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
  }

  private void show(AnnotateJob.Annotated annotated) {
    terminal.results(List.of(annotated.target().toString()));
    terminal.out().flush();
    terminal.message("《" + annotated.name() + "》：" + CheckText.verdict(annotated.report()));
    annotated.instead().ifPresent(terminal::message);
  }
}
