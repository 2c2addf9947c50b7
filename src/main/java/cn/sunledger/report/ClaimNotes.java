package cn.sunledger.report;

import cn.sunledger.model.Claim;
import cn.sunledger.model.Finding;
import cn.sunledger.model.NarrativeText.Span;
import cn.sunledger.model.Severity;
import cn.sunledger.model.SourceCell;
import cn.sunledger.model.VerifyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a comment in the margin says of each mistake of a narrative. */
public final class ClaimNotes {
  private static final int MOST_CELLS = 6;

  /**
   * A note.
   *
   * @param span what it is about; an empty stretch stands for the paragraph
   * @param paragraphs what it says
   */
  public record Note(Span span, List<String> paragraphs) {
    /** Copies the list. */
    public Note {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /**
   * The notes of a narrative: one for each wrong claim, and one for each flaw that is at least a
   * warning.
   *
   * @param report what was found
   */
  public List<Note> of(VerifyReport report) {
    List<Note> notes = new ArrayList<>();
    for (Claim claim : report.claims()) {
      if (claim.isWrong()) {
        notes.add(new Note(claim.position(), claim(claim)));
      }
    }
    for (VerifyReport.TextRemark remark : report.remarks()) {
      if (remark.finding().severity() != Severity.INFO) {
        notes.add(new Note(remark.position(), remark(remark.finding())));
      }
    }
    return notes;
  }

  private static List<String> claim(Claim claim) {
    List<String> lines = new ArrayList<>();
    lines.add(
        claim.severity().title()
            + (claim.rule().isEmpty() ? "" : "（" + claim.rule() + "）")
            + (claim.expected().isEmpty() ? "" : "应为：" + claim.expected()));
    if (!claim.reason().isEmpty()) {
      lines.add(claim.reason());
    }
    if (!claim.cause().isEmpty()) {
      lines.add("可能的原因：" + claim.cause());
    }
    if (!claim.sources().isEmpty()) {
      lines.add("依据：" + cells(claim.sources()));
    }
    return lines;
  }

  private static List<String> remark(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(finding.severity().title() + "（" + finding.rule() + "）" + finding.message());
    if (!finding.expected().isEmpty()) {
      lines.add("应为：" + finding.expected());
    }
    return lines;
  }

  /** The cells that a claim was compared with, the decisive one first. */
  static String cells(List<SourceCell> sources) {
    boolean oneFile = sources.stream().map(SourceCell::file).distinct().count() == 1;
    List<String> cells =
        sources.stream()
            .map(source -> oneFile ? source.cell().toString() : source.toString())
            .distinct()
            .toList();
    String shown = cells.stream().limit(MOST_CELLS).collect(Collectors.joining("、"));
    return cells.size() > MOST_CELLS ? shown + " 等 " + cells.size() + " 格" : shown;
  }
}
