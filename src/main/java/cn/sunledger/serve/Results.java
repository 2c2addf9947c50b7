package cn.sunledger.serve;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.ManualItem;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.report.CheckText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What came of a file, as parts of the page. */
public final class Results {
  private static final int SHOWN_FACTS = 200;

  private final Pages pages;

  Results(Pages pages) {
    this.pages = pages;
  }

  /** The files with how far they have come. */
  String files(Desk desk) throws IOException {
    FilesView view = new FilesView(desk);
    Map<String, Object> data = new HashMap<>();
    long version = desk.version();
    List<FilesView.Row> rows = view.rows();
    data.put("version", version);
    data.put("busy", rows.stream().anyMatch(FilesView.Row::busy));
    data.put("anyReady", rows.stream().anyMatch(FilesView.Row::ready));
    data.put("rows", rows);
    data.put("remarks", desk.remarks());
    return pages.page("files", data);
  }

  /** Everything about one file. */
  String result(Desk desk, DroppedFile file) throws IOException, Refusal {
    if (file.narrative()) {
      return text(desk, file);
    }
    Outcome outcome = ready(desk, file).orElseThrow(Refusal::gone);
    Disclosure disclosure = outcome.set().current().disclosure();
    List<FindingsView.Row> findings = FindingsView.rows(outcome.report(), file.id());
    Map<String, Object> data = new HashMap<>();
    data.put("file", file.id());
    data.put("name", file.name());
    data.put("about", FilesView.about(disclosure));
    data.put("verdict", CheckText.verdict(outcome.report()));
    data.put("findings", findings);
    data.put("tables", FindingsView.tables(findings));
    data.put("notChecked", FindingsView.notChecked(outcome.report()));
    data.put("read", FindingsView.read(disclosure));
    data.put("sheets", sheets(disclosure));
    List<ComparisonView.Section> sections =
        ComparisonView.sections(outcome.comparison(), ids(desk));
    data.put("sections", sections);
    data.put("chart", ComparisonView.mostTelling(sections));
    data.put("comparisonRemarks", outcome.comparison().remarks());
    data.put("planned", disclosure.document() == DocumentKind.DEPARTMENT_FINAL_ACCOUNTS);
    data.put("budget", outcome.comparison().budget().orElse(""));
    data.put("previous", outcome.comparison().previous().orElse(""));
    data.put("facts", facts(disclosure));
    data.put("factCount", disclosure.tables().stream().mapToInt(t -> t.facts().size()).sum());
    narrative(data, desk, outcome);
    return pages.page("result", data);
  }

  /** The 情况说明 of a workbook by itself, after an answer. */
  String narrative(Desk desk, Outcome outcome) throws IOException {
    Map<String, Object> data = new HashMap<>();
    narrative(data, desk, outcome);
    return pages.page("narrative", data);
  }

  private static void narrative(Map<String, Object> data, Desk desk, Outcome outcome) {
    VerifyReport sources =
        outcome.sources().orElseGet(() -> TextView.bare(OwnText.of(outcome.narrative())));
    String own = outcome.set().current().disclosure().file();
    List<ManualItem> items = outcome.narrative().items();
    data.put("written", !outcome.narrative().sections().isEmpty());
    data.put("blocks", new TextView(sources, own, ids(desk)).blocks());
    data.put("items", items.stream().map(Results::question).toList());
    data.put("open", outcome.narrative().open().size());
  }

  /**
   * One of 待填事项.
   *
   * @param key its key
   * @param kind 原因, 用途, 数量 …
   * @param about what it is about
   * @param amounts the amounts concerned
   * @param hint what may help
   * @param answer what was filled in
   */
  public record Question(
      String key, String kind, String about, String amounts, String hint, String answer) {}

  private static Question question(ManualItem item) {
    return new Question(
        item.key(),
        item.kind(),
        item.about(),
        item.amounts(),
        item.hint(),
        item.answer().orElse(""));
  }

  private String text(Desk desk, DroppedFile file) throws IOException, Refusal {
    TextOutcome outcome = checked(desk, file).orElseThrow(Refusal::gone);
    DroppedFile book = outcome.workbook();
    TextView view = new TextView(outcome.report(), book.name(), ids(desk));
    Map<String, Object> data = new HashMap<>();
    data.put("file", file.id());
    data.put("name", file.name());
    data.put("book", book.name());
    data.put("bookId", book.id());
    data.put("verdict", FilesView.verdict(outcome.report()));
    data.put("blocks", view.blocks());
    data.put("said", view.said());
    data.put("word", file.name().toLowerCase(Locale.ROOT).endsWith(".docx"));
    data.put("figures", outcome.report().figures());
    data.put("understood", outcome.report().understood());
    return pages.page("text", data);
  }

  private static Function<String, String> ids(Desk desk) {
    Map<String, String> ids = new HashMap<>();
    desk.files().forEach(file -> ids.put(file.name(), file.id()));
    return name -> ids.getOrDefault(name, "");
  }

  private static List<String> sheets(Disclosure disclosure) {
    List<String> sheets = new ArrayList<>();
    disclosure.tables().forEach(table -> sheets.add(table.sheet()));
    disclosure.leftSheets().forEach(left -> sheets.add(left.sheet()));
    return sheets.stream().distinct().toList();
  }

  /**
   * A number of the CSV.
   *
   * @param spot its cell
   * @param table its table
   * @param row its row's name
   * @param column its column's name
   * @param value the number
   * @param unit its unit
   */
  public record FactRow(
      Spot spot, String table, String row, String column, String value, String unit) {}

  private static List<FactRow> facts(Disclosure disclosure) {
    List<FactRow> rows = new ArrayList<>();
    for (DisclosureTable table : disclosure.tables()) {
      for (Fact fact : table.facts()) {
        if (rows.size() == SHOWN_FACTS) {
          return rows;
        }
        String code = fact.line().code();
        rows.add(
            new FactRow(
                Spot.of(fact.cell(), ""),
                table.name(),
                code.isEmpty() ? fact.line().label() : code + " " + fact.line().label(),
                fact.column().pathText(),
                fact.value().toPlainString(),
                fact.unit().label()));
      }
    }
    return rows;
  }

  static Optional<TextOutcome> checked(Desk desk, DroppedFile file) {
    synchronized (desk) {
      return file.checked();
    }
  }

  static Optional<Outcome> ready(Desk desk, DroppedFile file) {
    synchronized (desk) {
      return file.ready();
    }
  }
}
