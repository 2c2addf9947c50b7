package cn.sunledger.report;

import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.Finding;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.NarrativeText.Span;
import cn.sunledger.model.Severity;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.model.VerifyReport.TextRemark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 文表核对结果 as text: the verdict, then section by section what is wrong, then what is left open. */
public final class VerifyText {
  private static final int MOST_QUOTES = 3;
  private static final int LONGEST_QUOTE = 60;
  private static final int AROUND = 48;

  private final boolean all;

  /**
   * With a choice.
   *
   * @param all whether claims that agree or cannot be decided are listed one by one
   */
  public VerifyText(boolean all) {
    this.all = all;
  }

  /**
   * The lines about one narrative.
   *
   * @param name how the narrative is named
   * @param about what it was checked against, in Chinese
   * @param report what was found
   */
  public List<String> lines(String name, String about, VerifyReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(Shown.text(name) + "（" + Shown.text(about) + "）");
    lines.add("  " + verdict(report));
    lines.add("  文中可核对的数 " + report.figures() + " 个，认出所指的 " + report.understood() + " 个。");
    bySection(report)
        .forEach(
            (section, entries) -> {
              lines.add("");
              lines.add("  " + (section.isEmpty() ? "（标题之前）" : Shown.text(section)));
              entries.forEach(entry -> lines.addAll(entry.lines()));
            });
    if (!all) {
      open(lines, report);
    }
    return lines;
  }

  /**
   * The verdict in one sentence.
   *
   * @param report what was found
   */
  public static String verdict(VerifyReport report) {
    String counts =
        List.of(ClaimVerdict.values()).stream()
            .filter(verdict -> report.count(verdict) > 0)
            .map(verdict -> verdict.title() + " " + report.count(verdict) + " 处")
            .collect(Collectors.joining("、"));
    String remarks =
        List.of(Severity.values()).stream()
            .map(severity -> remarks(report, severity))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("、"));
    return "核对说法 "
        + report.claims().size()
        + " 处"
        + (counts.isEmpty() ? "" : "：" + counts)
        + "；"
        + (remarks.isEmpty() ? "没有发现文字问题" : "文字问题：" + remarks)
        + "。";
  }

  private static String remarks(VerifyReport report, Severity severity) {
    long count = report.remarks().stream().filter(r -> r.finding().severity() == severity).count();
    return count == 0 ? "" : severity.title() + " " + count + " 处";
  }

  private record Entry(int paragraph, int start, String section, List<String> lines) {}

  private Map<String, List<Entry>> bySection(VerifyReport report) {
    List<Entry> entries = new ArrayList<>();
    for (Claim claim : report.claims()) {
      boolean mistake =
          claim.verdict() == ClaimVerdict.WRONG || claim.verdict() == ClaimVerdict.ROUNDING;
      if (mistake || all) {
        Span at = claim.position();
        entries.add(
            new Entry(at.paragraph(), at.start(), claim.section(), claim(report.text(), claim)));
      }
    }
    for (TextRemark remark : report.remarks()) {
      Span at = remark.position();
      entries.add(
          new Entry(at.paragraph(), at.start(), remark.section(), remark(report.text(), remark)));
    }
    entries.sort(Comparator.comparingInt(Entry::paragraph).thenComparingInt(Entry::start));
    Map<String, List<Entry>> sections = new LinkedHashMap<>();
    for (Entry entry : entries) {
      sections.computeIfAbsent(entry.section(), section -> new ArrayList<>()).add(entry);
    }
    return sections;
  }

  private static List<String> claim(NarrativeText text, Claim claim) {
    List<String> lines = new ArrayList<>();
    boolean wrong = claim.verdict() == ClaimVerdict.WRONG;
    String rule = claim.rule().isEmpty() ? "" : "（" + claim.rule() + "）";
    String grade = wrong ? claim.severity().title() : claim.verdict().title();
    lines.add(
        "    " + grade + " " + place(text, claim.position()) + " " + claim.kind().title() + rule);
    lines.add("      " + Shown.text(marked(text, claim.quote(), claim.position())));
    String expected =
        claim.expected().isEmpty() || claim.verdict() == ClaimVerdict.OK
            ? ""
            : "应为 " + claim.expected() + (claim.reason().isEmpty() ? "" : "：");
    if (!expected.isEmpty() || !claim.reason().isEmpty()) {
      lines.add("      " + Shown.text(expected + claim.reason()));
    }
    if (!claim.sources().isEmpty()) {
      lines.add("      依据：" + Shown.text(ClaimNotes.cells(claim.sources())));
    }
    if (!claim.cause().isEmpty()) {
      lines.add("      可能的原因：" + Shown.text(claim.cause()));
    }
    return lines;
  }

  private static List<String> remark(NarrativeText text, TextRemark remark) {
    List<String> lines = new ArrayList<>();
    Finding finding = remark.finding();
    lines.add(
        "    "
            + finding.severity().title()
            + " "
            + place(text, remark.position())
            + " 文字（"
            + finding.rule()
            + "）");
    if (!remark.quote().isEmpty()) {
      lines.add("      " + Shown.text(marked(text, remark.quote(), remark.position())));
    }
    lines.add("      " + Shown.text(finding.message()));
    if (!finding.expected().isEmpty() && !finding.message().contains(finding.expected())) {
      lines.add("      应为 " + Shown.text(finding.expected()));
    }
    return lines;
  }

  private static String place(NarrativeText text, Span span) {
    return "第" + line(text, span) + "行";
  }

  /**
   * The number of the line, or of the document's paragraph, where a stretch begins.
   *
   * @param text the narrative
   * @param span the stretch
   */
  public static int line(NarrativeText text, Span span) {
    NarrativeText.Paragraph paragraph = text.paragraphs().get(span.paragraph());
    int source = paragraph.source();
    for (NarrativeText.Line line : paragraph.lines()) {
      if (line.start() <= span.start()) {
        source = line.source();
      }
    }
    return source;
  }

  /** The quote with what is wrong between marks; of a long one only what stands around it. */
  private static String marked(NarrativeText text, String quote, Span span) {
    String paragraph = text.paragraphs().get(span.paragraph()).text();
    int at = paragraph.lastIndexOf(quote, span.start());
    int start = span.start() - at;
    int end = span.end() - at;
    if (at < 0 || end <= start || end > quote.length()) {
      return quote;
    }
    int from = Math.max(0, start - AROUND);
    int to = Math.min(quote.length(), end + AROUND);
    boolean own = quote.startsWith("【", start);
    return (from > 0 ? "…" : "")
        + quote.substring(from, start)
        + (own ? "" : "【")
        + quote.substring(start, end)
        + (own ? "" : "】")
        + quote.substring(end, to)
        + (to < quote.length() ? "…" : "");
  }

  /** What could not be decided, by reason. */
  private static void open(List<String> lines, VerifyReport report) {
    Map<String, List<Claim>> reasons = new LinkedHashMap<>();
    for (Claim claim : report.claims()) {
      if (claim.verdict() == ClaimVerdict.UNVERIFIABLE) {
        reasons.computeIfAbsent(claim.reason(), reason -> new ArrayList<>()).add(claim);
      }
    }
    if (reasons.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("  无法核对 " + report.count(ClaimVerdict.UNVERIFIABLE) + " 处（--all 逐条列出）");
    reasons.forEach(
        (reason, claims) ->
            lines.add(
                "    "
                    + Shown.text(reason)
                    + "："
                    + claims.size()
                    + " 处，如"
                    + claims.stream()
                        .limit(MOST_QUOTES)
                        .map(claim -> "“" + Shown.text(shortened(claim.quote())) + "”")
                        .collect(Collectors.joining("、"))));
  }

  private static String shortened(String quote) {
    return quote.length() <= LONGEST_QUOTE
        ? quote
        : "…" + quote.substring(quote.length() - LONGEST_QUOTE);
  }
}
