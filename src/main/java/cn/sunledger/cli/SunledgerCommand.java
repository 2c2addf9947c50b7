package cn.sunledger.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: what it is for, its commands, its version. */
@Command(
    name = SunledgerCommand.NAME,
    versionProvider = SunledgerCommand.Version.class,
    sortOptions = false,
    customSynopsis = {
      SunledgerCommand.NAME + "                     打开网页，等于 serve --open",
      "      " + SunledgerCommand.NAME + " FILE…               批注这些工作簿，等于 annotate FILE…",
      "      " + SunledgerCommand.NAME + " <命令> [选项] FILE…"
    },
    synopsisHeading = "用法：",
    descriptionHeading = "%n",
    description = {"晒账本：部门预决算公开表的核对、对比、情况说明、批注与批量转换。", "全部在本机完成，不联网，不改动原文件。"},
    optionListHeading = "%n选项：%n",
    commandListHeading = "%n命令：%n",
    footerHeading = "%n",
    footer = {
      "某一命令的用法：" + SunledgerCommand.NAME + " <命令> --help",
      "退出码：0 完成；1 有达到 --fail-on 的问题；2 用法有误；3 有文件读不出来；4 模板有误。"
    })
final class SunledgerCommand implements Runnable {
  static final String NAME = "java -jar sunledger.jar";

  @Mixin private HelpOption help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "显示版本")
  private boolean version;

  @Spec private CommandSpec spec;

  /** Is reached only by words that are no command. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "");
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"sunledger " + version()};
    }

    static String version() {
      String version = Version.class.getPackage().getImplementationVersion();
      return version == null ? "dev" : version;
    }
  }
}
