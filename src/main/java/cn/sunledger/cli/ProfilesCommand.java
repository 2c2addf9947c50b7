package cn.sunledger.cli;

import cn.sunledger.profile.Profile;
import cn.sunledger.profile.ProfileLoader;
import cn.sunledger.report.TextTable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the profiles. */
@Command(name = "profiles", sortOptions = false, description = "列出各地的模板，以及它们在什么基础上改动、给哪里用。")
final class ProfilesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private TemplateOptions templates;

  ProfilesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TextTable table =
        new TextTable(
            List.of(
                TextTable.Column.text("名称"),
                TextTable.Column.text("说明"),
                TextTable.Column.text("沿用"),
                TextTable.Column.text("单位名称含有")));
    for (Profile profile : new ProfileLoader(templates.templates()).all()) {
      List<String> chain = profile.chain();
      table.row(
          List.of(
              profile.name(),
              profile.title(),
              chain.size() > 1 ? chain.get(chain.size() - 2) : "",
              String.join("、", profile.places())));
    }
    terminal.results(table.lines());
    return ExitCode.DONE;
  }
}
