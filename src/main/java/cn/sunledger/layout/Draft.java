package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellRef;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table on its way from a region of a sheet to a {@link DisclosureTable}. */
final class Draft {
  private static final int HEADER_ROWS = 6;

  private final SheetGrid grid;
  private final Region region;
  private final Preamble preamble;
  private final String title;
  private final List<Draft> continued = new ArrayList<>();
  private TableReader.Grid structure;
  private List<Indicator> indicators = List.of();
  private Optional<TableLayout> layout = Optional.empty();
  private Optional<Integer> year = Optional.empty();
  private Unit unit = Unit.NONE;

  Draft(SheetGrid grid, Region region, Preamble preamble) {
    this.grid = grid;
    this.region = region;
    this.preamble = preamble;
    this.title = preamble.title().isEmpty() ? titleFromSheet(grid.name()) : preamble.title();
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
            .or(() -> FormReader.isForm(region) ? FormReader.unitOf(region) : Optional.empty())
            .or(context::unit)
            .orElse(Unit.NONE);
    year = preamble.year().or(this::yearInHeader).or(context::year);
    Preamble full = preamble;
    if (preamble.unitName().isEmpty()) {
      full = withUnit(context.unitCode(), context.unitName());
    }
    boolean finalAccounts =
        ownKind()
            .or(context::kind)
            .filter(DocumentKind.DEPARTMENT_FINAL_ACCOUNTS::equals)
            .isPresent();
    if (FormReader.isForm(region)) {
      FormReader form = new FormReader(region, full, meaning, unit, year);
      structure = form.grid();
      indicators = form.indicators().indicators();
    } else {
      structure = new TableReader(meaning).read(region, full, unit, year, finalAccounts);
    }
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
                FormReader.isForm(region)
                    ? structure.columns().stream()
                        .map(TableColumn::unit)
                        .filter(Unit::isMoney)
                        .findFirst()
                    : Optional.empty());
  }

  private Preamble withUnit(String code, String name) {
    return new Preamble(
        preamble.title(),
        preamble.titleCell(),
        preamble.tag(),
        preamble.unit(),
        preamble.unitCell(),
        code,
        name,
        preamble.year(),
        preamble.notes());
  }

  /** The latest year that the first rows below the preamble name. */
  Optional<Integer> yearInHeader() {
    Integer latest = null;
    for (int i = 0; i < Math.min(HEADER_ROWS, region.body().size()); i++) {
      for (GridCell cell : region.area().row(region.body().get(i))) {
        Optional<Integer> found = Pieces.year(Labels.compact(cell.value().text()));
        if (found.isPresent() && (latest == null || found.get() > latest)) {
          latest = found.get();
        }
      }
    }
    return Optional.ofNullable(latest);
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
                        : matcher.match(look(), Optional.empty()));
  }

  Optional<LayoutMatcher.Near> nearest(LayoutMatcher matcher) {
    return matcher.nearest(look());
  }

  private LayoutMatcher.Look look() {
    List<String> labels = new ArrayList<>(structure.labels());
    return LayoutMatcher.Look.of(title, labels);
  }

  private Optional<DocumentKind> kindInTitle() {
    return WorkbookContext.kindOf(title);
  }

  /** Headers that print 决算数 are final accounts', whatever budget stands beside them. */
  private Optional<DocumentKind> kindInHeader() {
    for (TableColumn column : structure.columns()) {
      if (column.pathText().contains("决算数") && column.stage().orElse(null) == Stage.FINAL) {
        return Optional.of(DocumentKind.DEPARTMENT_FINAL_ACCOUNTS);
      }
    }
    return Optional.empty();
  }

  /** The kind of document that the table itself tells. */
  Optional<DocumentKind> ownKind() {
    return kindInTitle().or(() -> layout.map(TableLayout::document));
  }

  /**
   * Whether the region is a table: it holds numbers under a header, or a layout names it though it
   * is empty.
   */
  boolean isTable() {
    long numbers = structure.cells().stream().filter(cell -> cell.number().isPresent()).count();
    boolean header = structure.columns().stream().anyMatch(column -> !column.path().isEmpty());
    return numbers > 0 && (header || numbers >= 4)
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

  /**
   * Whether another table goes on where this one ends: marked as 续, or the same title on the same
   * sheet again.
   */
  boolean isContinuedBy(Draft next) {
    boolean marked =
        next.title.matches(".*[(（]?续(?:表)?[0-9一二三四五]*[)）]?$")
            || next.grid.name().matches(".*[(（]?续[表0-9一二三四五]*[)）]?$")
            || next.region.preamble().stream()
                .flatMap(r -> next.region.area().row(r).stream())
                .anyMatch(cell -> Pieces.isContinued(Labels.compact(cell.value().text())));
    boolean sameTitle =
        Pieces.titleForm(title).equals(Pieces.titleForm(next.title))
            || next.preamble.title().isEmpty();
    boolean sameUnit =
        next.preamble.unitName().isEmpty() || next.preamble.unitName().equals(preamble.unitName());
    boolean repeated =
        grid == next.grid
            && !preamble.title().isEmpty()
            && preamble.title().equals(next.preamble.title());
    return sameTitle
        && sameUnit
        && (marked || repeated)
        && paths().equals(next.paths())
        && !FormReader.isForm(region);
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
    List<Fact> facts = new ArrayList<>(TableReader.facts(structure, fund, stage, measure));
    List<Mark> marks = new ArrayList<>(TableReader.marks(structure));
    List<Indicator.TextCell> notes = new ArrayList<>(preamble.notes());
    List<String> remarks = remarks(context);
    for (Draft next : continued) {
      lines.addAll(next.structure.lines());
      facts.addAll(TableReader.facts(next.structure, fund, stage, measure));
      marks.addAll(TableReader.marks(next.structure));
      notes.addAll(next.preamble.notes());
      remarks.add("续表“" + next.grid.name() + "”已接在本表之后。");
    }
    String unitName = preamble.unitName().isEmpty() ? context.unitName() : preamble.unitName();
    String unitCode = preamble.unitName().isEmpty() ? context.unitCode() : preamble.unitCode();
    return new DisclosureTable(
        grid.name(),
        layout.map(TableLayout::id),
        title,
        preamble.titleCell().orElseGet(this::firstCell),
        preamble.tag(),
        document,
        year,
        preamble.unit().or(this::unitOfColumns).orElse(unit),
        preamble.unitCell(),
        unitCode,
        unitName,
        fund,
        lines,
        columns,
        facts,
        marks,
        indicators,
        notes,
        remarks);
  }

  private CellRef firstCell() {
    int row = region.body().isEmpty() ? region.area().top : region.body().get(0);
    List<GridCell> cells = region.area().row(row);
    return region.area().ref(row, cells.isEmpty() ? region.area().left : cells.get(0).column());
  }

  private Fund fundInTitle() {
    if (title.contains("政府性基金")) {
      return Fund.GOVERNMENT_MANAGED;
    }
    if (title.contains("国有资本经营")) {
      return Fund.STATE_CAPITAL;
    }
    if (title.contains("一般公共预算")) {
      return Fund.GENERAL_PUBLIC;
    }
    if (title.contains("财政专户")) {
      return Fund.FISCAL_SPECIAL_ACCOUNT;
    }
    return title.contains("财政拨款") ? Fund.FISCAL_APPROPRIATION : Fund.ALL;
  }

  private static Optional<Stage> defaultStage(DocumentKind document) {
    return switch (document) {
      case DEPARTMENT_FINAL_ACCOUNTS -> Optional.of(Stage.FINAL);
      case DEPARTMENT_BUDGET, PERFORMANCE_TARGET -> Optional.of(Stage.BUDGET_INITIAL);
      case PERFORMANCE_SELF_EVALUATION -> Optional.empty();
    };
  }

  private List<String> remarks(WorkbookContext context) {
    List<String> remarks = new ArrayList<>();
    boolean money = !structure.columns().isEmpty() && unitOfColumns().isEmpty();
    if (preamble.unit().isEmpty() && money) {
      remarks.add(
          unit == Unit.NONE
              ? "本表未注明金额单位，工作簿内也没有可参照的，金额按无单位处理。"
              : "本表未注明金额单位，按本工作簿其他表的“" + unit.label() + "”处理。");
    }
    if (preamble.year().isEmpty() && yearInHeader().isEmpty()) {
      remarks.add(
          context.year().isEmpty()
              ? "本表未写明年度。"
              : "本表未写明年度，按本工作簿其他处的" + context.year().get() + "年处理。");
    }
    if (layout.isEmpty()) {
      remarks.add("没有与标题相符的表样，已按表头结构读取。");
    }
    Set<Integer> rows = new HashSet<>();
    Set<Integer> columns = new HashSet<>();
    for (TableReader.Cell cell : structure.cells()) {
      if (grid.rowHidden(cell.ref().row())) {
        rows.add(cell.ref().row() + 1);
      }
      if (grid.columnHidden(cell.ref().column())) {
        columns.add(cell.ref().column());
      }
    }
    if (!rows.isEmpty()) {
      remarks.add(
          "隐藏的第"
              + String.join("、", rows.stream().sorted().map(String::valueOf).toList())
              + "行里有数，已照常读取。");
    }
    if (!columns.isEmpty()) {
      remarks.add(
          "隐藏的"
              + String.join("、", columns.stream().sorted().map(CellRef::columnName).toList())
              + "列里有数，已照常读取。");
    }
    return remarks;
  }
}
