package cn.sunledger.model;

import java.util.List;
import java.util.Optional;

/**
 * 表样: how a table of the disclosure sets is told from others, and what its figures mean. It holds
 * no addresses: the structure is read from the sheet itself.
 *
 * @param profile the profile that states it
 * @param source file and line, for messages
 * @param id which table it describes
 * @param document the kind of document it belongs to
 * @param aliases titles it is printed under, in normal form
 * @param keywords words that, all in one title, name the table where no alias does, in normal form;
 *     one behind {@code !} must not stand there
 * @param header header labels that tell it apart, in normal form; all must stand on the sheet where
 *     the title alone does not decide
 * @param lines line labels that tell it apart, in normal form
 * @param not words that must not stand in the title, in normal form
 * @param fund the fund that the whole table is about
 * @param stage the stage of its figures where no header says another
 * @param measure the concept of a figure where neither header nor label says one
 */
public record TableLayout(
    String profile,
    String source,
    TableId id,
    DocumentKind document,
    List<String> aliases,
    List<String> keywords,
    List<String> header,
    List<String> lines,
    List<String> not,
    Fund fund,
    Optional<Stage> stage,
    String measure) {
  /** Copies the lists. */
  public TableLayout {
    aliases = List.copyOf(aliases);
    keywords = List.copyOf(keywords);
    header = List.copyOf(header);
    lines = List.copyOf(lines);
    not = List.copyOf(not);
  }
}
