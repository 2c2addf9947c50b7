package cn.sunledger.check;

import cn.sunledger.check.rules.Checks;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.layout.ProvincialForms;
import cn.sunledger.layout.TableRecognizer;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Finding;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.model.rule.RuleExample;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.RuleLoader;
import cn.sunledger.profile.TemplateFolder;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints what the checker says of workbooks, or of a rule's examples, for looking at. */
final class CheckDump {
  private CheckDump() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    TemplateFolder templates = new TemplateFolder(Optional.empty());
    List<String> profiles = List.of("national");
    RuleBook book = new RuleLoader(templates, Checks.names()).load(profiles);
    LayoutLoader layouts = new LayoutLoader(templates);
    TableRecognizer recognizer =
        new TableRecognizer(layouts.layouts(profiles), layouts.vocabulary(profiles));
    List<Disclosure> all = new ArrayList<>();
    if (args[0].equals("--example")) {
      for (RuleExample example :
          args[2].equals("good")
              ? book.rule(args[1]).orElseThrow().good()
              : book.rule(args[1]).orElseThrow().bad()) {
        Example parsed = Example.of(example);
        List<Disclosure> others = parsed.others().stream().map(recognizer::recognise).toList();
        Disclosure own = recognizer.recognise(parsed.workbook());
        tables(own, out);
        others.forEach(other -> tables(other, out));
        print(own, new RuleChecker(book).check(own, others), true, out);
      }
      return;
    }
    if (args[0].equals("--forms")) {
      for (WorkbookGrid form : ProvincialForms.all()) {
        if (args.length == 1 || form.file().contains(args[1])) {
          Disclosure read = recognizer.recognise(form);
          if (args.length > 1) {
            tables(read, out);
          }
          print(read, new RuleChecker(book).check(read, List.of()), args.length > 1, out);
        }
      }
      return;
    }
    boolean full = args[0].equals("-v") || args[0].equals("-t");
    boolean listing = args[0].equals("-t");
    for (String arg : args) {
      Path file = Path.of(arg);
      if (arg.endsWith(".txt")) {
        all.add(recognizer.recognise(ProvincialForms.read(file, Files.readAllLines(file))));
      } else if (!arg.startsWith("-")) {
        all.add(recognizer.recognise(new WorkbookReader().read(file)));
      }
    }
    for (Disclosure disclosure : all) {
      long start = System.nanoTime();
      CheckReport report = new RuleChecker(book).check(disclosure, all);
      out.println((System.nanoTime() - start) / 1000000 + " ms");
      if (listing) {
        tables(disclosure, out);
      }
      print(disclosure, report, full, out);
    }
  }

  private static void tables(Disclosure disclosure, PrintStream out) {
    for (DisclosureTable table : disclosure.tables()) {
      out.println("== " + table.title() + " " + table.id() + " " + table.year() + table.unit());
      for (Fact fact : table.facts()) {
        out.println(
            "  "
                + fact.cell().a1()
                + " ["
                + fact.line().block()
                + "] "
                + fact.line().code()
                + "|"
                + fact.line().label()
                + "|"
                + fact.line().role()
                + fact.line().level()
                + " / "
                + fact.column().pathText()
                + "="
                + fact.value()
                + " "
                + fact.measure()
                + " line:"
                + fact.line().measure()
                + " col:"
                + fact.column().measure()
                + fact.column().stage());
      }
      table.indicators().forEach(indicator -> out.println("  " + indicator));
    }
  }

  private static void print(
      Disclosure disclosure, CheckReport report, boolean full, PrintStream out) {
    out.println(
        "######## "
            + disclosure.file()
            + " compared "
            + report.comparisons()
            + " exact "
            + report.passed()
            + " findings "
            + report.findings().size());
    for (Finding finding : report.findings()) {
      out.println(
          finding.severity()
              + " "
              + finding.rule()
              + " "
              + finding.message()
              + " "
              + finding.cells().stream().limit(3).map(Object::toString).toList()
              + " symptoms="
              + finding.symptoms().stream().map(Finding::rule).collect(Collectors.joining(",")));
    }
    if (full) {
      report
          .notChecked()
          .forEach(
              skipped ->
                  out.println(
                      "   - " + skipped.rule() + " " + skipped.title() + "：" + skipped.reason()));
    }
  }
}
