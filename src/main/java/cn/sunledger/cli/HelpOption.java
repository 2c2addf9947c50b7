package cn.sunledger.cli;

import picocli.CommandLine.Option;

/** {@code --help}, in Chinese. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "显示这份帮助")
  private boolean help;
}
