package cn.sunledger.model;

import java.util.List;

/**
 * 文中的一处说法: one thing a narrative says that tables, or other figures of the text, can prove or
 * disprove.
 *
 * @param quote the clause as printed
 * @param position where the part that is claimed stands in the text
 * @param section the headings it stands under
 * @param kind what it says
 * @param stated what is printed, with its unit
 * @param expected what it should be, with its unit; empty where nothing tells
 * @param verdict what became of it
 * @param severity how bad it is; {@link Severity#INFO} for what is no mistake
 * @param sources the cells it was compared with, the decisive one first
 * @param rule id of the rule that decided it; empty where none did
 * @param reason why, in Chinese
 * @param cause the likely cause of a mistake, in Chinese; empty where none is known
 */
public record Claim(
    String quote,
    NarrativeText.Span position,
    String section,
    ClaimKind kind,
    String stated,
    String expected,
    ClaimVerdict verdict,
    Severity severity,
    List<SourceCell> sources,
    String rule,
    String reason,
    String cause) {
  /** Copies the list. */
  public Claim {
    sources = List.copyOf(sources);
  }

  /** Whether it contradicts the tables or the text. */
  public boolean isWrong() {
    return verdict == ClaimVerdict.WRONG;
  }
}
