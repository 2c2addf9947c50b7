package cn.sunledger.serve;

import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.NarrativeText.Paragraph;
import cn.sunledger.model.NarrativeText.Span;
import cn.sunledger.model.SourceCell;
import cn.sunledger.model.VerifyReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in pieces: what is said of a piece stands beside it. */
public final class TextView {
  private static final Pattern OPEN = Pattern.compile("【待填：([^】]*)】");

  private final VerifyReport report;
  private final String own;
  private final Function<String, String> files;

  /**
   * Of a text.
   *
   * @param report what was found of it
   * @param own the name of the workbook that it explains
   * @param files the id of a file on the page by its name; empty where it is not there
   */
  TextView(VerifyReport report, String own, Function<String, String> files) {
    this.report = report;
    this.own = own;
    this.files = files;
  }

  /**
   * A piece.
   *
   * @param kind {@code plain}, {@code open}, {@code ok}, {@code wrong}, {@code rounding} or {@code
   *     unverifiable}
   * @param text the piece as printed; what is asked for, of an open one
   * @param note what is shown on it
   * @param spot the cell it was held against
   * @param claim the claim's number; -1 where it is none
   */
  public record Piece(String kind, String text, String note, Optional<Spot> spot, int claim) {}

  /**
   * A paragraph.
   *
   * @param heading whether it is a heading
   * @param level its depth
   * @param pieces its text
   */
  public record Block(boolean heading, int level, List<Piece> pieces) {}

  /**
   * Something said of the text.
   *
   * @param number the claim's number; -1 where it is no claim
   * @param kind as {@link Piece#kind}, or {@code remark}
   * @param title the verdict in words
   * @param quote the clause
   * @param section the headings it stands under
   * @param stated what is printed
   * @param expected what it should be
   * @param reason why
   * @param spots the cells it was held against
   */
  public record Said(
      int number,
      String kind,
      String title,
      String quote,
      String section,
      String stated,
      String expected,
      String reason,
      List<Spot> spots) {}

  /** The text, paragraph by paragraph. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<Paragraph> paragraphs = report.text().paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      blocks.add(new Block(paragraph.heading(), paragraph.level(), pieces(i, paragraph.text())));
    }
    return blocks;
  }

  private List<Piece> pieces(int paragraph, String text) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int number : claimsOf(paragraph)) {
      Claim claim = report.claims().get(number);
      Span span = claim.position();
      if (span.start() < from || span.end() <= span.start() || span.end() > text.length()) {
        continue;
      }
      plain(pieces, text.substring(from, span.start()));
      pieces.add(
          new Piece(
              claim.verdict().id(),
              text.substring(span.start(), span.end()),
              note(claim),
              claim.sources().stream().findFirst().map(this::spot),
              number));
      from = span.end();
    }
    plain(pieces, text.substring(from));
    return pieces;
  }

  /**
   * The claims of a paragraph from left to right; of two that overlap the worse one comes first.
   */
  private List<Integer> claimsOf(int paragraph) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < report.claims().size(); i++) {
      if (report.claims().get(i).position().paragraph() == paragraph) {
        numbers.add(i);
      }
    }
    numbers.sort(
        Comparator.<Integer>comparingInt(i -> report.claims().get(i).position().start())
            .thenComparing(i -> rank(report.claims().get(i).verdict())));
    return numbers;
  }

  private static int rank(ClaimVerdict verdict) {
    return switch (verdict) {
      case WRONG -> 0;
      case ROUNDING -> 1;
      case UNVERIFIABLE -> 3;
      case OK -> 2;
    };
  }

  private static void plain(List<Piece> pieces, String text) {
    Matcher open = OPEN.matcher(text);
    int from = 0;
    while (open.find()) {
      if (open.start() > from) {
        pieces.add(piece("plain", text.substring(from, open.start())));
      }
      pieces.add(piece("open", open.group(1)));
      from = open.end();
    }
    if (from < text.length()) {
      pieces.add(piece("plain", text.substring(from)));
    }
  }

  private static Piece piece(String kind, String text) {
    return new Piece(kind, text, "", Optional.empty(), -1);
  }

  private String note(Claim claim) {
    List<String> parts = new ArrayList<>();
    if (claim.verdict() != ClaimVerdict.OK) {
      parts.add(claim.verdict().title());
    }
    if (!claim.expected().isEmpty() && claim.verdict() != ClaimVerdict.OK) {
      parts.add("应为 " + claim.expected());
    }
    if (!claim.reason().isEmpty()) {
      parts.add(claim.reason());
    }
    if (!claim.sources().isEmpty()) {
      parts.add(
          "来自 " + String.join("、", claim.sources().stream().map(s -> spot(s).label()).toList()));
    }
    return String.join("；", parts);
  }

  private Spot spot(SourceCell source) {
    String other = source.file().equals(own) ? "" : source.file();
    return Spot.of(source.cell(), files.apply(source.file()), other);
  }

  /** What is not right, or could not be checked, and the flaws of the text; worst first. */
  List<Said> said() {
    List<Said> all = new ArrayList<>();
    for (int i = 0; i < report.claims().size(); i++) {
      Claim claim = report.claims().get(i);
      if (claim.verdict() != ClaimVerdict.OK) {
        all.add(said(i, claim));
      }
    }
    all.sort(Comparator.comparingInt(said -> rank(report.claims().get(said.number()).verdict())));
    List<Said> remarks =
        report.remarks().stream()
            .map(
                remark ->
                    new Said(
                        -1,
                        "remark",
                        "行文",
                        remark.quote(),
                        remark.section(),
                        "",
                        "",
                        remark.finding().message(),
                        List.of()))
            .toList();
    int wrong = (int) all.stream().filter(said -> !said.kind().equals("unverifiable")).count();
    all.addAll(wrong, remarks);
    return all;
  }

  private Said said(int number, Claim claim) {
    String cause = claim.cause().isEmpty() ? "" : "；可能的原因：" + claim.cause();
    return new Said(
        number,
        claim.verdict().id(),
        claim.verdict().title(),
        claim.quote(),
        claim.section(),
        claim.stated(),
        claim.expected(),
        claim.reason() + cause,
        claim.sources().stream().map(this::spot).toList());
  }

  /** A report without claims, for a text of which nothing could be found. */
  static VerifyReport bare(NarrativeText text) {
    return new VerifyReport(text, List.of(), List.of(), 0, 0);
  }
}
