package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Fund;
import cn.sunledger.model.Stage;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person reads in one table of a form: what it is called, what its rows and columns are, and
 * hence every figure in it.
 */
final class FormExpectation {
  private static final Pattern COLUMN =
      Pattern.compile("col ([A-Z]+(?:,[A-Z]+)*)(?: (\\S+))?: (.*)");
  private static final Pattern ROW =
      Pattern.compile(
          "row (\\d+)(?: (\\S+?))?: (?:([0-9]+) )?(\\S+) (\\d)(?: ([A-Z_]+))?((?: \\S+=\\S*)*)");
  private static final Pattern CELL = Pattern.compile("fact ([A-Z]+)(\\d+): (.*)");
  private static final List<String> CARRIED = List.of("kind", "year", "unit", "name");
  private static final Pattern WITH = Pattern.compile("(\\S+)=(\\S*)");

  private final String sheet;
  private final Map<String, String> heads = new LinkedHashMap<>();
  private final List<Column> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<CellRef, Map<String, String>> single = new LinkedHashMap<>();

  /** An empty expectation; year, unit, name and kind hold on from the table before. */
  FormExpectation(String sheet, FormExpectation before) {
    this.sheet = sheet;
    if (before != null) {
      for (String key : CARRIED) {
        if (before.heads.containsKey(key)) {
          heads.put(key, before.heads.get(key));
        }
      }
    }
  }

  private record Column(int index, String block, String path, Map<String, String> with) {}

  private record Row(
      int index,
      String block,
      String code,
      String label,
      String level,
      String role,
      Map<String, String> with) {}

  String sheet() {
    return sheet;
  }

  void add(String line) {
    Matcher column = COLUMN.matcher(line);
    Matcher row = ROW.matcher(line);
    Matcher cell = CELL.matcher(line);
    if (column.matches()) {
      Map<String, String> with = with(column.group(3));
      String path = column.group(3).split(" ")[0];
      for (String letters : column.group(1).split(",")) {
        columns.add(
            new Column(FormFile.columnIndex(letters), text(column.group(2)), blank(path), with));
      }
    } else if (row.matches()) {
      rows.add(
          new Row(
              Integer.parseInt(row.group(1)) - 1,
              text(row.group(2)),
              text(row.group(3)),
              blank(row.group(4)),
              row.group(5),
              text(row.group(6)),
              with(row.group(7))));
    } else if (cell.matches()) {
      single.put(
          new CellRef(
              sheet, Integer.parseInt(cell.group(2)) - 1, FormFile.columnIndex(cell.group(1))),
          with(cell.group(3)));
    } else {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw new IllegalArgumentException("no expectation: " + line);
      }
      heads.put(line.substring(0, colon), line.substring(colon + 2).strip());
    }
  }

  private static String text(String group) {
    return group == null ? "" : group;
  }

  private static String blank(String written) {
    return written.equals("\"\"") ? "" : written;
  }

  private static Map<String, String> with(String text) {
    Map<String, String> with = new HashMap<>();
    Matcher matcher = WITH.matcher(text);
    while (matcher.find()) {
      with.put(matcher.group(1), matcher.group(2));
    }
    return with;
  }

  /** What is expected of the table itself and of each figure, one line each, by address. */
  List<String> expected(FormFile form) {
    List<String> lines = new ArrayList<>();
    heads.forEach((key, value) -> lines.add(key + ": " + value));
    SheetGrid grid = form.sheet(sheet);
    Map<CellRef, String> facts = new TreeMap<>(FormExpectation::order);
    for (Row row : rows) {
      for (Column column : columns) {
        if (!row.block().equals(column.block())) {
          continue;
        }
        GridCell cell = grid.cell(row.index(), column.index());
        if (cell != null && cell.value() instanceof CellValue.Number number) {
          CellRef ref = new CellRef(sheet, row.index(), column.index());
          facts.put(ref, fact(ref, row, column, number));
        }
      }
    }
    single.forEach((ref, with) -> facts.put(ref, single(ref, with, grid)));
    lines.addAll(facts.values());
    return lines;
  }

  private static int order(CellRef a, CellRef b) {
    return a.row() != b.row()
        ? Integer.compare(a.row(), b.row())
        : Integer.compare(a.column(), b.column());
  }

  private String fact(CellRef ref, Row row, Column column, CellValue.Number number) {
    Map<String, String> with = new HashMap<>(row.with());
    column.with().forEach(with::putIfAbsent);
    String unit =
        number.percent() ? "%" : with.getOrDefault("unit", heads.getOrDefault("unit", ""));
    return line(
        ref,
        row.block(),
        row.code(),
        row.label(),
        row.level(),
        row.role(),
        column.path(),
        number.shown().toPlainString(),
        unit,
        with);
  }

  private String single(CellRef ref, Map<String, String> with, SheetGrid grid) {
    CellValue value = grid.value(ref.row(), ref.column());
    String number =
        with.getOrDefault(
            "value",
            value instanceof CellValue.Number shown ? shown.shown().toPlainString() : value.text());
    return line(
        ref,
        with.getOrDefault("block", ""),
        with.getOrDefault("code", ""),
        with.getOrDefault("label", ""),
        with.getOrDefault("level", "1"),
        with.getOrDefault("role", ""),
        with.getOrDefault("path", ""),
        number,
        with.getOrDefault("unit", heads.getOrDefault("unit", "")),
        with);
  }

  /** The same lines for the table as read, as far as the form says anything of them. */
  List<String> actual(DisclosureTable table) {
    List<String> lines = new ArrayList<>();
    heads.forEach((key, value) -> lines.add(key + ": " + head(table, key)));
    Map<CellRef, String> facts = new TreeMap<>(FormExpectation::order);
    for (Fact fact : table.facts()) {
      facts.put(fact.cell(), read(fact));
    }
    lines.addAll(facts.values());
    return lines;
  }

  private static String head(DisclosureTable table, String key) {
    return switch (key) {
      case "table" -> table.id().map(id -> id.id() + " " + id.title()).orElse("-");
      case "title" -> table.title();
      case "kind" -> table.document().id();
      case "year" -> table.year().map(String::valueOf).orElse("-");
      case "unit" -> table.unit().label();
      case "name" -> table.unitName();
      case "code" -> table.unitCode();
      case "tag" -> table.tag();
      case "fund" -> table.fund().id();
      case "notes" -> String.valueOf(table.notes().size());
      case "marks" -> String.valueOf(table.marks().size());
      case "indicators" -> String.valueOf(table.indicators().size());
      default -> throw new IllegalArgumentException("no such head: " + key);
    };
  }

  private String read(Fact fact) {
    Row row = row(fact);
    Map<String, String> asked = new HashMap<>();
    Map<String, String> own = single.get(fact.cell());
    if (own != null) {
      asked.putAll(own);
    } else {
      if (row != null) {
        asked.putAll(row.with());
      }
      for (Column column : columns) {
        if (column.index() == fact.cell().column() && column.block().equals(fact.line().block())) {
          column.with().forEach(asked::putIfAbsent);
        }
      }
    }
    Map<String, String> with = new HashMap<>();
    if (asked.containsKey("fund")) {
      with.put("fund", fact.fund().map(Fund::id).orElse(""));
    }
    if (asked.containsKey("stage")) {
      with.put("stage", fact.stage().map(Stage::id).orElse(""));
    }
    if (asked.containsKey("measure")) {
      with.put("measure", fact.measure());
    }
    if (asked.containsKey("uname")) {
      with.put("uname", fact.line().unitName());
    }
    boolean role = own == null ? row != null && !row.role().isEmpty() : own.containsKey("role");
    return line(
        fact.cell(),
        fact.line().block(),
        fact.line().code(),
        fact.line().label(),
        String.valueOf(fact.line().level()),
        role ? fact.line().role().name() : "",
        fact.column().pathText(),
        fact.value().toPlainString(),
        Optional.of(fact.unit()).map(Unit::label).orElse(""),
        with);
  }

  private Row row(Fact fact) {
    return rows.stream()
        .filter(row -> row.index() == fact.cell().row() && row.block().equals(fact.line().block()))
        .findFirst()
        .orElse(null);
  }

  private static String line(
      CellRef ref,
      String block,
      String code,
      String label,
      String level,
      String role,
      String path,
      String value,
      String unit,
      Map<String, String> with) {
    StringBuilder line = new StringBuilder();
    line.append(ref.a1()).append(" [").append(block).append("] ");
    line.append(code).append('|').append(label).append("|L").append(level);
    line.append(role.isEmpty() ? "" : " " + role);
    line.append(" / ").append(path).append(" = ").append(value).append(unit);
    for (String key : List.of("fund", "stage", "measure", "uname")) {
      if (with.containsKey(key)) {
        line.append(' ').append(key).append('=').append(with.get(key));
      }
    }
    return line.toString();
  }
}
