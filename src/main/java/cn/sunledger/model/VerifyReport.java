package cn.sunledger.model;

import java.util.List;

/**
 * 文表核对结果: what was found of one narrative.
 *
 * @param text the narrative
 * @param claims its claims, in the order of the text
 * @param remarks flaws of wording, units, years and of what must be disclosed, in the order of the
 *     text
 * @param figures how many figures the text holds that could be claims: amounts, rates and counts,
 *     without dates, numbers of documents and list numbers
 * @param understood of how many of them it is known what they are figures of
 */
public record VerifyReport(
    NarrativeText text, List<Claim> claims, List<TextRemark> remarks, int figures, int understood) {
  /** Copies the lists. */
  public VerifyReport {
    claims = List.copyOf(claims);
    remarks = List.copyOf(remarks);
  }

  /**
   * A flaw of the text that is no wrong figure.
   *
   * @param finding what is wrong; its table is the section's heading
   * @param position where it stands; an empty stretch at a paragraph's start where something is
   *     missing
   * @param quote the clause as printed
   * @param section the headings it stands under
   */
  public record TextRemark(
      Finding finding, NarrativeText.Span position, String quote, String section) {}

  /**
   * How many claims came to a verdict.
   *
   * @param verdict the verdict
   */
  public int count(ClaimVerdict verdict) {
    return (int) claims.stream().filter(claim -> claim.verdict() == verdict).count();
  }

  /**
   * How many wrong claims and remarks there are of a severity.
   *
   * @param severity the severity
   */
  public int count(Severity severity) {
    return (int)
            claims.stream()
                .filter(
                    c -> c.verdict() == ClaimVerdict.WRONG || c.verdict() == ClaimVerdict.ROUNDING)
                .filter(c -> c.severity() == severity)
                .count()
        + (int) remarks.stream().filter(r -> r.finding().severity() == severity).count();
  }
}
