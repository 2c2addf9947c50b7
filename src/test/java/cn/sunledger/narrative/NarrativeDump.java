package cn.sunledger.narrative;

import cn.sunledger.compare.DisclosureComparer;
import cn.sunledger.layout.Forms;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.ManualItem;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.Wording;
import cn.sunledger.profile.ProfileChain;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.profile.WordingReader;
import cn.sunledger.samples.SampleReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Prints comparison and narrative of workbooks, for looking at. */
final class NarrativeDump {
  private NarrativeDump() {}

  /**
   * Prints.
   *
   * @param args profile, workbook, budget or -, last year's workbook or -
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Disclosure current =
        args[1].startsWith("form:")
            ? Forms.all().get(args[1].substring(5))
            : SampleReader.read(Path.of(args[1]));
    Comparison comparison =
        new DisclosureComparer(2).compare(current, optional(args, 2), optional(args, 3));
    for (ComparisonRow row : comparison.rows()) {
      out.printf(
          "%s|%s|%s|L%d orig=%s rev=%s act=%s prior=%s whole=%s exec=%s chg=%s %s share=%s contr=%s%n",
          row.section(),
          row.key(),
          row.label(),
          row.level(),
          row.originalBudget().map(a -> a.amount().toString()).orElse(""),
          row.revisedBudget().map(a -> a.amount().toString()).orElse(""),
          row.actual().map(a -> a.amount() + "@" + a.cells()).orElse(""),
          row.prior().map(a -> a.amount().toString()).orElse(""),
          row.whole().map(a -> a.amount().toString()).orElse(""),
          row.executionRate().map(Object::toString).orElse(""),
          row.change().map(Object::toString).orElse(""),
          row.changeRate().map(Object::toString).orElse(""),
          row.share().map(Object::toString).orElse(""),
          row.contribution().map(Object::toString).orElse(""));
    }
    comparison.remarks().forEach(remark -> out.println("REMARK " + remark));
    ProfileChain chain = new ProfileChain(new TemplateFolder(Optional.empty()), args[0]);
    Wording wording = new WordingReader(chain).read();
    Narrative narrative = new NarrativeWriter(wording, chain).write(current, comparison, Map.of());
    out.println("# " + narrative.title());
    for (Narrative.Section section : narrative.sections()) {
      out.println("#".repeat(section.level() + 1) + " " + section.heading());
      section.paragraphs().forEach(out::println);
    }
    for (ManualItem item : narrative.items()) {
      out.println(item);
    }
  }

  private static Optional<Disclosure> optional(String[] args, int index) {
    return args.length > index && !args[index].equals("-")
        ? Optional.of(SampleReader.read(Path.of(args[index])))
        : Optional.empty();
  }
}
