package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.CellMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The comments of one sheet: what others wrote stays, sunledger's part follows its heading. */
final class CommentsPart {
  private static final String EMPTY =
      Ooxml.DECLARATION
          + "<comments xmlns=\""
          + Ooxml.MAIN
          + "\"><authors></authors><commentList></commentList></comments>";

  private record Stretch(int start, int end, int textStart, int textEnd, String text) {}

  private String text;
  private String prefix = "";

  CommentsPart(Optional<String> stored) {
    text = stored.orElse(EMPTY);
    XmlScanner scanner = new XmlScanner(text);
    if (scanner.next()) {
      prefix = scanner.prefix();
    }
  }

  String text() {
    return text;
  }

  private String tag(String name) {
    return prefix + name;
  }

  /** The comments by their cells. */
  Map<Position, String> texts() {
    Map<Position, String> texts = new HashMap<>();
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (scanner.opens() && scanner.is("comment")) {
        Position cell = Position.of(scanner.attribute("ref", "A1"));
        StringBuilder whole = new StringBuilder();
        runs(scanner).forEach(run -> whole.append(run.text()));
        texts.put(cell, whole.toString());
      }
    }
    return texts;
  }

  /**
   * Takes out what sunledger wrote.
   *
   * @return the cells whose comments were sunledger's alone and are gone
   */
  List<Position> strip() {
    List<Position> gone = new ArrayList<>();

    XmlEdits edits = new XmlEdits();
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (!scanner.opens() || !scanner.is("comment")) {
        continue;
      }
      int start = scanner.start();
      Position cell = Position.of(scanner.attribute("ref", "A1"));
      List<Stretch> runs = runs(scanner);
      StringBuilder whole = new StringBuilder();
      runs.forEach(run -> whole.append(run.text()));
      int at = whole.indexOf(CellMark.HEADING);
      if (at >= 0 && whole.substring(0, at).isBlank()) {
        edits.delete(start, scanner.end());
        gone.add(cell);
      } else if (at >= 0) {
        cut(edits, runs, whole.charAt(at - 1) == '\n' ? at - 1 : at);
      }
    }
    text = edits.apply(text);
    return gone;
  }

  /** The runs of the comment whose start tag was read; goes to its end tag. */
  private List<Stretch> runs(XmlScanner scanner) {
    List<Stretch> runs = new ArrayList<>();
    int depth = scanner.depth();
    int start = -1;
    while (scanner.next() && (scanner.opens() || scanner.depth() > depth)) {
      if (scanner.opens() && scanner.is("r")) {
        start = scanner.start();
      } else if (scanner.opens() && scanner.is("t")) {
        int open = scanner.start();
        int textStart = scanner.end();
        boolean bare = start < 0;
        String inside = scanner.innerText();
        int textEnd = scanner.kind() == XmlScanner.Kind.END ? scanner.start() : textStart;
        if (bare) {
          runs.add(new Stretch(open, scanner.end(), textStart, textEnd, inside));
        } else {
          runs.add(new Stretch(start, -1, textStart, textEnd, inside));
        }
      } else if (!scanner.opens() && scanner.is("r")) {
        Stretch run = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (run != null && run.end() < 0) {
          runs.set(
              runs.size() - 1,
              new Stretch(run.start(), scanner.end(), run.textStart(), run.textEnd(), run.text()));
        }
        start = -1;
      }
    }
    return runs;
  }

  private static void cut(XmlEdits edits, List<Stretch> runs, int length) {
    int before = 0;
    for (Stretch run : runs) {
      int keep = Math.max(0, length - before);
      if (keep == 0) {
        edits.delete(run.start(), run.end());
      } else if (keep < run.text().length()) {
        edits.replace(
            run.textStart(), run.textEnd(), XmlText.escapeLines(run.text().substring(0, keep)));
      }
      before += run.text().length();
    }
  }

  /** Adds sunledger's part to the comments of cells, which are made where there are none. */
  void add(SortedMap<Position, String> words) {
    SortedMap<Position, String> rest = new TreeMap<>(words);
    XmlEdits edits = new XmlEdits();
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (scanner.opens() && scanner.is("comment")) {
        String more = rest.remove(Position.of(scanner.attribute("ref", "A1")));
        if (more == null) {
          scanner.skip();
        } else {
          append(edits, scanner, more);
        }
      }
    }
    text = edits.apply(text);
    if (rest.isEmpty()) {
      return;
    }
    int author = author();
    StringBuilder made = new StringBuilder();
    rest.forEach(
        (cell, each) -> {
          made.append('<').append(tag("comment")).append(" ref=\"").append(cell.a1());
          made.append("\" authorId=\"").append(author).append("\"><").append(tag("text"));
          made.append('>').append(ourRuns(CellMark.HEADING + "\n", each)).append("</");
          made.append(tag("text")).append("></").append(tag("comment")).append('>');
        });
    inside("commentList", made.toString());
  }

  private void append(XmlEdits edits, XmlScanner scanner, String words) {
    int depth = scanner.depth();
    String ours = ourRuns("\n" + CellMark.HEADING + "\n", words);
    boolean inRun = false;
    while (scanner.next() && (scanner.opens() || scanner.depth() > depth)) {
      if (scanner.is("r")) {
        inRun = scanner.opens();
      } else if (scanner.opens() && scanner.is("t") && !inRun) {
        edits.insert(scanner.start(), "<" + tag("r") + ">");
        scanner.skip();
        edits.insert(scanner.end(), "</" + tag("r") + ">");
      } else if (scanner.opens() && (scanner.is("rPh") || scanner.is("phoneticPr"))) {
        int start = scanner.start();
        scanner.skip();
        edits.delete(start, scanner.end());
      } else if (scanner.is("text") && scanner.kind() == XmlScanner.Kind.EMPTY) {
        edits.replace(scanner.end() - 2, scanner.end(), ">" + ours + "</" + tag("text") + ">");
      } else if (scanner.is("text") && !scanner.opens()) {
        edits.insert(scanner.start(), ours);
      }
    }
  }

  private String ourRuns(String heading, String words) {
    return run(heading, true) + run(words, false);
  }

  private String run(String words, boolean bold) {
    return "<"
        + tag("r")
        + "><"
        + tag("rPr")
        + ">"
        + (bold ? "<" + tag("b") + "/>" : "")
        + "<"
        + tag("sz")
        + " val=\"9\"/><"
        + tag("color")
        + " indexed=\"81\"/><"
        + tag("rFont")
        + " val=\"宋体\"/><"
        + tag("charset")
        + " val=\"134\"/></"
        + tag("rPr")
        + "><"
        + tag("t")
        + " xml:space=\"preserve\">"
        + XmlText.escapeLines(words)
        + "</"
        + tag("t")
        + "></"
        + tag("r")
        + ">";
  }

  /** The number of sunledger among the authors, who is added where missing. */
  private int author() {
    int count = 0;
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (scanner.opens() && scanner.is("author")) {
        if (scanner.innerText().equals(CellMark.AUTHOR)) {
          return count;
        }
        count++;
      }
    }
    inside("authors", "<" + tag("author") + ">" + CellMark.AUTHOR + "</" + tag("author") + ">");
    return count;
  }

  private void inside(String list, String child) {
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (scanner.opens() && scanner.is(list)) {
        if (scanner.kind() == XmlScanner.Kind.EMPTY) {
          text =
              text.substring(0, scanner.end() - 2)
                  + ">"
                  + child
                  + "</"
                  + tag(list)
                  + ">"
                  + text.substring(scanner.end());
        } else {
          scanner.skip();
          text = text.substring(0, scanner.start()) + child + text.substring(scanner.start());
        }
        return;
      }
    }
    text =
        XmlChildren.append(
            text, "comments", p -> "<" + tag(list) + ">" + child + "</" + tag(list) + ">");
  }
}
