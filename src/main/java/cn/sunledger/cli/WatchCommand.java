package cn.sunledger.cli;

import cn.sunledger.job.FailedException;
import cn.sunledger.job.InboxJob;
import cn.sunledger.job.RefusedException;
import cn.sunledger.job.UnwritableException;
import cn.sunledger.report.CheckText;
import cn.sunledger.watch.AlreadyWatchedException;
import cn.sunledger.watch.Drop;
import cn.sunledger.watch.DropFolder;
import cn.sunledger.watch.DropLog;
import cn.sunledger.watch.DropWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The drop folder. */
@Command(
    name = "watch",
    sortOptions = false,
    customSynopsis = SunledgerCommand.NAME + " watch INBOX --out OUTBOX [选项]",
    description = {
      "看守投件箱：放进 INBOX 的每个工作簿，批注后的副本出现在 OUTBOX；按 Ctrl-C 结束。",
      "同一单位的预算、决算、上年决算放在同一个 INBOX 里，会自动配对。",
      "处理过的文件记在 OUTBOX 里，重新启动后不重复处理；内容改过的会再处理一次。"
    },
    footer = "例：" + SunledgerCommand.NAME + " watch 待核对 --out 已核对")
final class WatchCommand implements Callable<Integer>, DropLog {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final int LAST_WORD_SECONDS = 60;
  private static final double LONGEST_SETTLE = 3600;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Terminal terminal;

  @Mixin private HelpOption help;

  @Parameters(arity = "1", paramLabel = "INBOX", description = "投件箱文件夹，其中的子文件夹也看守")
  private Path inbox;

  @Option(names = "--out", required = true, paramLabel = "OUTBOX", description = "结果文件夹")
  private Path out;

  @Option(names = "--once", description = "处理完现有的文件就结束，不再等待")
  private boolean once;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "文件多少秒没有变化才算复制完，默认 ${DEFAULT-VALUE}；网络很慢时可加大")
  private double settle;

  @Option(names = "--force", description = "已有不是晒账本写的同名文件时也覆盖")
  private boolean force;

  @Mixin private TemplateOptions templates;

  @Spec private CommandSpec spec;

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws RefusedException, InterruptedException {
    if (!(settle > 0 && settle <= LONGEST_SETTLE)) {
      throw new ParameterException(spec.commandLine(), "--settle 应是大于 0、不超过 3600 的秒数。");
    }
    refuse();
    InboxJob job = new InboxJob(templates.stages(), inbox, out, force);
    Duration settled = Duration.ofNanos((long) (settle * 1e9));
    DropFolder folder =
        new DropFolder(
            inbox,
            out,
            new DropFolder.Settings(settled, PATIENCE, LOOK, once),
            drop -> annotate(job, drop),
            this);
    LastWord lastWord = new LastWord(folder::stop, LAST_WORD_SECONDS);
    try {
      if (!once) {
        terminal.message("正在看守“" + inbox + "”，结果放入“" + out + "”；按 Ctrl-C 结束。");
      }
      folder.run();
      if (!once) {
        terminal.message("已停止；下次启动会接着处理新的文件。");
      }
      return ExitCode.DONE;
    } catch (AlreadyWatchedException e) {
      throw new RefusedException("另一个 watch 正在使用结果文件夹“" + out + "”，请先结束它，或换一个 --out 文件夹。");
    } finally {
      lastWord.said();
    }
  }

  private void refuse() throws RefusedException {
    if (!Files.isDirectory(inbox)) {
      throw new RefusedException("“" + inbox + "”不是一个文件夹，请先建好投件箱文件夹。");
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new RefusedException("“" + out + "”是一个文件，--out 应指定一个文件夹。");
    }
    if (inbox.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
      throw new RefusedException("投件箱和结果文件夹不能是同一个文件夹，请用 --out 指定另一个。");
    }
  }

  private DropWork.Outcome annotate(InboxJob job, Drop drop) {
    try {
      InboxJob.Annotated result = job.annotate(drop.file(), drop.name(), drop.copy());
      result.remarks().forEach(terminal::message);
      String instead = result.annotated().instead().orElse("");
      return new DropWork.Outcome.Done(
          "《%s》→ %s　%s%s"
              .formatted(
                  drop.name(),
                  result.annotated().target(),
                  CheckText.verdict(result.annotated().report()),
                  instead));
    } catch (UnwritableException e) {
      return new DropWork.Outcome.Later(e.failure().sentence() + "之后会自动重试。");
    } catch (FailedException e) {
      return new DropWork.Outcome.Refused(e.failure().sentence());
    } catch (RefusedException e) {
      return new DropWork.Outcome.Later(e.getMessage() + "之后会自动重试。");
    } catch (IOException e) {
      return new DropWork.Outcome.Later("《" + drop.name() + "》的结果写不进“" + out + "”，之后会自动重试。");
    }
  }

  @Override
  public void done(String line) {
    terminal.results(List.of(timed(line)));
    terminal.out().flush();
  }

  @Override
  public void trouble(String line) {
    terminal.message(timed(line));
  }

  private static String timed(String line) {
    return LocalTime.now().format(CLOCK) + " " + line;
  }
}
