package cn.sunledger.cli;

import cn.sunledger.document.DocumentFormat;
import cn.sunledger.export.AnswersCsv;
import cn.sunledger.job.DisclosureJob;
import cn.sunledger.job.ExplainJob;
import cn.sunledger.job.FailedException;
import cn.sunledger.job.RefusedException;
import cn.sunledger.job.Wishes;
import cn.sunledger.model.ManualItem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
  /** Open items that are listed; the rest is counted. */
  private static final int LISTED = 60;

  private final Terminal terminal;

  @Mixin private HelpOption help;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "工作簿，可以有几份，也可以是文件夹")
  private List<Path> files;

  @Mixin private PartnerOptions partners;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "md（默认）、txt；docx 是整份公开文本：封面、目录、概况、公开表、情况说明、名词解释")
  private TextFormat format = TextFormat.MD;

  @Option(
      names = "--docx-template",
      paramLabel = "FILE",
      description = "自己的 Word 模板（.docx）：用它的封面、样式、页面和页眉页脚，其中的 {单位} {年度} {标题} 自动填入，{正文} 处放正文")
  private Path docxTemplate;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "另放在一份 CSV 里的待填事项答案，列为 key,answer；工作簿里填好的优先")
  private Path answers;

  @Option(names = "--draft-reasons", description = "没有人填的原因按数字草拟，注明【待核】，由人核实")
  private boolean draftReasons;

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
    if (docxTemplate != null && format != TextFormat.DOCX) {
      throw new RefusedException("--docx-template 只和 --format docx 一起用。");
    }
    Wishes wishes = new Wishes(answers(), draftReasons);
    DisclosureJob.Done<ExplainJob.Explained> result =
        new ExplainJob(templates.stages())
            .run(
                new ExplainJob.Request(
                    files,
                    partners.budget(),
                    partners.previous(),
                    format.format,
                    Optional.ofNullable(docxTemplate),
                    wishes,
                    Optional.ofNullable(out),
                    force));
    boolean one = result.results().size() == 1;
    result.results().forEach(explained -> tell(explained, one));
    if (!one && !result.results().isEmpty()) {
      int open = result.results().stream().mapToInt(explained -> explained.open().size()).sum();
      terminal.message("共写了 " + result.results().size() + " 份情况说明，待填事项共 " + open + " 项。");
    }
    result.remarks().forEach(terminal::message);
    terminal.failures(result.failures());
    return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
  }

  private Map<String, String> answers() throws RefusedException {
    if (answers == null) {
      return Map.of();
    }
    try {
      return AnswersCsv.read(answers);
    } catch (IOException e) {
      throw new RefusedException(
          "--answers 指定的文件“" + answers + "”读不出来：应是 UTF-8 的 CSV，第一行写 key,answer。");
    }
  }

  /**
   * Where the text is, and how much is missing in it.
   *
   * @param explained what was written
   * @param listed whether to list what is missing
   */
  private void tell(ExplainJob.Explained explained, boolean listed) {
    terminal.results(List.of(explained.target().toString()));
    List<ManualItem> open = explained.open();
    if (open.isEmpty()) {
      terminal.message("《" + explained.name() + "》：情况说明已完整，没有待填事项。");
      return;
    }
    Map<String, Long> kinds =
        open.stream()
            .collect(
                Collectors.groupingBy(ManualItem::kind, LinkedHashMap::new, Collectors.counting()));
    String counts =
        kinds.entrySet().stream()
            .map(kind -> kind.getKey() + " " + kind.getValue())
            .collect(Collectors.joining("，"));
    terminal.message(
        "《"
            + explained.name()
            + "》：还有 "
            + open.size()
            + " 项待填（"
            + counts
            + "）"
            + (explained.drafted() > 0 ? "，其中 " + explained.drafted() + " 处原因按数字草拟，待核" : "")
            + (listed ? "：" : "。"));
    if (listed) {
      list(open);
    }
  }

  private void list(List<ManualItem> open) {
    open.stream()
        .limit(LISTED)
        .forEach(item -> terminal.message("  " + item.key() + "　" + item.about()));
    if (open.size() > LISTED) {
      terminal.message("  ……另有 " + (open.size() - LISTED) + " 项");
    }
    terminal.message("请用 annotate 批注后在待填事项中填写，或写在 --answers 的 CSV 里。");
  }
}
