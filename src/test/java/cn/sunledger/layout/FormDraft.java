package cn.sunledger.layout;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.LineRole;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a form out again with what is read of each sheet that expects nothing yet, in the words of
 * {@code forms/README.md}: for a person to hold against the sheet, line by line, and to correct.
 */
final class FormDraft {
  private final FormFile form;
  private final List<DisclosureTable> tables;
  private final List<String> left;
  private final PrintStream out;
  private final Map<String, String> heads = new LinkedHashMap<>();
  private FormExpectation before;

  private FormDraft(FormFile form, PrintStream out) {
    this.form = form;
    this.out = out;
    var read = Recognizers.national().recognise(form.workbook());
    this.tables = new ArrayList<>(read.tables());
    this.left = read.leftSheets().stream().map(l -> l.sheet() + "\t" + l.reason()).toList();
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String arg : args) {
      List<String> lines = Files.readAllLines(Path.of(arg));
      String name = Path.of(arg).getFileName().toString().replaceFirst("\\.txt$", "");
      new FormDraft(FormFile.parse(name, lines), out).write(lines);
    }
  }

  private void write(List<String> lines) {
    String sheet = "";
    boolean expects = true;
    for (String line : lines) {
      if (line.startsWith("== ")) {
        if (!expects) {
          expect(sheet);
        }
        sheet = line.substring(3).replaceAll(" (?:text=|at=|hidden).*", "");
        expects = false;
      }
      expects |= line.startsWith("--");
      out.println(line);
    }
    if (!expects) {
      expect(sheet);
    }
  }

  private void expect(String sheet) {
    List<DisclosureTable> own = tables.stream().filter(t -> t.sheet().equals(sheet)).toList();
    if (own.isEmpty()) {
      out.println("-- left");
      left.stream().filter(l -> l.startsWith(sheet + "\t")).forEach(l -> out.println("# " + l));
    }
    own.forEach(this::expect);
  }

  private void expect(DisclosureTable table) {
    List<String> lines = new ArrayList<>();
    lines.add("table: " + table.id().map(id -> id.id() + " " + id.title()).orElse("-"));
    head(lines, "kind", table.document().id());
    head(lines, "year", table.year().map(String::valueOf).orElse("-"));
    head(lines, "unit", table.unit().label());
    head(lines, "name", table.unitName());
    Set<String> columns = new LinkedHashSet<>();
    Set<String> rows = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Fact fact : table.facts()) {
      String block = fact.line().block().isEmpty() ? "" : " " + fact.line().block();
      String letters = CellRef.columnName(fact.cell().column());
      if (seen.add(letters + block)) {
        String unit =
            fact.unit() == table.unit() || fact.unit().label().equals("%")
                ? ""
                : " unit=" + fact.unit().label();
        columns.add("col " + letters + block + ": " + quoted(fact.column().pathText()) + unit);
      }
      if (seen.add(fact.cell().row() + block)) {
        rows.add(row(fact, block));
      }
    }
    lines.addAll(columns);
    lines.addAll(rows);
    FormExpectation draft = new FormExpectation(table.sheet(), before);
    lines.forEach(draft::add);
    List<String> expected = draft.expected(form);
    for (Fact fact : table.facts()) {
      String read = fact.cell().a1() + " [";
      List<String> actual = draft.actual(table).stream().filter(l -> l.startsWith(read)).toList();
      if (!expected.containsAll(actual)) {
        lines.add(single(fact, table));
      }
    }
    before = draft;
    out.println("-- expect");
    out.println(
        "# title " + table.title() + " tag " + table.tag() + " marks " + table.marks().size());
    out.println("# notes " + table.notes().size() + " indicators " + table.indicators().size());
    senses(table);
    lines.forEach(out::println);
  }

  /** What figures mean, by column where all of it agree, else by cell. */
  private void senses(DisclosureTable table) {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    Map<String, String> cells = new LinkedHashMap<>();
    Set<String> units = new LinkedHashSet<>();
    for (Fact fact : table.facts()) {
      String sense =
          String.join(
              ",",
              fact.fund().map(f -> f.id()).orElse("-"),
              fact.stage().map(s -> s.id()).orElse("-"),
              fact.measure());
      columns
          .computeIfAbsent(CellRef.columnName(fact.cell().column()), c -> new LinkedHashSet<>())
          .add(sense);
      cells.put(fact.cell().a1(), sense);
      units.add((fact.line().unitCode() + " " + fact.line().unitName()).strip());
    }
    StringBuilder text = new StringBuilder("# means");
    columns.forEach((c, all) -> text.append(all.size() == 1 ? " " + c + ":" + all : ""));
    cells.forEach(
        (a1, sense) -> {
          if (columns.get(a1.replaceAll("[0-9]", "")).size() > 1) {
            text.append(' ').append(a1).append(':').append(sense);
          }
        });
    out.println(text);
    out.println("# units " + units);
  }

  private void head(List<String> lines, String key, String value) {
    if (!value.equals(heads.put(key, value)) && !value.isEmpty()) {
      lines.add(key + ": " + value);
    }
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "\"\"" : text;
  }

  private static String row(Fact fact, String block) {
    var line = fact.line();
    String code = line.code().isEmpty() ? "" : line.code() + " ";
    String role = line.role() == LineRole.ITEM ? "" : " " + line.role();
    return "row "
        + (fact.cell().row() + 1)
        + block
        + ": "
        + code
        + quoted(line.label())
        + " "
        + line.level()
        + role;
  }

  private static String single(Fact fact, DisclosureTable table) {
    var line = fact.line();
    StringBuilder text = new StringBuilder("fact " + fact.cell().a1() + ":");
    put(text, "block", line.block());
    put(text, "code", line.code());
    put(text, "label", line.label());
    put(text, "level", String.valueOf(line.level()));
    put(text, "path", fact.column().pathText());
    put(text, "value", fact.value().toPlainString());
    if (fact.unit() != table.unit()) {
      text.append(" unit=").append(fact.unit().label());
    }
    return text.toString();
  }

  private static void put(StringBuilder text, String key, String value) {
    if (!value.isEmpty()) {
      text.append(' ').append(key).append('=').append(value);
    }
  }
}
