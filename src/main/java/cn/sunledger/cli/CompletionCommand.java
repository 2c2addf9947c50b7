package cn.sunledger.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shell completion. */
@Command(
    name = "completion",
    sortOptions = false,
    customSynopsis = SunledgerCommand.NAME + " completion [--name NAME]",
    description = {"输出 bash、zsh 的命令补全脚本；sunledger 应是这个程序的命令名或别名。"},
    footer = "例：source <(" + SunledgerCommand.NAME + " completion)")
final class CompletionCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "sunledger",
      description = "命令名，默认 sunledger")
  private String name;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--name 只能用字母、数字、- 和 _，并以字母开头。");
    }
    CommandLine root = spec.parent().commandLine();
    terminal.results(List.of(AutoComplete.bash(name, root)));
    return ExitCode.DONE;
  }
}
