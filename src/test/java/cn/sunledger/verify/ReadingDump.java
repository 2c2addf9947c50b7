package cn.sunledger.verify;

import cn.sunledger.document.PlainText;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.layout.TableRecognizer;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.NarrativeWord;
import cn.sunledger.model.Term;
import cn.sunledger.model.VerifySources;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.NarrativeWordLoader;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.verify.read.Assertion;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.NarrativeReader;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Statement;
import cn.sunledger.verify.table.FigureIndex;
import cn.sunledger.verify.text.Lexer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prints how a narrative was read, for looking at: NARRATIVE [WORKBOOK]. */
final class ReadingDump {
  private ReadingDump() {}

  static Disclosure disclosure(Path workbook) throws Exception {
    LayoutLoader loader = new LayoutLoader(new TemplateFolder(Optional.empty()));
    return new TableRecognizer(
            loader.layouts(List.of("national")), loader.vocabulary(List.of("national")))
        .recognise(new WorkbookReader().read(workbook));
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    TemplateFolder folder = new TemplateFolder(Optional.empty());
    List<Term> vocabulary = new LayoutLoader(folder).vocabulary(List.of("national"));
    List<NarrativeWord> words = new NarrativeWordLoader(folder).words(List.of("national"));
    Path file = Path.of(args[0]);
    NarrativeText text =
        new PlainText().read(file.getFileName().toString(), Files.readAllBytes(file));
    Lexer lexer;
    int year = 0;
    if (args.length > 1) {
      Disclosure current = disclosure(Path.of(args[1]));
      FigureIndex index =
          new FigureIndex(
              new VerifySources(current, Optional.empty(), Optional.empty(), List.of()),
              vocabulary);
      lexer = new Lexer(words, vocabulary, index.labels(), index.names());
      year = current.year().orElse(0);
    } else {
      lexer = new Lexer(words, vocabulary, List.of(), List.of());
    }
    Reading reading = new NarrativeReader(lexer, year).read(text);
    for (Reading.Passage p : reading.passages()) {
      out.println(
          "\n#"
              + p.index()
              + " L"
              + p.paragraph().source()
              + (p.paragraph().heading() ? " H" : "")
              + p.paragraph().level()
              + " "
              + p.topic()
              + (p.annex() ? " ANNEX" : "")
              + " §"
              + p.section()
              + " "
              + p.paragraph().sectionText());
      out.println("  " + p.paragraph().text());
      for (Mention m : reading.mentions()) {
        Statement s = m.statement();
        if (s.place().paragraph() == p.index()
            || m.token() != null
                && p.tokens().contains(m.token())
                && p.tokens().stream().anyMatch(t -> t == m.token())) {
          if (p.tokens().stream().noneMatch(t -> t == m.token())) {
            continue;
          }
          out.println(
              "    "
                  + m
                  + (m.aside() ? " (aside)" : "")
                  + (m.sign() != 0 ? " sign" + m.sign() : "")
                  + " | "
                  + s.subject().measures()
                  + s.subject().funds()
                  + s.subject().label()
                  + s.subject().path()
                  + (s.subject().covered() ? "" : " ?" + s.subject().text())
                  + (s.subject().generic() ? " generic" : "")
                  + (s.readings().size() > 1 ? " or " + s.readings().get(1).label() : "")
                  + " | "
                  + m.stage().map(Enum::name).orElse("-")
                  + " "
                  + m.year()
                  + (m.role().name().equals("DELTA") || m.role().name().equals("RATE")
                      ? " basis " + m.basis()
                      : "")
                  + m.denominator()
                      .map(d -> " of " + d.measures() + d.funds() + d.label() + d.stage())
                      .orElse("")
                  + s.whole().map(w -> " part of " + w.subject().text()).orElse(""));
        }
      }
      for (Assertion a : reading.assertions()) {
        if (a.paragraph() == p.index()) {
          out.println(
              "    ! "
                  + a.getClass().getSimpleName()
                  + " "
                  + p.folded().printed(a.start(), a.end())
                  + (a instanceof Assertion.Listing l
                      ? " " + l.names().stream().map(n -> n.text()).toList() + l.open()
                      : "")
                  + (a instanceof Assertion.Unchanged u
                      ? " of " + u.statement().subject().text()
                      : ""));
        }
      }
    }
  }
}
