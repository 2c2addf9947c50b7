package cn.sunledger.cli;

import cn.sunledger.job.Stages;
import cn.sunledger.model.TextRule;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.model.rule.RuleExample;
import cn.sunledger.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the rules, or explains one with its examples. */
@Command(
    name = "rules",
    sortOptions = false,
    customSynopsis = SunledgerCommand.NAME + " rules [ID] [选项]",
    description = "列出核对用的规则；写出编号则说明这一条：公式、依据和正反两面的例子。",
    footer = "例：" + SunledgerCommand.NAME + " rules T-01")
final class RulesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "规则的编号，如 T-01")
  private String id;

  @Mixin private TemplateOptions templates;

  RulesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Stages stages = templates.stages();
    RuleBook book = stages.ruleBook(stages.profile(""));
    List<TextRule> texts = stages.textRules(stages.profile(""));
    terminal.results(id == null ? all(book, texts) : one(book, texts));
    return ExitCode.DONE;
  }

  private static List<String> all(RuleBook book, List<TextRule> texts) {
    TextTable table =
        new TextTable(
            List.of(
                TextTable.Column.text("编号"),
                TextTable.Column.text("级别"),
                TextTable.Column.text("规则"),
                TextTable.Column.text("适用")));
    for (ReconciliationRule rule : book.rules()) {
      table.row(
          List.of(
              rule.id(),
              rule.severity().title(),
              rule.title(),
              String.join("、", rule.scope().tables())));
    }
    for (TextRule rule : texts) {
      table.row(List.of(rule.id(), rule.severity().title(), rule.title(), "情况说明"));
    }
    return table.lines();
  }

  private List<String> one(RuleBook book, List<TextRule> texts) {
    Optional<ReconciliationRule> found =
        book.rules().stream().filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
    List<String> lines = new ArrayList<>();
    found.ifPresent(rule -> lines.addAll(one(rule)));
    texts.stream()
        .filter(each -> each.id().equalsIgnoreCase(id))
        .findFirst()
        .ifPresent(
            rule -> {
              lines.add(rule.id() + " " + rule.title());
              lines.add("  级别：" + rule.severity().title());
              lines.add("  适用：情况说明（verify）");
              lines.add("  依据：" + rule.why());
            });
    if (lines.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "没有编号为“" + id + "”的规则，rules 命令列出全部编号。");
    }
    return lines;
  }

  private static List<String> one(ReconciliationRule rule) {
    List<String> lines = new ArrayList<>();
    lines.add(rule.id() + " " + rule.title());
    lines.add("  级别：" + rule.severity().title());
    if (!rule.scope().tables().isEmpty()) {
      lines.add("  适用：" + String.join("、", rule.scope().tables()));
    }
    rule.since().ifPresent(year -> lines.add("  自" + year + "年度起"));
    rule.until().ifPresent(year -> lines.add("  至" + year + "年度止"));
    for (Formula formula : rule.formulas()) {
      lines.add("  公式：" + formula.text());
    }
    lines.add("  依据：" + rule.why());
    examples(lines, "  正例", rule.good());
    examples(lines, "  反例（! 标出有问题的数）", rule.bad());
    lines.add("  出处：" + rule.file());
    return lines;
  }

  private static void examples(List<String> lines, String title, List<RuleExample> examples) {
    for (RuleExample example : examples) {
      lines.add(title);
      example.text().lines().forEach(line -> lines.add("    " + line));
    }
  }
}
