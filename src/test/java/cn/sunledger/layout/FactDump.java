package cn.sunledger.layout;

import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Mark;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.TemplateFolder;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prints what is read of workbooks, for looking at. */
final class FactDump {
  private FactDump() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    LayoutLoader loader = new LayoutLoader(new TemplateFolder(Optional.empty()));
    List<String> profiles = List.of("national");
    TableRecognizer recognizer =
        new TableRecognizer(loader.layouts(profiles), loader.vocabulary(profiles));
    for (String arg : args) {
      Disclosure d = recognizer.recognise(new WorkbookReader().read(Path.of(arg)));
      int facts = d.tables().stream().mapToInt(t -> t.facts().size()).sum();
      out.println(
          "#### "
              + d.file()
              + " "
              + d.document()
              + " "
              + d.year()
              + " "
              + d.unitCode()
              + " "
              + d.unitName()
              + " facts="
              + facts
              + " "
              + d.remarks());
      d.leftSheets().forEach(l -> out.println("  LEFT " + l));
      for (DisclosureTable t : d.tables()) {
        out.println(
            "== "
                + t.sheet()
                + " | "
                + t.id().map(i -> i.id()).orElse("-")
                + " | "
                + t.title()
                + " | "
                + t.tag()
                + " | "
                + t.document().id()
                + " | "
                + t.year().orElse(0)
                + " | "
                + t.unit()
                + " | "
                + t.unitCode()
                + " "
                + t.unitName()
                + " | facts="
                + t.facts().size()
                + " notes="
                + t.notes().size()
                + " ind="
                + t.indicators().size()
                + " "
                + t.remarks());
        t.columns()
            .forEach(
                c ->
                    out.println(
                        "   col "
                            + c.column()
                            + " ["
                            + c.block()
                            + "] #"
                            + c.number()
                            + " "
                            + c.pathText()
                            + " "
                            + c.fund().map(f -> f.id()).orElse("")
                            + " "
                            + c.stage().map(f -> f.id()).orElse("")
                            + " "
                            + c.measure().orElse("")
                            + " "
                            + c.unit()));
        for (Fact f : t.facts()) {
          out.println(
              "   "
                  + f.cell().a1()
                  + " ["
                  + f.line().block()
                  + "] "
                  + f.line().number()
                  + "|"
                  + f.line().code()
                  + "|"
                  + f.line().label()
                  + "|L"
                  + f.line().level()
                  + " "
                  + f.line().role()
                  + " {"
                  + f.line().unitCode()
                  + " "
                  + f.line().unitName()
                  + "} / "
                  + f.column().pathText()
                  + " = "
                  + f.value()
                  + f.unit().label()
                  + " "
                  + f.fund().map(x -> x.id()).orElse("")
                  + " "
                  + f.stage().map(x -> x.id()).orElse("")
                  + " "
                  + f.measure());
        }
        for (Mark m : t.marks()) {
          out.println(
              "   MARK "
                  + m.cell().a1()
                  + " "
                  + m.line().label()
                  + " / "
                  + m.column().pathText()
                  + " = "
                  + m.text());
        }
      }
    }
  }
}
