package cn.sunledger.annotate.content;

import cn.sunledger.model.Narrative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 情况说明: the paragraphs, with what is still to be filled in standing out. */
final class NarrativeSheet {
  private static final Pattern OPEN = Pattern.compile("【待[填核][^】]*】");
  private static final double WIDTH = 98;
  private static final int MOST_LINES = 16;
  private static final Look HEADLINE =
      Palette.PLAIN.set("黑体", 18).strong().at(Look.Across.CENTER).wrapped();
  private static final Look FIRST = Palette.PLAIN.set("黑体", 14).strong().wrapped();
  private static final Look SECOND = Palette.PLAIN.set("黑体", 12).strong().wrapped();
  private static final Look BODY = Palette.PLAIN.set(Palette.SONG, 12).hanging().wrapped();

  private NarrativeSheet() {}

  static OwnSheet of(Narrative narrative, OwnNames names) {
    SheetDraft draft = new SheetDraft(3, WIDTH, 3);
    draft.text(1, HEADLINE, narrative.title()).end(40);
    int open = narrative.open().size();
    Optional<OwnCell.Link> link = names.link(OwnSheet.Role.MANUAL_ITEMS);
    if (open > 0 && link.isPresent()) {
      draft.link(
          1,
          1,
          Palette.LINKED.at(Look.Across.CENTER),
          "还有 " + open + " 处待填（文中红字），请在“" + link.get().sheet() + "”中填写后重新批注 →",
          link.get());
      draft.end(24);
    }
    for (Narrative.Section section : narrative.sections()) {
      draft.text(1, section.level() <= 1 ? FIRST : SECOND, section.heading()).end(30);
      for (String paragraph : section.paragraphs()) {
        for (String piece : pieces(paragraph)) {
          draft.put(1, 1, BODY, words(piece), null).end();
        }
      }
    }
    return new OwnSheet(
        OwnSheet.Role.NARRATIVE,
        names.of(OwnSheet.Role.NARRATIVE),
        Palette.TAB,
        draft.columns(),
        draft.rows(),
        draft.merges(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        new OwnSheet.Page(
            false, "A1:" + References.a1(Math.max(0, draft.row() - 1), 2), Optional.empty()),
        -1);
  }

  /** A row has a greatest height, so a long paragraph goes into several at ends of sentences. */
  private static List<String> pieces(String paragraph) {
    String indented = paragraph.startsWith("　") ? paragraph : "　　" + paragraph.strip();
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String sentence : indented.split("(?<=[。；！？\n])")) {
      if (piece.length() > 0 && TextMeasure.lines(piece + sentence, WIDTH * 10 / 12) > MOST_LINES) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(sentence);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static CellContent.Words words(String text) {
    List<CellContent.Run> runs = new ArrayList<>();
    Matcher matcher = OPEN.matcher(text);
    int from = 0;
    while (matcher.find()) {
      if (matcher.start() > from) {
        runs.add(new CellContent.Run(text.substring(from, matcher.start()), false));
      }
      runs.add(new CellContent.Run(matcher.group(), true));
      from = matcher.end();
    }
    if (from < text.length() || runs.isEmpty()) {
      runs.add(new CellContent.Run(text.substring(from), false));
    }
    return new CellContent.Words(runs);
  }
}
