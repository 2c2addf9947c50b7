package cn.sunledger.export;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableId;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** facts.csv: one row per number of a table, tidy. */
public final class FactsCsv {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      FactsSchema.FIELDS.stream().map(FactsSchema.Field::name).toList();

  private static final int AT_ONCE = 1 << 14;

  private final OutputStream out;
  private final CsvBytes rows;
  private final CsvBytes piece;

  /**
   * Rows to a stream, which gets them all with {@link #flush}.
   *
   * @param out where they go
   * @param options how they are written
   * @throws IOException where the stream fails
   */
  public FactsCsv(OutputStream out, CsvOptions options) throws IOException {
    this.out = out;
    this.rows = new CsvBytes(options, 2 * AT_ONCE);
    this.piece = new CsvBytes(options, AT_ONCE / 32);
    if (options.bom()) {
      out.write("\uFEFF".getBytes(options.encoding()));
    }
  }

  /** The header row. */
  public void header() {
    for (String column : COLUMNS) {
      rows.word(column);
    }
    rows.endRecord();
  }

  /**
   * Hands on what was written so far.
   *
   * @throws IOException where the stream fails
   */
  public void flush() throws IOException {
    rows.writeTo(out);
    out.flush();
  }

  /**
   * All facts of a workbook, table by table.
   *
   * @param file how the workbook is named
   * @param disclosure its tables
   * @return how many rows were written
   * @throws IOException where the stream fails
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
   * @throws IOException where the stream fails
   */
  public void rows(String file, Disclosure disclosure, DisclosureTable table, List<Fact> facts)
      throws IOException {
    Parts parts = new Parts(file, disclosure, table);
    for (Fact fact : facts) {
      row(parts, fact);
      if (rows.count() > AT_ONCE) {
        rows.writeTo(out);
      }
    }
  }

  /** Texts that somebody else wrote as they stand in many records. */
  private byte[] encoded(String... texts) {
    for (String text : texts) {
      piece.text(text);
    }
    return piece.taken();
  }

  private void row(Parts parts, Fact fact) {
    Unit unit = fact.unit();
    rows.part(parts.source(fact.cell().sheet()));
    rows.address(fact.cell());
    rows.part(parts.table);
    rows.part(parts.line(fact));
    rows.part(parts.column(fact.column()));
    rows.word(fact.fund().isPresent() ? fact.fund().get().id() : "");
    rows.word(fact.stage().isPresent() ? fact.stage().get().id() : "");
    rows.word(fact.measure());
    rows.number(fact.value(), 0);
    rows.part(parts.unit(unit));
    if (unit.isMoney()) {
      rows.number(fact.value(), unit.power());
    } else {
      rows.word("");
    }
    rows.text(fact.number().text());
    rows.endRecord();
  }

  /** What many facts of a table have in common, as it stands in their records. */
  private final class Parts {
    private final String file;
    private final Disclosure disclosure;
    private final DisclosureTable of;
    private final byte[] table;
    private final String year;
    private final Map<TableColumn, byte[]> columns = new IdentityHashMap<>();
    private final Map<Unit, byte[]> units = new EnumMap<>(Unit.class);
    private String sheet;
    private byte[] source;
    private TableLine line;
    private String block;
    private byte[] lineText;

    Parts(String file, Disclosure disclosure, DisclosureTable table) {
      this.file = file;
      this.disclosure = disclosure;
      this.of = table;
      this.year = table.year().or(disclosure::year).map(String::valueOf).orElse("");
      this.table =
          encoded(table.id().map(TableId::title).orElse(""), table.title(), table.document().id());
    }

    byte[] source(String of) {
      if (!of.equals(sheet)) {
        sheet = of;
        source = encoded(file, of);
      }
      return source;
    }

    /** Facts come line by line; a line of no side takes its column's. */
    byte[] line(Fact fact) {
      TableLine its = fact.line();
      String side = its.block().isEmpty() ? fact.column().block() : its.block();
      if (line != its || !side.equals(block)) {
        line = its;
        block = side;
        Owner whose = Owner.of(disclosure, of, its);
        lineText =
            encoded(
                whose.code(),
                whose.name(),
                year,
                side,
                its.number(),
                its.code(),
                its.label(),
                String.valueOf(its.level()));
      }
      return lineText;
    }

    byte[] column(TableColumn of) {
      byte[] known = columns.get(of);
      if (known == null) {
        known = encoded(of.number(), of.pathText());
        columns.put(of, known);
      }
      return known;
    }

    byte[] unit(Unit of) {
      byte[] known = units.get(of);
      if (known == null) {
        known = encoded(of.label());
        units.put(of, known);
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
