package cn.sunledger.cli;

import cn.sunledger.export.ClaimsCsv;
import cn.sunledger.export.ClaimsJson;
import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.VerifiedFile;
import cn.sunledger.job.DisclosureJob;
import cn.sunledger.job.FailedException;
import cn.sunledger.job.Failure;
import cn.sunledger.job.Pairing.WorkbookSet;
import cn.sunledger.job.ReadWorkbook;
import cn.sunledger.job.RefusedException;
import cn.sunledger.job.VerifyJob;
import cn.sunledger.job.VerifyJob.Verified;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Severity;
import cn.sunledger.report.VerifyText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 文表一致. */
@Command(
    name = "verify",
    sortOptions = false,
    customSynopsis = {
      SunledgerCommand.NAME + " verify NARRATIVE FILE… [--budget FILE] [--previous FILE] [选项]",
      "      " + SunledgerCommand.NAME + " verify 文件夹 [选项]"
    },
    description = {
      "逐句核对已有的情况说明与公开表是否一致。",
      "结果分为对的、错的（连同应有的数和所在单元格）、",
      "尾数差异、无法核对的及其原因。情况说明可以是 .docx、.txt、.md，也可以是工作簿里自带的说明表。",
      "给出文件夹时，核对其中每一份情况说明，按单位、年度和种类找到各自的工作簿。"
    },
    footer =
        "例："
            + SunledgerCommand.NAME
            + " verify 2023决算说明.docx 2023决算.xlsx --previous 2022决算.xlsx --annotate")
final class VerifyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;

  @Parameters(index = "0", paramLabel = "NARRATIVE", description = "情况说明（.docx、.txt、.md、工作簿）或文件夹")
  private Path narrative;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      description = "工作簿或文件夹；不写则只核对文内的数（工作簿、文件夹则用其中的表）")
  private List<Path> files = List.of();

  @Mixin private PartnerOptions partners;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text（默认）、json 或 csv")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "有达到这一级的问题时退出码为 1：error（默认）、warning 或 never")
  private FailOn failOn = FailOn.ERROR;

  @Option(names = "--all", description = "连同一致的和无法核对的说法一起逐条列出（text）")
  private boolean all;

  @Option(names = "--annotate", description = "另写一份 <原名>.annotated.docx，错处加 Word 批注，其余不变")
  private boolean annotate;

  @Option(names = "--out", paramLabel = "DIR", description = "批注副本放在哪里；不写则放在原文件旁边")
  private Path out;

  @Option(names = "--force", description = "已有不是晒账本写的同名文件时也覆盖")
  private boolean force;

  @Mixin private TemplateOptions templates;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws FailedException, RefusedException, IOException {
    VerifyJob job = new VerifyJob(templates.stages());
    DisclosureJob.Done<Verified> done =
        job.run(new VerifyJob.Request(narrative, files, partners.budget(), partners.previous()));
    print(done);
    done.remarks().forEach(terminal::message);
    if (annotate) {
      List<Path> copies = job.annotate(done.results(), Optional.ofNullable(out), force);
      copies.forEach(copy -> terminal.message("批注副本：" + copy));
      if (copies.isEmpty() && !done.results().isEmpty()) {
        terminal.message("没有需要批注的地方，未写批注副本。");
      }
    }
    terminal.failures(done.failures());
    if (!done.failures().isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    return done.results().stream().anyMatch(this::fails) ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private boolean fails(Verified verified) {
    return failOn.reachedBy(
        verified.report().count(Severity.ERROR), verified.report().count(Severity.WARNING));
  }

  private void print(DisclosureJob.Done<Verified> done) throws IOException {
    if (done.results().isEmpty()) {
      return;
    }
    List<VerifiedFile> results = done.results().stream().map(VerifyCommand::file).toList();
    switch (format) {
      case CSV -> terminal.write(to -> new ClaimsCsv(CsvOptions.PLAIN).write(results, to));
      case JSON -> {
        List<String> sentences = done.failures().stream().map(Failure::sentence).toList();
        terminal.write(to -> new ClaimsJson().write(results, sentences, to));
      }
      default -> terminal.results(text(done.results()));
    }
  }

  private static VerifiedFile file(Verified verified) {
    Optional<ReadWorkbook> workbook = verified.set().map(WorkbookSet::current);
    return new VerifiedFile(
        verified.name(),
        verified.sheet().orElse(""),
        workbook.map(ReadWorkbook::name).orElse(""),
        workbook.map(ReadWorkbook::disclosure),
        verified.report());
  }

  private List<String> text(List<Verified> results) {
    List<String> lines = new ArrayList<>();
    for (Verified verified : results) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      String sheet = verified.sheet().map(name -> " “" + name + "”").orElse("");
      lines.addAll(
          new VerifyText(all).lines(verified.name() + sheet, about(verified), verified.report()));
    }
    return lines;
  }

  private static String about(Verified verified) {
    if (verified.set().isEmpty()) {
      return "没有给出工作簿，只核对文内的数";
    }
    WorkbookSet set = verified.set().get();
    Disclosure disclosure = set.current().disclosure();
    List<String> parts = new ArrayList<>();
    if (!disclosure.unitName().isEmpty()) {
      parts.add(disclosure.unitName());
    }
    disclosure.year().ifPresent(year -> parts.add(year + "年度"));
    parts.add(disclosure.document().title());
    parts.add("对照《" + set.current().name() + "》");
    set.budget().ifPresent(budget -> parts.add("预算《" + budget.name() + "》"));
    set.previous().ifPresent(previous -> parts.add("上年《" + previous.name() + "》"));
    return String.join("，", parts);
  }
}
