package cn.sunledger.export;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Fund;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableId;
import cn.sunledger.model.TableLine;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

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
    Parts parts = new Parts(file, disclosure, table);
    for (Fact fact : facts) {
      row(parts, fact);
    }
  }

  private void row(Parts parts, Fact fact) throws IOException {
    rows.part(parts.source(fact.cell().sheet()));
    rows.value(fact.cell().a1());
    rows.part(parts.table);
    rows.part(parts.line(fact.line()));
    boolean sided = fact.line().block().isEmpty();
    rows.text(sided ? fact.column().block() : fact.line().block());
    rows.part(parts.lineText);
    rows.part(parts.column(fact.column()));
    rows.value(fact.fund().map(Fund::id).orElse(""));
    rows.value(fact.stage().map(Stage::id).orElse(""));
    rows.value(fact.measure());
    rows.value(fact.value().toPlainString());
    rows.value(fact.unit().label());
    rows.value(fact.unit().isMoney() ? fact.unit().toYuan(fact.value()).toPlainString() : "");
    rows.text(fact.number().text());
    rows.endRecord();
  }

  /** What many facts of a table have in common, as it stands in their records. */
  private final class Parts {
    private final String file;
    private final Disclosure disclosure;
    private final DisclosureTable of;
    private final String table;
    private final Map<TableColumn, String> columns = new IdentityHashMap<>();
    private String sheet;
    private String source;
    private TableLine line;
    private String owner;
    private String lineText;

    Parts(String file, Disclosure disclosure, DisclosureTable table) throws IOException {
      this.file = file;
      this.disclosure = disclosure;
      this.of = table;
      this.table =
          rows.encoded(
              table.id().map(TableId::title).orElse(""), table.title(), table.document().id());
    }

    String source(String of) throws IOException {
      if (!of.equals(sheet)) {
        sheet = of;
        source = rows.encoded(file, of);
      }
      return source;
    }

    /** Facts come line by line. */
    String line(TableLine of) throws IOException {
      if (line != of) {
        line = of;
        Owner whose = Owner.of(disclosure, this.of, of);
        String year = this.of.year().or(disclosure::year).map(String::valueOf).orElse("");
        owner = rows.encoded(whose.code(), whose.name(), year);
        lineText = rows.encoded(of.number(), of.code(), of.label(), String.valueOf(of.level()));
      }
      return owner;
    }

    String column(TableColumn of) throws IOException {
      String known = columns.get(of);
      if (known == null) {
        known = rows.encoded(of.number(), of.pathText());
        columns.put(of, known);
      }
      return known;
    }
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
