package cn.sunledger.cli;

import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.PackageSettings;
import cn.sunledger.job.BulkConversion;
import cn.sunledger.job.ConversionOptions;
import cn.sunledger.job.ConversionResult;
import cn.sunledger.job.DisclosureReader;
import cn.sunledger.job.RefusedException;
import cn.sunledger.job.TemplateDigest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Bulk conversion. */
@Command(
    name = "csv",
    sortOptions = false,
    customSynopsis = SunledgerCommand.NAME + " csv PATH… --out DIR [选项]",
    description = {
      "把工作簿或整个文件夹批量转换为 CSV。",
      "facts.csv 每行一个数，sheets/ 每张工作表一个文件，datapackage.json 说明来源与内容，",
      "failures.csv 列出没有转换的文件、原因和办法。"
    },
    footer = "例：" + SunledgerCommand.NAME + " csv 决算公开/ --out 结果/")
final class CsvCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 256;
  private static final int PATIENCE_SECONDS = 5;
  private static final int NAMED_ONE_BY_ONE = 10;

  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private TemplateOptions templates;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "工作簿或文件夹（含下级文件夹）")
  private List<Path> paths;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "结果放在哪里（必填）")
  private Path out;

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      description = "只要 facts（facts.csv）或只要 sheets（各工作表原样，不识别其中的表）")
  private Only only;

  @Option(names = "--threads", paramLabel = "N", description = "同时处理几个工作簿，默认等于处理器个数")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--resume", description = "接着上次做：内容没有变的工作簿不再转换")
  private boolean resume;

  @Option(names = "--bom", description = "CSV 开头加字节顺序标记，旧版 Excel 双击打开不乱码")
  private boolean bom;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "CSV 的编码：utf-8（默认），或旧版 Excel 双击打开不乱码的 gb18030")
  private String encoding = "utf-8";

  @Option(names = "--xlsx", description = "另把全部的数写成一个工作簿 facts.xlsx，每张表满 1048576 行另起一张")
  private boolean workbook;

  @Option(names = "--raw", description = "以 = + - @ 开头的文字原样写出，不在前面加单引号")
  private boolean raw;

  @Option(names = "--force", description = "结果文件夹里有不是晒账本写的同名文件时也覆盖")
  private boolean force;

  CsvCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What is wanted of a workbook. */
  enum Only {
    FACTS("facts"),
    SHEETS("sheets");

    private final String word;

    Only(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  @Override
  public Integer call() throws IOException, RefusedException {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new ParameterException(spec.commandLine(), "--threads 应在 1 到 " + MOST_THREADS + " 之间。");
    }
    if (workbook && only == Only.SHEETS) {
      throw new ParameterException(
          spec.commandLine(), "--xlsx 写的是 facts 的工作簿，不能与 --only sheets 一起用。");
    }
    PackageSettings settings =
        new PackageSettings(
            SunledgerCommand.Version.version(),
            TemplateDigest.of(templates.profile(), templates.folder()),
            only != Only.SHEETS,
            only != Only.FACTS,
            new CsvOptions(charset(), bom, raw));
    ProgressLine progress = new ProgressLine(terminal);
    BulkConversion conversion =
        new BulkConversion(
            reader(),
            new ConversionOptions(
                out, settings, threads, resume, force, workbook, ConversionOptions.CELLS_AT_ONCE),
            progress);
    LastWord lastWord = new LastWord(conversion::stop, PATIENCE_SECONDS);
    try {
      ConversionResult result = conversion.run(paths);
      progress.end();
      tell(result);
      return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
    } finally {
      lastWord.said();
    }
  }

  /** Who wants raw sheets only need not wait for the templates of the tables. */
  private DisclosureReader reader() {
    return only == Only.SHEETS && templates.standard()
        ? DisclosureReader.ofSheets()
        : templates.stages().reader();
  }

  private Charset charset() {
    Charset charset =
        switch (encoding.toLowerCase(Locale.ROOT)) {
          case "utf-8", "utf8" -> StandardCharsets.UTF_8;
          case "gb18030", "gbk", "gb2312" -> Charset.forName("GB18030");
          default ->
              throw new ParameterException(
                  spec.commandLine(), "--encoding 应为 utf-8 或 gb18030，不是“" + encoding + "”。");
        };
    if (bom && !charset.equals(StandardCharsets.UTF_8)) {
      throw new ParameterException(
          spec.commandLine(), "--bom 只用于 utf-8；gb18030 不需要它，旧版 Excel 也能直接打开。");
    }
    return charset;
  }

  private void tell(ConversionResult result) {
    terminal.failures(result.failures());
    withoutTables(result.withoutTables());
    if (!result.ignored().isEmpty()) {
      terminal.message("跳过 " + result.ignored().size() + " 个批注过的副本（文件名以 .annotated 结尾）。");
    }
    if (result.interrupted()) {
      terminal.message("已中断，做完的 " + result.converted() + " 个工作簿已保存；加 --resume 可以接着做。");
    } else if (result.converted() > 0) {
      String reused = result.reused() > 0 ? "（其中 " + result.reused() + " 个沿用上次结果）" : "";
      String facts = only == Only.SHEETS ? "" : "，共 " + result.facts() + " 个数";
      terminal.message("转换了 " + result.converted() + " 个工作簿" + reused + facts + "；结果在 " + out);
    }
  }

  private void withoutTables(List<String> files) {
    if (files.size() > NAMED_ONE_BY_ONE) {
      terminal.message(
          files.size() + " 个工作簿里没有一张认得的部门预决算公开表，已照原样转换，名单见 datapackage.json（document 为空的来源）。");
      return;
    }
    for (String file : files) {
      terminal.message("《" + file + "》里没有一张认得的部门预决算公开表；已照原样转换。");
    }
  }
}
