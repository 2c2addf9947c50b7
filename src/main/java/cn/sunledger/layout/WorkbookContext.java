package cn.sunledger.layout;

import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tables of a workbook say together, for the table that does not say it itself.
 *
 * @param year the year most tables name
 * @param unit the unit of measure most tables declare
 * @param unitCode the department's code
 * @param unitName the department's name
 * @param kind the kind of document that the names of sheets and file suggest, the weakest of
 *     witnesses
 */
record WorkbookContext(
    Optional<Integer> year,
    Optional<Unit> unit,
    String unitCode,
    String unitName,
    Optional<DocumentKind> kind) {
  private static final Pattern NAME_IN_TITLE =
      Pattern.compile(
          "^(?:20[0-9]{2}年度?)?(.{2,30}?(?:局|委|委员会|办公室|院|中心|学校|厅|处|站|馆|会|队|政府|街道|办事处|医院|法院|检察院|大学|学院|镇|乡|公司|部))(?:20[0-9]{2}年|部门|[(（]本级[)）]|单位).*");

  static WorkbookContext of(
      WorkbookGrid workbook, List<WorkbookRegions.Place> places, Words words) {
    List<Preamble> preambles = places.stream().map(WorkbookRegions.Place::preamble).toList();
    Map<Integer, Integer> years = new LinkedHashMap<>();
    Map<Unit, Integer> units = new LinkedHashMap<>();
    Map<String, Integer> names = new LinkedHashMap<>();
    Map<String, String> codes = new LinkedHashMap<>();
    for (Preamble preamble : preambles) {
      preamble.year().ifPresent(year -> years.merge(year, 1, Integer::sum));
      preamble.unit().ifPresent(unit -> units.merge(unit, 1, Integer::sum));
      if (!preamble.unitName().isEmpty()) {
        names.merge(preamble.unitName(), 1, Integer::sum);
        if (!preamble.unitCode().isEmpty()) {
          codes.putIfAbsent(preamble.unitName(), preamble.unitCode());
        }
      }
    }
    Optional<Integer> year = most(years);
    if (year.isEmpty()) {
      for (WorkbookRegions.Place place : places) {
        place.region().yearInHeader().ifPresent(found -> years.merge(found, 1, Integer::sum));
      }
      year = most(years);
    }
    for (SheetGrid sheet : workbook.sheets()) {
      year = year.or(() -> Pieces.bareYear(sheet.name()));
    }
    year = year.or(() -> Pieces.bareYear(workbook.file()));
    String name = most(names).orElseGet(() -> nameInTitles(preambles));
    return new WorkbookContext(
        year,
        most(units),
        codes.getOrDefault(name, ""),
        name,
        strongKind(preambles, words).or(() -> weakKind(workbook)));
  }

  /** The department that the first of the titles names that names one; empty where none does. */
  private static String nameInTitles(List<Preamble> preambles) {
    for (Preamble preamble : preambles) {
      Matcher matcher = NAME_IN_TITLE.matcher(preamble.title());
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return "";
  }

  /** The kind that most titles tell; a performance form beside other tables does not decide. */
  private static Optional<DocumentKind> strongKind(List<Preamble> preambles, Words words) {
    Map<DocumentKind, Integer> kinds = new LinkedHashMap<>();
    for (Preamble preamble : preambles) {
      words
          .of(preamble.title())
          .document()
          .or(() -> words.of(preamble.tag()).document())
          .ifPresent(kind -> kinds.merge(kind, 1, Integer::sum));
    }
    if (kinds.keySet().stream().anyMatch(kind -> !kind.isPerformance())) {
      kinds.keySet().removeIf(DocumentKind::isPerformance);
    }
    return most(kinds);
  }

  private static Optional<DocumentKind> weakKind(WorkbookGrid workbook) {
    StringBuilder names = new StringBuilder();
    for (SheetGrid sheet : workbook.sheets()) {
      names.append(sheet.name()).append('\n');
    }
    return kindOf(names.toString()).or(() -> kindOf(workbook.file()));
  }

  /** The kind of document that a title tells. */
  static Optional<DocumentKind> kindOf(String title) {
    if (title.contains("自评") || title.contains("绩效评价") || title.contains("绩效评分")) {
      return Optional.of(DocumentKind.PERFORMANCE_SELF_EVALUATION);
    }
    if (title.contains("绩效") && title.matches(".*(?:目标|申报|指标|绩效表|绩效信息|绩效情况).*")) {
      return Optional.of(DocumentKind.PERFORMANCE_TARGET);
    }
    String bare = TitleForm.withoutFunds(title);
    if (bare.contains("决算")) {
      return Optional.of(DocumentKind.DEPARTMENT_FINAL_ACCOUNTS);
    }
    if (bare.contains("财决")) {
      return Optional.of(DocumentKind.DEPARTMENT_FINAL_ACCOUNTS);
    }
    return bare.contains("预算") ? Optional.of(DocumentKind.DEPARTMENT_BUDGET) : Optional.empty();
  }

  /** The kind of document that most tables with a kind of their own are. */
  static DocumentKind majorityKind(List<Draft> tables, WorkbookContext context) {
    Map<DocumentKind, Integer> kinds = new LinkedHashMap<>();
    for (Draft table : tables) {
      table.ownKind().ifPresent(kind -> kinds.merge(kind, 1, Integer::sum));
    }
    boolean others = kinds.keySet().stream().anyMatch(kind -> !kind.isPerformance());
    if (others) {
      kinds.keySet().removeIf(DocumentKind::isPerformance);
    }
    return most(kinds).or(context::kind).orElse(DocumentKind.DEPARTMENT_BUDGET);
  }

  private static <T> Optional<T> most(Map<T, Integer> counts) {
    T best = null;
    int count = 0;
    for (Map.Entry<T, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > count) {
        best = entry.getKey();
        count = entry.getValue();
      }
    }
    return Optional.ofNullable(best);
  }
}
