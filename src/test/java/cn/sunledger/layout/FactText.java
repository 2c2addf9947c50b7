package cn.sunledger.layout;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.Mark;
import cn.sunledger.model.TableLine;
import java.util.StringJoiner;

/** All that is read of a workbook as lines of text, to compare and to look at. */
final class FactText {
  private FactText() {}

  static String of(Disclosure disclosure) {
    StringJoiner lines = new StringJoiner("\n");
    disclosure.remarks().forEach(remark -> lines.add("remark: " + remark));
    disclosure
        .leftSheets()
        .forEach(
            left ->
                lines.add(
                    "left: "
                        + left.sheet()
                        + ": "
                        + left.reason()
                        + (left.nearest().isEmpty() ? "" : " ~ " + left.nearest())));
    for (DisclosureTable table : disclosure.tables()) {
      lines.add(table(table));
      table.remarks().forEach(remark -> lines.add("  remark: " + remark));
      table.facts().forEach(fact -> lines.add("  " + fact(table, fact)));
      table.marks().forEach(mark -> lines.add("  " + mark(table, mark)));
      table.indicators().forEach(indicator -> lines.add("  " + indicator(indicator)));
      table.notes().forEach(note -> lines.add("  note " + note.cell().a1() + " " + note.text()));
    }
    return lines.toString();
  }

  static String table(DisclosureTable table) {
    return "== "
        + table.sheet()
        + " | "
        + table.id().map(id -> id.id()).orElse("-")
        + " | "
        + table.title()
        + (table.tag().isEmpty() ? "" : " | " + table.tag())
        + " | "
        + table.document().id()
        + " | "
        + table.year().map(String::valueOf).orElse("-")
        + " | "
        + table.unit().label()
        + " | "
        + (table.unitCode() + " " + table.unitName()).strip();
  }

  /** A fact: address, line, path, value; what the table already says is left out. */
  static String fact(DisclosureTable table, Fact fact) {
    return address(table, fact.cell().sheet(), fact.cell().a1())
        + line(table, fact.line())
        + " / "
        + fact.column().pathText()
        + (fact.column().number().isEmpty() ? "" : " <" + fact.column().number() + ">")
        + " = "
        + fact.value().toPlainString()
        + fact.unit().label();
  }

  private static String address(DisclosureTable table, String sheet, String a1) {
    return (sheet.equals(table.sheet()) ? "" : sheet + "!") + a1 + " ";
  }

  /** A line: block, number, code, label, level, role, and its unit where it is not the table's. */
  static String line(DisclosureTable table, TableLine line) {
    boolean own =
        line.unitCode().equals(table.unitCode()) && line.unitName().equals(table.unitName());
    String role =
        switch (line.role()) {
          case ITEM -> "";
          case OF_WHICH -> " of-which";
          case SUBTOTAL -> " sub";
          case TOTAL -> " total";
          case GRAND_TOTAL -> " grand";
          case UNIT -> " unit";
        };
    return (line.block().isEmpty() ? "" : "[" + line.block() + "] ")
        + (line.number().isEmpty() ? "" : "#" + line.number() + " ")
        + (line.code().isEmpty() ? "" : line.code() + " ")
        + line.label()
        + " (L"
        + line.level()
        + role
        + ")"
        + (own ? "" : " {" + (line.unitCode() + " " + line.unitName()).strip() + "}");
  }

  private static String mark(DisclosureTable table, Mark mark) {
    return "mark "
        + address(table, mark.cell().sheet(), mark.cell().a1())
        + line(table, mark.line())
        + " / "
        + mark.column().pathText()
        + " = "
        + mark.text().replace("\n", "⏎");
  }

  private static String indicator(Indicator indicator) {
    return "indicator "
        + String.join(" > ", indicator.path())
        + " | "
        + value(indicator.target())
        + indicator.actual().map(actual -> " | actual " + value(actual)).orElse("")
        + indicator.weight().map(cell -> " | weight " + cell.value().toPlainString()).orElse("")
        + indicator.score().map(cell -> " | score " + cell.value().toPlainString()).orElse("");
  }

  private static String value(Indicator.IndicatorValue value) {
    return value
        .number()
        .map(number -> value.operator() + " " + number.toPlainString() + " " + value.unit())
        .map(String::strip)
        .orElse("“" + value.text() + "”");
  }
}
