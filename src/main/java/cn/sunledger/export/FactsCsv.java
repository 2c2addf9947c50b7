package cn.sunledger.export;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Fund;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableId;
import cn.sunledger.model.TableLine;
import java.io.IOException;
import java.util.List;

/** facts.csv: one row per number of a table, tidy. */
public final class FactsCsv {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      FactsSchema.FIELDS.stream().map(FactsSchema.Field::name).toList();

  private final CsvRows rows;

  /**
   * Rows to a writer.
   *
   * @param out where they go
   * @param options how they are written; a byte-order mark is written at once
   * @throws IOException where the writer fails
   */
  public FactsCsv(Appendable out, CsvOptions options) throws IOException {
    this.rows = new CsvRows(out, options);
  }

  /**
   * The header row.
   *
   * @throws IOException where the writer fails
   */
  public void header() throws IOException {
    rows.plain(COLUMNS);
  }

  /**
   * All facts of a workbook, table by table.
   *
   * @param file how the workbook is named
   * @param disclosure its tables
   * @return how many rows were written
   * @throws IOException where the writer fails
   */
  public int rows(String file, Disclosure disclosure) throws IOException {
    int count = 0;
    for (DisclosureTable table : disclosure.tables()) {
      rows(file, disclosure, table, table.facts());
      count += table.facts().size();
    }
    return count;
  }

  /**
   * Some facts of a table.
   *
   * @param file how the workbook is named
   * @param disclosure its tables
   * @param table the table that they belong to
   * @param facts the facts
   * @throws IOException where the writer fails
   */
  public void rows(String file, Disclosure disclosure, DisclosureTable table, List<Fact> facts)
      throws IOException {
    for (Fact fact : facts) {
      row(file, disclosure, table, fact);
    }
  }

  private void row(String file, Disclosure disclosure, DisclosureTable table, Fact fact)
      throws IOException {
    Owner owner = Owner.of(disclosure, table, fact.line());
    rows.text(file);
    rows.text(fact.cell().sheet());
    rows.value(fact.cell().a1());
    rows.value(table.id().map(TableId::title).orElse(""));
    rows.text(table.title());
    rows.value(table.document().id());
    rows.text(owner.code());
    rows.text(owner.name());
    rows.value(table.year().or(disclosure::year).map(String::valueOf).orElse(""));
    rows.text(fact.line().block().isEmpty() ? fact.column().block() : fact.line().block());
    rows.text(fact.line().number());
    rows.text(fact.line().code());
    rows.text(fact.line().label());
    rows.value(String.valueOf(fact.line().level()));
    rows.text(fact.column().number());
    rows.text(fact.column().pathText());
    rows.value(fact.fund().map(Fund::id).orElse(""));
    rows.value(fact.stage().map(Stage::id).orElse(""));
    rows.value(fact.measure());
    rows.value(fact.value().toPlainString());
    rows.value(fact.unit().label());
    rows.value(fact.unit().isMoney() ? fact.unit().toYuan(fact.value()).toPlainString() : "");
    rows.text(fact.number().text());
    rows.endRecord();
  }

  /** Whose number it is: code and name are taken together, so that they never belong to two. */
  private record Owner(String code, String name) {
    static Owner of(Disclosure disclosure, DisclosureTable table, TableLine line) {
      Owner whole = new Owner(disclosure.unitCode(), disclosure.unitName());
      Owner ofTable = new Owner(table.unitCode(), table.unitName()).completedBy(whole);
      return new Owner(line.unitCode(), line.unitName()).completedBy(ofTable);
    }

    private Owner completedBy(Owner wider) {
      if (code.isEmpty() && (name.isEmpty() || name.equals(wider.name))) {
        return wider;
      }
      return name.isEmpty() && code.equals(wider.code) ? wider : this;
    }
  }
}
