package cn.sunledger.job;

import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.FactsCsv;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The facts of one workbook on their way to facts.csv. */
final class SourceFacts {
  private final String file;
  private final Disclosure disclosure;
  private final boolean wanted;
  private final FactsCsv csv;
  private int count;

  /**
   * @param wanted whether there shall be any
   * @param rows where they go
   */
  SourceFacts(
      String file, Disclosure disclosure, boolean wanted, CsvOptions options, OutputStream rows)
      throws IOException {
    this.file = file;
    this.disclosure = disclosure;
    this.wanted = wanted;
    // the byte-order mark, if any, stands once in front of the whole file
    this.csv = new FactsCsv(rows, options.withoutBom());
  }

  boolean wanted() {
    return wanted;
  }

  /** Writes the facts of all tables that are held. */
  void addAll() throws IOException {
    if (wanted) {
      count += csv.rows(file, disclosure);
    }
  }

  /** Writes further facts of a table. */
  void add(DisclosureTable table, List<Fact> facts) throws IOException {
    if (wanted) {
      csv.rows(file, disclosure, table, facts);
      count += facts.size();
    }
  }

  /** Ends writing and tells how many there were. */
  int finish() throws IOException {
    csv.flush();
    return count;
  }
}
