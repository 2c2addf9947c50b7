package cn.sunledger.check.table;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.HeadingCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * 科目名称: which names stand for which codes, learnt from the workbook's own tables and from the known
 * headings. Names of 项 repeat under most 款, so that a name alone is resolved only beside its
 * parents.
 */
public final class HeadingNames {
  private static final Pattern CODE = Pattern.compile("[2-5][0-9]{2}(?:[0-9]{2}){0,2}");

  private final Map<String, Set<String>> codesByName = new HashMap<>();
  private final Map<String, Map<String, Integer>> namesByCode = new TreeMap<>();
  private final Map<String, String> known = new TreeMap<>();

  /**
   * Learns the names.
   *
   * @param disclosure the workbook
   * @param headings the known headings
   */
  public HeadingNames(Disclosure disclosure, List<HeadingCode> headings) {
    for (DisclosureTable table : disclosure.tables()) {
      for (TableLine line : table.lines()) {
        if (isHeading(line) && !line.label().isEmpty()) {
          String name = Labels.normal(line.bareLabel());
          codesByName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(line.code());
          namesByCode
              .computeIfAbsent(line.code(), key -> new LinkedHashMap<>())
              .merge(name, 1, Integer::sum);
        }
      }
    }
    for (HeadingCode heading : headings) {
      known.put(heading.code(), heading.name());
      codesByName
          .computeIfAbsent(Labels.normal(heading.name()), key -> new LinkedHashSet<>())
          .add(heading.code());
    }
  }

  /**
   * Whether a line carries the code of a 科目, and not of a unit or a project.
   *
   * @param line the line
   */
  public static boolean isHeading(TableLine line) {
    return line.role() == LineRole.ITEM && CODE.matcher(line.code()).matches();
  }

  /**
   * The depth of a code: 1 for 类, 2 for 款, 3 for 项.
   *
   * @param code digits only
   */
  public static int level(String code) {
    return (code.length() - 1) / 2;
  }

  /**
   * The codes a name may stand for.
   *
   * @param label as printed
   */
  public Set<String> codes(String label) {
    return codesByName.getOrDefault(
        Labels.normal(Labels.withoutEnumerator(Labels.normal(label))), Set.of());
  }

  /**
   * The names that the workbook prints for a code, with how often it does.
   *
   * @param code digits only
   */
  public Map<String, Integer> names(String code) {
    return namesByCode.getOrDefault(code, Map.of());
  }

  /** The known headings: official names by code, whether the workbook prints them or not. */
  public Map<String, String> known() {
    return Collections.unmodifiableMap(known);
  }

  /** The codes that the workbook prints. */
  public Set<String> printedCodes() {
    return namesByCode.keySet();
  }

  /**
   * The codes of a table's lines: the printed ones, and where a side prints none, those of the
   * names.
   *
   * @param table the table
   * @return codes by line; a line that is no heading is left out
   */
  Map<TableLine, String> codesOf(DisclosureTable table) {
    Map<TableLine, String> codes = new HashMap<>();
    Map<String, List<TableLine>> bare = new LinkedHashMap<>();
    for (TableLine line : table.lines()) {
      if (isHeading(line)) {
        codes.put(line, line.code());
      } else if (line.code().isEmpty() && !line.label().isEmpty() && line.role() == LineRole.ITEM) {
        bare.computeIfAbsent(line.block(), key -> new ArrayList<>()).add(line);
      }
    }
    bare.values().forEach(lines -> resolve(lines, codes));
    return codes;
  }

  private void resolve(List<TableLine> lines, Map<TableLine, String> codes) {
    Optional<Character> scheme = scheme(lines);
    if (scheme.isEmpty()) {
      return;
    }
    String current = "";
    for (TableLine line : lines) {
      String context = current;
      Optional<String> code =
          codes(line.label()).stream()
              .filter(candidate -> candidate.charAt(0) == scheme.get())
              .filter(candidate -> fits(candidate, context, line))
              .max(Comparator.comparingInt(candidate -> shared(candidate, context)));
      code.ifPresent(found -> codes.put(line, found));
      current = code.orElse(current);
    }
  }

  /** A name stands for a 类, or for a heading whose parent stands above it. */
  private static boolean fits(String candidate, String context, TableLine line) {
    if (candidate.length() == 3) {
      return true;
    }
    return line.level() != 1 && context.startsWith(candidate.substring(0, candidate.length() - 2));
  }

  private static int shared(String candidate, String context) {
    int shared = 0;
    while (shared < Math.min(candidate.length(), context.length())
        && candidate.charAt(shared) == context.charAt(shared)) {
      shared++;
    }
    return shared * 10 + candidate.length();
  }

  /** The classification that most of the names belong to: 2 function, 3 and 5 the economic ones. */
  private Optional<Character> scheme(List<TableLine> lines) {
    Map<Character, Integer> votes = new TreeMap<>();
    for (TableLine line : lines) {
      codes(line.label()).stream()
          .map(code -> code.charAt(0))
          .distinct()
          .forEach(first -> votes.merge(first, 1, Integer::sum));
    }
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(vote -> vote.getValue() * 2 > lines.size())
        .map(Map.Entry::getKey);
  }
}
