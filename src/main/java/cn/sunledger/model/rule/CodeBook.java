package cn.sunledger.model.rule;

import cn.sunledger.model.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** 科目表: what codes are called, and what names that are no longer official stand for. */
public final class CodeBook {
  /** A book that knows nothing. */
  public static final CodeBook EMPTY = new CodeBook(List.of(), List.of());

  private final Map<String, List<HeadingCode>> byCode = new HashMap<>();
  private final Map<String, String> current = new HashMap<>();

  /**
   * From lists.
   *
   * @param headings the known 科目; one that is not here is unknown, not wrong
   * @param renamed stale and wrong names
   */
  public CodeBook(List<HeadingCode> headings, List<RenamedHeading> renamed) {
    for (HeadingCode heading : headings) {
      byCode.merge(
          heading.code(),
          List.of(heading),
          (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
    renamed.forEach(name -> current.put(Labels.normal(name.stale()), name.current()));
  }

  /**
   * The official name of a code.
   *
   * @param code digits only
   * @param year the fiscal year; where it is not known, the first name that is
   */
  public Optional<String> name(String code, Optional<Integer> year) {
    return byCode.getOrDefault(code, List.of()).stream()
        .filter(heading -> year.map(heading::validIn).orElse(true))
        .map(HeadingCode::name)
        .findFirst();
  }

  /**
   * The last fiscal year of a code that is abolished.
   *
   * @param code digits only
   * @return the year; empty where the code is still in use or nothing is known
   */
  public Optional<Integer> lastYear(String code) {
    List<HeadingCode> headings = byCode.getOrDefault(code, List.of());
    return headings.stream().anyMatch(heading -> heading.validTo().isEmpty())
        ? Optional.empty()
        : headings.stream().map(heading -> heading.validTo().orElseThrow()).max(Integer::compare);
  }

  /**
   * The name that counts now, in normal form, so that an old name and its successor are one.
   *
   * @param name as printed
   */
  public String currentName(String name) {
    String normal = Labels.normal(name);
    return current.containsKey(normal) ? Labels.normal(current.get(normal)) : normal;
  }
}
