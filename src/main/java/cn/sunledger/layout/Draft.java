package cn.sunledger.layout;

import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Fund;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Mark;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLayout;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table on its way from a region of a sheet to a {@link DisclosureTable}. */
final class Draft {

  private final SheetGrid grid;
  private final Region region;
  private final Preamble preamble;
  private final Words words;
  private final Word title;
  private final List<Draft> continued = new ArrayList<>();
  private final boolean form;
  private TableReader.Setting setting;
  private TableReader.Grid structure;
  private Optional<TableLayout> layout = Optional.empty();
  private Optional<Integer> year = Optional.empty();
  private Unit unit = Unit.NONE;
  private boolean goesOn;
  private LayoutMatcher.Look look;

  Draft(SheetGrid grid, Region region, Preamble preamble, Words words) {
    this.grid = grid;
    this.words = words;
    this.region = region;
    this.preamble = preamble;
    this.form = region.isForm();
    this.title =
        words.of(preamble.title().isEmpty() ? titleFromSheet(grid.name()) : preamble.title());
  }

  private static String titleFromSheet(String name) {
    String compact = Labels.compact(name);
    return compact.matches("(?i)(?:sheet|工作表|表)[0-9]*") ? "" : compact;
  }

  /** Reads header, lines and cells. */
  void read(Meaning meaning, WorkbookContext context) {
    unit =
        preamble
            .unit()
            .or(() -> form ? FormReader.unitOf(region) : Optional.empty())
            .or(context::unit)
            .orElse(Unit.NONE);
    year = preamble.year().or(region::yearInHeader).or(context::year);
    Preamble full = preamble.named(context);
    boolean finalAccounts =
        ownKind()
            .or(context::kind)
            .filter(DocumentKind.DEPARTMENT_FINAL_ACCOUNTS::equals)
            .isPresent();
    setting = new TableReader.Setting(region, full, unit, year, finalAccounts);
    structure =
        form ? new FormReader(setting, meaning).grid() : new TableReader(meaning).read(setting);
  }

  /** The unit that the headers of the amounts declare where the table itself declares none. */
  private Optional<Unit> unitOfColumns() {
    return structure.columns().stream()
        .filter(
            column ->
                column.unit().isMoney()
                    && column.path().stream()
                        .anyMatch(label -> Pieces.bracketedUnit(label).isPresent()))
        .map(TableColumn::unit)
        .findFirst()
        .or(
            () ->
                form
                    ? structure.columns().stream()
                        .map(TableColumn::unit)
                        .filter(Unit::isMoney)
                        .findFirst()
                    : Optional.empty());
  }

  /** Finds the layout that names the table. */
  void recognise(LayoutMatcher matcher, WorkbookContext context) {
    Optional<DocumentKind> kind = kindInTitle().or(this::kindInHeader).or(context::kind);
    layout =
        matcher
            .match(look(), kind)
            .or(
                () ->
                    kindInTitle().isPresent()
                        ? Optional.empty()
                        : matcher.match(look(), Optional.empty()))
            .or(() -> matcher.byKeywords(look(), kind));
  }

  Optional<LayoutMatcher.Near> nearest(LayoutMatcher matcher) {
    return matcher.nearest(look());
  }

  private LayoutMatcher.Look look() {
    if (look == null) {
      look = new LayoutMatcher.Look(title, structure.labels(), words);
    }
    return look;
  }

  private Optional<DocumentKind> kindInTitle() {
    return title.document();
  }

  /**
   * Headers that print 决算数 are final accounts', whatever budget stands beside them; those that
   * print 预算数 alone a budget's.
   */
  private Optional<DocumentKind> kindInHeader() {
    boolean budget = false;
    for (TableColumn column : structure.columns()) {
      if (column.pathText().contains("决算数") && column.stage().orElse(null) == Stage.FINAL) {
        return Optional.of(DocumentKind.DEPARTMENT_FINAL_ACCOUNTS);
      }
      budget |=
          column.path().stream().anyMatch(label -> label.endsWith("年预算数") || label.endsWith("年预算"));
    }
    return budget ? Optional.of(DocumentKind.DEPARTMENT_BUDGET) : Optional.empty();
  }

  /** The kind of document that the table itself tells. */
  Optional<DocumentKind> ownKind() {
    return kindInTitle().or(() -> layout.map(TableLayout::document));
  }

  /**
   * Whether the region is a table: it holds numbers under a header, or a layout names it though it
   * is empty; a catalogue with its page numbers is none.
   */
  boolean isTable() {
    boolean header = structure.columns().stream().anyMatch(column -> !column.path().isEmpty());
    long numbers = structure.numbers();
    if (LeftSheetReason.isCatalogue(grid.name() + title.printed(), structure)) {
      return false;
    }
    return numbers > 0 && (header || form || numbers >= 4)
        || layout.isPresent()
            && header
            && !region.body().isEmpty()
            && !structure.columns().isEmpty();
  }

  TableReader.Grid structure() {
    return structure;
  }

  void replace(TableReader.Grid other) {
    structure = other;
  }

  /** Whether the region has lines but neither a title nor a header of its own. */
  boolean isHeaderless() {
    return !form
        && preamble.title().isEmpty()
        && structure.numbers() > 0
        && structure.columns().stream().allMatch(column -> column.path().isEmpty());
  }

  /** Reads the lines again under an earlier table's header where both are equally wide. */
  void readUnder(Draft earlier, Meaning meaning) {
    Area own = region.table();
    Area above = earlier.region.table();
    Header header = structure.header();
    if (earlier.form || own.right - own.left != above.right - above.left) {
      return;
    }
    Header moved = header.under(earlier.structure.header(), own.left - above.left);
    structure = new TableReader(meaning).read(setting, moved);
    goesOn = true;
  }

  /**
   * Whether another table goes on where this one ends: marked as 续, without a header of its own,
   * the same title on the same sheet again, or the same title on another sheet with lines that
   * follow on.
   */
  boolean isContinuedBy(Draft next) {
    if (form || next.form) {
      return false;
    }
    if (next.goesOn) {
      return true;
    }
    boolean sameTitle =
        title.titleForm().equals(next.title.titleForm()) || next.preamble.title().isEmpty();
    boolean sameUnit =
        next.preamble.unitName().isEmpty() || next.preamble.unitName().equals(preamble.unitName());
    if (!sameTitle || !sameUnit || !paths().equals(next.paths())) {
      return false;
    }
    boolean marked =
        next.preamble.continued() || Pieces.endsContinued(Pieces.plain(next.grid.name()));
    boolean titled = !preamble.title().isEmpty() && preamble.title().equals(next.preamble.title());
    return marked || titled && FollowingLines.follow(last().structure, next.structure);
  }

  /** The last of the parts joined so far. */
  private Draft last() {
    return continued.isEmpty() ? this : continued.get(continued.size() - 1);
  }

  private List<String> paths() {
    return structure.columns().stream().map(TableColumn::pathText).toList();
  }

  void continueWith(Draft next) {
    continued.add(next);
  }

  /** The finished table. */
  DisclosureTable build(DocumentKind majority, WorkbookContext context) {
    DocumentKind document =
        layout
            .map(TableLayout::document)
            .filter(DocumentKind::isPerformance)
            .or(this::kindInTitle)
            .or(() -> layout.map(TableLayout::document))
            .orElse(majority);
    Fund fund = layout.map(TableLayout::fund).orElseGet(() -> fundInTitle());
    Optional<Stage> stage = layout.flatMap(TableLayout::stage).or(() -> defaultStage(document));
    String measure = layout.map(TableLayout::measure).orElse("");
    List<TableLine> lines = new ArrayList<>(structure.lines());
    List<TableColumn> columns = new ArrayList<>(structure.columns());
    TableFacts read = new TableFacts(fund, stage, measure);
    List<Fact> facts = read.of(structure);
    List<Mark> marks = TableFacts.marks(structure);
    List<Indicator.TextCell> notes = new ArrayList<>(preamble.notes());
    List<String> remarks =
        new TableRemarks(grid, structure)
            .of(
                preamble.unit().or(this::unitOfColumns).isPresent(),
                unit,
                preamble.year().or(region::yearInHeader).isPresent(),
                context,
                layout.isPresent());
    for (Draft next : continued) {
      lines.addAll(next.structure.lines());
      facts.addAll(read.of(next.structure));
      marks.addAll(TableFacts.marks(next.structure));
      notes.addAll(next.preamble.notes());
      remarks.add("续表“" + next.grid.name() + "”已接在本表之后。");
    }
    Preamble named = preamble.named(context);
    String unitName = named.unitName().isEmpty() ? onlyUnit(lines) : named.unitName();
    return new DisclosureTable(
        grid.name(),
        layout.map(TableLayout::id),
        title.printed(),
        preamble.titleCell().orElseGet(region::firstCell),
        preamble.tag(),
        document,
        year,
        preamble.unit().or(this::unitOfColumns).orElse(unit),
        preamble.unitCell().or(() -> FormReader.unitCell(region)),
        named.unitCode(),
        unitName,
        fund,
        lines,
        columns,
        PerformanceMeasures.of(facts, document),
        marks,
        structure.indicators(),
        notes,
        document.isPerformance() ? FormTexts.of(region) : List.of(),
        remarks);
  }

  /** The one unit that all lines belong to, where they name one. */
  private static String onlyUnit(List<TableLine> lines) {
    List<String> names =
        lines.stream().map(TableLine::unitName).filter(n -> !n.isEmpty()).distinct().toList();
    return names.size() == 1 ? names.get(0) : "";
  }

  private Fund fundInTitle() {
    String printed = title.printed();
    if (printed.contains("政府性基金")) {
      return Fund.GOVERNMENT_MANAGED;
    }
    if (printed.contains("国有资本经营")) {
      return Fund.STATE_CAPITAL;
    }
    if (printed.contains("一般公共预算")) {
      return Fund.GENERAL_PUBLIC;
    }
    if (printed.contains("财政专户")) {
      return Fund.FISCAL_SPECIAL_ACCOUNT;
    }
    return printed.contains("财政拨款") ? Fund.FISCAL_APPROPRIATION : Fund.ALL;
  }

  private static Optional<Stage> defaultStage(DocumentKind document) {
    return switch (document) {
      case DEPARTMENT_FINAL_ACCOUNTS -> Optional.of(Stage.FINAL);
      case DEPARTMENT_BUDGET, PERFORMANCE_TARGET -> Optional.of(Stage.BUDGET_INITIAL);
      case PERFORMANCE_SELF_EVALUATION -> Optional.empty();
    };
  }
}
