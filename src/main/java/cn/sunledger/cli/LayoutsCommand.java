package cn.sunledger.cli;

import cn.sunledger.model.TableLayout;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.Profile;
import cn.sunledger.profile.ProfileLoader;
import cn.sunledger.report.TextTable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the 表样. */
@Command(
    name = "layouts",
    sortOptions = false,
    description = {"列出认得的表样：编号、统一表名、文件种类、别名的个数和出处。", "没有表样的表也照样按表头读取。"})
final class LayoutsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private TemplateOptions templates;

  LayoutsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<String> named = templates.profile();
    ProfileLoader loader = new ProfileLoader(templates.templates());
    LayoutLoader layouts = new LayoutLoader(templates.templates());
    TextTable table =
        new TextTable(
            List.of(
                TextTable.Column.text("编号"),
                TextTable.Column.text("统一表名"),
                TextTable.Column.text("文件种类"),
                TextTable.Column.number("别名"),
                TextTable.Column.text("出处")));
    for (Profile profile : named.map(name -> List.of(loader.load(name))).orElseGet(loader::all)) {
      for (TableLayout layout : layouts.layouts(profile.chain())) {
        boolean inForce = named.isPresent() && profile.chain().contains(layout.profile());
        if (inForce || layout.profile().equals(profile.name())) {
          table.row(
              List.of(
                  layout.id().id(),
                  layout.id().title(),
                  layout.document().title(),
                  String.valueOf(layout.aliases().size()),
                  layout.source()));
        }
      }
    }
    terminal.results(table.lines());
    return ExitCode.DONE;
  }
}
