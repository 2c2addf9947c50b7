package cn.sunledger.cli;

import cn.sunledger.export.AcceptancesCsv;
import cn.sunledger.export.CheckedFile;
import cn.sunledger.export.CheckedFiles;
import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.FindingsCsv;
import cn.sunledger.export.FindingsJson;
import cn.sunledger.job.DisclosureJob;
import cn.sunledger.job.FailedException;
import cn.sunledger.job.Failure;
import cn.sunledger.job.Pairing;
import cn.sunledger.job.RefusedException;
import cn.sunledger.model.Acceptance;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import cn.sunledger.report.CheckText;
import java.io.IOException;
import java.nio.file.Path;
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

  @Option(
      names = "--accepted",
      paramLabel = "FILE",
      description = {
        "已核实、予以接受的问题：CSV 文件，表头为 unit,rule,cell,reason",
        "（部门、规则、单元格、说明；部门和单元格可空）。仍列出并计数，不影响退出码"
      })
  private Path accepted;

  @Mixin private TemplateOptions templates;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, RefusedException {
    DisclosureJob job = new DisclosureJob(templates.stages());
    List<Acceptance> acceptances = List.of();
    if (accepted != null) {
      try {
        acceptances = AcceptancesCsv.read(accepted);
      } catch (AcceptancesCsv.FaultyException e) {
        terminal.message(e.getMessage());
        return ExitCode.USAGE;
      } catch (IOException e) {
        terminal.message(accepted + " 读不出来，请检查 --accepted 后面的路径。");
        return ExitCode.UNREADABLE;
      }
    }
    Run run = new Run(job, acceptances);
    print(run);
    terminal.failures(run.failures);
    if (!run.failures.isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    return run.reached ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private void print(Run run) throws IOException {
    switch (format) {
      case CSV -> terminal.write(out -> new FindingsCsv(CsvOptions.PLAIN).write(run, out));
      case JSON -> terminal.write(out -> new FindingsJson().write(run, out));
      default -> {
        CheckText text = new CheckText();
        run.each(
            file -> {
              if (text.files() > 0) {
                terminal.results(List.of(""));
              }
              terminal.results(text.lines(file.file(), file.disclosure(), file.report()));
            });
        terminal.results(text.summary());
      }
    }
  }

  /** Checks one workbook after the other and forgets it once it is told. */
  private final class Run implements CheckedFiles {
    private final DisclosureJob job;
    private final List<Acceptance> acceptances;
    private List<Failure> failures = List.of();
    private boolean reached;

    Run(DisclosureJob job, List<Acceptance> acceptances) {
      this.job = job;
      this.acceptances = acceptances;
    }

    @Override
    public List<String> each(Sink sink) throws IOException {
      try {
        failures = job.each(paths, set -> told(checked(set), sink)).failures();
      } catch (FailedException e) {
        failures = List.of(e.failure());
      } catch (RefusedException e) {
        throw new IOException(e.getMessage(), e);
      }
      return failures.stream().map(Failure::sentence).toList();
    }

    private String told(CheckedFile file, Sink sink) throws IOException {
      sink.take(file);
      CheckReport report = file.report();
      reached |= failOn.reachedBy(report.open(Severity.ERROR), report.open(Severity.WARNING));
      return file.file();
    }

    private CheckedFile checked(Pairing.WorkbookSet set) {
      Disclosure disclosure = set.current().disclosure();
      CheckReport report = job.check(set);
      List<Finding> findings =
          report.findings().stream().map(own -> accepted(own, disclosure.unitName())).toList();
      return new CheckedFile(set.current().name(), disclosure, report.with(findings));
    }

    private Finding accepted(Finding finding, String unit) {
      return acceptances.stream()
          .filter(acceptance -> finding.accepted().isEmpty() && acceptance.covers(finding, unit))
          .findFirst()
          .map(acceptance -> finding.acceptedFor(acceptance.reason()))
          .orElse(finding);
    }
  }
}
