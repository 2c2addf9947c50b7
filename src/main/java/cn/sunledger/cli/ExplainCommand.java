package cn.sunledger.cli;

import cn.sunledger.document.DocumentFormat;
import cn.sunledger.job.DisclosureJob;
import cn.sunledger.job.ExplainJob;
import cn.sunledger.job.FailedException;
import cn.sunledger.job.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 情况说明. */
@Command(
    name = "explain",
    sortOptions = false,
    customSynopsis =
        SunledgerCommand.NAME + " explain FILE… [--budget FILE] [--previous FILE] [--out DIR] [选项]",
    description = {"写情况说明，文件名为 <原名>.narrative.<格式>。", "只有人才知道的原因、用途、数量取自工作簿里填好的待填事项；没有填的写作【待填：…】。"},
    footer =
        "例："
            + SunledgerCommand.NAME
            + " explain 2023决算.xlsx --budget 2023预算.xlsx --previous 2022决算.xlsx --format docx")
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "工作簿，可以有几份")
  private List<Path> files;

  @Mixin private PartnerOptions partners;

  @Option(names = "--format", paramLabel = "FORMAT", description = "md（默认）、txt 或 docx")
  private TextFormat format = TextFormat.MD;

  @Option(names = "--out", paramLabel = "DIR", description = "放在哪里；不写则放在工作簿旁边")
  private Path out;

  @Option(names = "--force", description = "已有不是晒账本写的同名文件时也覆盖")
  private boolean force;

  @Mixin private TemplateOptions templates;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What a narrative can be written as. */
  enum TextFormat {
    MD("md", DocumentFormat.MD),
    TXT("txt", DocumentFormat.TXT),
    DOCX("docx", DocumentFormat.DOCX);

    private final String word;
    private final DocumentFormat format;

    TextFormat(String word, DocumentFormat format) {
      this.word = word;
      this.format = format;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  @Override
  public Integer call() throws RefusedException, FailedException, IOException {
    DisclosureJob.Done<ExplainJob.Explained> result =
        new ExplainJob(templates.stages())
            .run(
                files,
                partners.budget(),
                partners.previous(),
                format.format,
                Optional.ofNullable(out),
                force);
    for (ExplainJob.Explained explained : result.results()) {
      terminal.results(List.of(explained.target().toString()));
      int open = explained.narrative().open().size();
      terminal.message(
          "《"
              + explained.name()
              + "》："
              + (open == 0
                  ? "情况说明已完整，没有待填事项。"
                  : "情况说明中还有 " + open + " 处【待填】，请用 annotate 批注后在待填事项中填写。"));
    }
    result.remarks().forEach(terminal::message);
    terminal.failures(result.failures());
    return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
  }
}
